import { parseYuan } from '../../core/values/fen.ts'
import { formatShanghai, parseInstant } from '../../core/values/instant.ts'
import { isLocalDate } from '../../core/values/local-date.ts'
import type { Outcome } from '../../core/values/refusal.ts'
import { type Lang, say } from '../../core/values/text.ts'
import type { Filled, FormField, FormValues } from './form-spec.ts'

type Words = {
  readonly lang: Lang
  readonly empty: string
  readonly notADay: string
  readonly notANumber: string
}

/** What is wrong with what was typed, by field, before anything is sent. */
export function faultsOf(
  fields: readonly FormField[],
  values: FormValues,
  { lang, empty, notADay, notANumber }: Words,
): Readonly<Record<string, string>> {
  const faults = fields.flatMap((field): [string, string][] => {
    const value = values[field.name] ?? ''
    const blank = typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
    if (blank) return field.needed === true ? [[field.name, empty]] : []
    if (typeof value !== 'string') return []
    if (field.kind === 'day' && !isLocalDate(value)) return [[field.name, notADay]]
    if (field.kind === 'count' && !/^\d+(\.\d+)?$/.test(value.trim())) return [[field.name, notANumber]]
    const read = readingOf(field, value)
    return read === undefined || read.ok ? [] : [[field.name, say(read.refusal.text, lang)]]
  })
  return Object.fromEntries(faults)
}

function readingOf({ kind }: FormField, value: string): Outcome<unknown> | undefined {
  if (kind === 'money') return parseYuan(value)
  if (kind === 'moment') return parseInstant(value)
  return undefined
}

export function filledOf(values: FormValues, start: FormValues): Filled {
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    text,
    is: (name) => values[name] === true,
    changed: (name) => JSON.stringify(values[name]) !== JSON.stringify(start[name]),
    list(name) {
      const value = values[name]
      return Array.isArray(value) ? value : []
    },
    moment(name, before) {
      const typed = text(name)
      if (before !== undefined && typed === wallClock(before)) return before
      const parsed = parseInstant(typed)
      return parsed.ok ? parsed.value : undefined
    },
    fen(name) {
      const parsed = parseYuan(text(name))
      return parsed.ok ? parsed.value : undefined
    },
  }
}

/** An instant as a moment field shows it: the Shanghai clock to the minute. */
export function wallClock(instant: string | undefined): string {
  return instant !== undefined && parseInstant(instant).ok ? formatShanghai(instant).replace(' ', 'T') : ''
}
