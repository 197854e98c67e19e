import type { StatedFact } from '../../../core/case/case.ts'
import { formatYuan } from '../../../core/values/fen.ts'
import { parseInstant } from '../../../core/values/instant.ts'
import type { Vocabulary } from '../../../server/api/client.ts'
import type { Filled, FormField, FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import { exhibitOptions, type SheetWorld } from './sheet-world.ts'

type FactWords = Vocabulary['facts'][string]
const unknown = '?'

/** One question, with why it is asked; "I don't know" is an answer. */
export function factSpec(world: SheetWorld): FormSpec | undefined {
  const { t, of, kase, vocabulary } = world
  const fact = vocabulary.facts[of]
  if (fact === undefined) return undefined
  const words = t.form.fact
  const stated = kase.facts[of]
  const chosen = fact.type === 'boolean' || fact.type === 'choice'
  return {
    id: `fact.${of}`,
    title: fact.ask,
    lead: [fact.why, fact.hint].filter(Boolean).join(' '),
    fields: [
      valueField(fact, world),
      ...(chosen ? [] : [{ kind: 'tick', name: 'unknown', label: t.act.unknown } as const]),
      { kind: 'tick', name: 'disputed', label: words.disputed, hint: words.disputedHint },
      { kind: 'several', name: 'by', label: words.by, options: exhibitOptions(world) },
    ],
    start: {
      value: typed(fact, stated),
      unknown: stated?.status === 'unknown',
      disputed: stated?.status === 'disputed',
      by: stated?.by ?? [],
    },
    submit: words.submit,
    commands(filled) {
      const by = filled.list('by')
      if (filled.is('unknown') || filled.text('value') === unknown)
        return [{ type: 'StateFact', payload: { fact: of, status: 'unknown', by: [] } }]
      const value = readValue(fact, filled, stated)
      if (value === undefined) return []
      const status = filled.is('disputed') ? 'disputed' : 'known'
      return [{ type: 'StateFact', payload: { fact: of, status, value, by } }]
    },
  }
}

function valueField({ type, options = [] }: FactWords, { t }: SheetWorld): FormField {
  const field = { name: 'value', label: t.form.fact.value }
  switch (type) {
    case 'boolean':
      return {
        ...field,
        kind: 'choice',
        needed: true,
        options: [
          { value: 'yes', label: t.act.yes },
          { value: 'no', label: t.act.no },
          { value: unknown, label: t.act.unknown },
        ],
      }
    case 'choice':
      return { ...field, kind: 'choice', needed: true, options: [...options, { value: unknown, label: t.act.unknown }] }
    case 'date':
      return { ...field, kind: 'day' }
    case 'instant':
      return { ...field, kind: 'moment' }
    case 'fen':
      return { ...field, kind: 'money' }
    case 'number':
      return { ...field, kind: 'count' }
    default:
      return { ...field, kind: 'words', rows: 3 }
  }
}

function typed({ type }: FactWords, stated: StatedFact | undefined): string {
  const value = stated?.value
  const chosen = type === 'boolean' || type === 'choice'
  if (value === undefined) return stated?.status === 'unknown' && chosen ? unknown : ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (type === 'fen' && typeof value === 'number') return formatYuan(value)
  if (type === 'instant' && typeof value === 'string' && parseInstant(value).ok) return wallClock(value)
  return String(value)
}

function readValue({ type }: FactWords, filled: Filled, stated: StatedFact | undefined) {
  const text = filled.text('value')
  if (text === '') return undefined
  switch (type) {
    case 'boolean':
      return text === 'yes'
    case 'fen':
      return filled.fen('value')
    case 'number':
      return Number(text)
    case 'instant':
      return filled.moment('value', typeof stated?.value === 'string' ? stated.value : undefined)
    default:
      return text
  }
}
