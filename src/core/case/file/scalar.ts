import { z } from 'zod'
import { parseYuan } from '../../values/fen.ts'
import { atShanghai, parseInstant } from '../../values/instant.ts'
import { isLocalDate, parseLocalDate } from '../../values/local-date.ts'
import { done, type Outcome } from '../../values/refusal.ts'

/*
 * The single values of `case.yaml`. Each is described for the JSON Schema and read by the parsers of core/values, so that
 * editor, command line and store agree.
 */

/** Words; a number written without quotes counts as the digits it is written with. */
export function words(description: string) {
  return z.union([z.string(), z.number()]).transform(String).meta({ description })
}

/** Yuan in, whole fen out. */
export function yuan(description: string) {
  return read([z.string(), z.number()], parseYuan, `${description} 元，如 1299.00 (yuan)`)
}

/** A moment; without a zone on the Shanghai clock, to the minute or second. */
export function moment(description: string) {
  return read([z.string()], parseInstant, `${description} 北京时间，如 2026-09-15 14:28 (Beijing time)`)
}

/** A moment by which something is due; a bare day means its end. */
export function momentBy(description: string) {
  return read(
    [z.string()],
    (value) => (isLocalDate(value) ? done(atShanghai(value, 23, 59, 59)) : parseInstant(value)),
    `${description} 北京时间；只写日期指当天结束 (Beijing time; a bare day means its end)`,
  )
}

export function day(description: string) {
  return read([z.string()], parseLocalDate, `${description} 如 2026-09-15 (day)`)
}

/** Ids of other things: channels, exhibits, problem types. */
export function slug(description: string) {
  return z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
    .meta({ description })
}

function read<I extends string | number, O>(
  from: readonly z.ZodType<I, I>[],
  parse: (value: I) => Outcome<O>,
  description: string,
) {
  const [only] = from
  const raw = from.length === 1 && only !== undefined ? only : z.union(from)
  return raw
    .transform((value, context): O => {
      const outcome = parse(value)
      if (outcome.ok) return outcome.value
      context.addIssue({ code: 'custom', params: { refusal: outcome.refusal } })
      return z.NEVER
    })
    .meta({ description })
}
