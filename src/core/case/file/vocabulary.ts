import type { FactScalar } from '../../values/fact-scalar.ts'
import { parseYuan } from '../../values/fen.ts'
import { parseInstant } from '../../values/instant.ts'
import { parseLocalDate } from '../../values/local-date.ts'
import { nearestName } from '../../values/nearest-name.ts'
import { done, type Outcome, refuse } from '../../values/refusal.ts'

/** The names a case file may use, so that a misspelt one is refused instead of lost. A `Knowledge` fits as it is. */
export type Vocabulary = {
  readonly facts: Readonly<
    Record<string, { readonly type: string; readonly options?: readonly { readonly value: string }[] | undefined }>
  >
  readonly problems: Readonly<Record<string, unknown>>
  readonly channels: Readonly<Record<string, unknown>>
  readonly routes: Readonly<Record<string, unknown>>
  readonly rights: Readonly<Record<string, unknown>>
}

const shelves = {
  facts: { zh: '事实', en: 'fact' },
  problems: { zh: '问题类型', en: 'problem type' },
  channels: { zh: '渠道', en: 'channel' },
  routes: { zh: '途径', en: 'route' },
  rights: { zh: '权利', en: 'right' },
} as const

/** Refuses a name that the vocabulary does not have, naming the nearest; where no name is known, every one will do. */
export function knownName(
  vocabulary: Vocabulary | undefined,
  shelf: keyof typeof shelves,
  name: string,
): Outcome<string> {
  const known = Object.keys(vocabulary?.[shelf] ?? {})
  if (known.length === 0 || known.includes(name)) return done(name)
  const near = nearestName(name, known)
  const { zh, en } = shelves[shelf]
  const list = known.length > 30 ? `${known.slice(0, 30).join(', ')} …` : known.join(', ')
  return refuse('name-unknown', {
    zh: `不认识的${zh}“${name}”；${near === undefined ? `可以写：${list}` : `是不是 ${near}？`}`,
    en: `unknown ${en} "${name}"; ${near === undefined ? `you can write: ${list}` : `did you mean ${near}?`}`,
  })
}

/**
 * A fact's value as its type wants it. Money is written with its unit (`300元`) because the names of such facts end in
 * `-fen`; it becomes whole fen. Without a vocabulary the type is told from the name and the look of the value.
 */
export function factValue(vocabulary: Vocabulary | undefined, fact: string, value: FactScalar): Outcome<FactScalar> {
  const known = vocabulary?.facts[fact]
  switch (known?.type ?? guessedType(fact, value)) {
    case 'boolean':
      return booleanOf(value)
    case 'choice':
      return choiceOf(value, known?.options?.map((option) => option.value) ?? [])
    case 'number':
      return numberOf(value)
    case 'fen':
      return moneyOf(value)
    case 'date':
      return parseLocalDate(value)
    case 'instant':
      return parseInstant(value)
    case 'text':
      return done(String(value))
    default:
      return done(value)
  }
}

function guessedType(fact: string, value: FactScalar): string {
  if (fact.endsWith('-fen')) return 'fen'
  if (typeof value !== 'string') return typeof value
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
  return /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}/.test(value) ? 'instant' : 'text'
}

function booleanOf(value: FactScalar): Outcome<FactScalar> {
  if (typeof value === 'boolean') return done(value)
  if (value === '是' || value === 'yes' || value === 'true') return done(true)
  if (value === '否' || value === 'no' || value === 'false') return done(false)
  return refuse('wrong-type', { zh: `“${value}”应写 true（是）或 false（否）`, en: `"${value}" must be true or false` })
}

function choiceOf(value: FactScalar, options: readonly string[]): Outcome<FactScalar> {
  const text = String(value)
  if (options.includes(text)) return done(text)
  const near = nearestName(text, options)
  const list = options.join(', ')
  return refuse('not-a-choice', {
    zh: `“${text}”不在可选项中${near === undefined ? '；' : `，是不是 ${near}？`}可选：${list}`,
    en: `"${text}" is not one of the choices${near === undefined ? '.' : `; did you mean ${near}?`} Choices: ${list}`,
  })
}

function numberOf(value: FactScalar): Outcome<FactScalar> {
  const number =
    typeof value === 'number' ? value : Number(/^[-+]?\d+(\.\d+)?$/.test(String(value)) ? value : Number.NaN)
  if (Number.isFinite(number)) return done(number)
  return refuse('wrong-type', { zh: `“${value}”应写成数字`, en: `"${value}" must be a number` })
}

function moneyOf(value: FactScalar): Outcome<FactScalar> {
  const text = String(value)
  const amount = parseYuan(text)
  if (!amount.ok || /[元¥￥]/.test(text)) return amount
  return refuse('amount-without-unit', {
    zh: `“${text}”没有单位；请写成 ${text}元`,
    en: `"${text}" has no unit; write ¥${text}`,
  })
}
