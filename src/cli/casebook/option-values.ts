import type { Case } from '../../core/case/case.ts'
import { parseYuan } from '../../core/values/fen.ts'
import { parseInstant } from '../../core/values/instant.ts'
import { nearestName } from '../../core/values/nearest-name.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'

type Options = Readonly<Record<string, string | undefined>>

/** The moment an option names; the present one when it is not given. */
export function momentOf(options: Options, name: string, now: string): Outcome<string> {
  const given = options[name]
  if (given === undefined) return done(now)
  const instant = parseInstant(given)
  return instant.ok ? instant : { ok: false, refusal: { ...instant.refusal, at: `--${name}` } }
}

/** An amount in yuan, if the option is given. */
export function amountOf(options: Options, name: string): Outcome<number | undefined> {
  const given = options[name]
  return given === undefined ? done(undefined) : parseYuan(given)
}

/** What must be given. */
export function needed(options: Options, name: string): Outcome<string> {
  const given = options[name]
  if (given !== undefined && given.trim() !== '') return done(given)
  return refuse('option-missing', { zh: `请写上 --${name}`, en: `--${name} is needed` })
}

/** One of a few words; `fallback` when it is not given. */
export function choiceOf<T extends string>(
  options: Options,
  name: string,
  choices: readonly T[],
  fallback: T,
): Outcome<T> {
  const given = options[name]
  const found = given === undefined ? fallback : choices.find((choice) => choice === given)
  if (found !== undefined) return done(found)
  const near = nearestName(given ?? '', choices)
  return refuse('not-a-choice', {
    zh: `--${name} 只能是 ${choices.join('、')}${near === undefined ? '' : `，您是不是要写 ${near}`}`,
    en: `--${name} must be one of ${choices.join(', ')}${near === undefined ? '' : `; did you mean ${near}`}`,
  })
}

/** `E1,E2` → ids; nothing given is none. */
export function listOf(options: Options, name: string): readonly string[] {
  return (options[name] ?? '').split(/[,，、\s]+/).filter((one) => one !== '')
}

/** The filing an option names, else the last one that is not withdrawn. */
export function filingOf(kase: Case, options: Options): Outcome<string> {
  if (options.filing !== undefined) return done(options.filing)
  const last = kase.filings.findLast(({ withdrawnAt }) => withdrawnAt === undefined)
  if (last !== undefined) return done(last.id)
  return refuse('filing-unknown', {
    zh: '这个案件还没有提交过投诉或申请；先用 youju filed 记下提交',
    en: 'nothing has been filed in this case yet; record it with youju filed first',
  })
}
