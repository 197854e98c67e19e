import type { FactScalar } from '../values/fact-scalar.ts'
import { type Outcome, refuse } from '../values/refusal.ts'
import { admit, fitsText, needsExhibits, type Objection, oneOf } from './admission.ts'
import type { Case, StatedFact } from './case.ts'
import type { Step } from './log/step.ts'

/** `known` and `disputed` carry the user's value; `unknown` carries none and takes back what was stated before. */
export type FactStatement = {
  readonly fact: string
  readonly status: StatedFact['status']
  readonly value?: FactScalar
  readonly by: readonly string[]
}

export type FactEvent = Step<'FactStated', FactStatement>
export type FactCommand = Step<'StateFact', FactStatement>

export const factStatuses = ['known', 'unknown', 'disputed'] as const

export function decideFact(kase: Case, command: FactCommand): Outcome<readonly FactEvent[]> {
  const { at, payload } = command
  return admit<FactEvent>(
    [
      needsFactId(payload.fact),
      oneOf(payload.status, factStatuses, 'status'),
      fitsValue(payload),
      needsExhibits(kase, payload.by, 'by'),
    ],
    { type: 'FactStated', at, payload },
  )
}

export function foldFact(kase: Case, event: FactEvent): Case {
  const { fact, ...stated } = event.payload
  return { ...kase, facts: { ...kase.facts, [fact]: { ...stated, at: event.at } } }
}

function needsFactId(fact: string): Objection {
  if (/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(fact)) return undefined
  return refuse(
    'fact-id-off',
    {
      zh: `“${fact}”不是事实的名称，应像 fault.found-on`,
      en: `"${fact}" is not a fact's name; it looks like fault.found-on`,
    },
    '',
  )
}

function fitsValue({ fact, status, value }: FactStatement): Objection {
  if (typeof value === 'number' && !Number.isFinite(value))
    return refuse('fact-value-off', { zh: `${fact} 的值不是数字`, en: `the value of ${fact} is not a number` }, 'value')
  if (status === 'unknown' && value !== undefined)
    return refuse(
      'fact-value-off',
      {
        zh: `${fact} 标为 unknown 又写了值；请去掉值，或把 status 改为 known`,
        en: `${fact} is marked unknown and has a value; drop the value, or make the status known`,
      },
      'value',
    )
  if (status !== 'unknown' && value === undefined)
    return refuse(
      'fact-value-missing',
      {
        zh: `${fact} 标为 ${status} 却没有值；请写上 value，或把 status 改为 unknown`,
        en: `${fact} is marked ${status} and has no value; write value, or make the status unknown`,
      },
      'value',
    )
  return typeof value === 'string' ? fitsText(value, 'value') : undefined
}
