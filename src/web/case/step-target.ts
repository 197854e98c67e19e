import type { Advice, NextStep } from '../../core/advice/advice.ts'
import type { Case } from '../../core/case/case.ts'
import type { SheetName } from './sheet-link.tsx'

/** The pages of a case below its overview. */
export const casePlaces = [
  'timeline',
  'evidence',
  'rights',
  'channels',
  'clocks',
  'offers',
  'routes',
  'papers',
  'details',
] as const
export type CasePlace = (typeof casePlaces)[number]

/** Where a step is done: a page, with the thing on it, and the dialog that does it at once. */
export type StepTarget = {
  readonly place: CasePlace
  readonly hash?: string
  readonly sheet?: SheetName
  readonly of?: string
}

/** Advice says steps in words; which page does a step is told from what it was made of. */
export function stepTarget(step: NextStep, kase: Case, advice: Advice): StepTarget {
  if (kase.status === 'closed') return { place: 'details', sheet: 'reopen' }
  if (kase.problem.types.length === 0)
    return { place: 'details', sheet: kase.problem.words === '' ? 'problem' : 'problem-type' }
  const question = advice.questions.find(({ ask }) => ask === step.do)
  if (question !== undefined) return { place: 'rights', sheet: 'fact', of: question.fact }
  const need = advice.evidence.find(({ how }) => how === step.do)
  if (need !== undefined) return { place: 'evidence', hash: `need-${need.need}` }
  if (step.with !== undefined) return { place: 'channels', hash: `channel-${step.with}` }
  const offer = advice.offers.find(({ options, answerBy }) => options.length > 0 && answerBy === step.by)
  if (offer !== undefined) return { place: 'offers', hash: `offer-${offer.id}` }
  const clock = advice.deadlines.find(({ what, due }) => what === step.do || (step.by !== undefined && due === step.by))
  return clock === undefined ? { place: 'channels' } : { place: 'clocks', hash: `clock-${clock.id}` }
}

/** Where what a paper lacks is entered. */
export function missingTarget(what: string): StepTarget {
  if (/^consumer\./.test(what)) return { place: 'details', sheet: 'person' }
  if (/^(order\.number|order\.paid|demands\.sum)/.test(what)) return { place: 'details', sheet: 'order' }
  if (/^(purchase\.day|order\.)/.test(what)) return { place: 'details', sheet: 'times' }
  if (/^(shop|respondent)\./.test(what)) return { place: 'details', sheet: 'shop' }
  if (what === 'items' || what.startsWith('item')) return { place: 'details', sheet: 'item', of: '0' }
  if (what === 'problem.words') return { place: 'details', sheet: 'problem' }
  if (what === 'problem.types') return { place: 'details', sheet: 'problem-type' }
  if (what.startsWith('contacts')) return { place: 'timeline' }
  if (/^(evidence|held\.)/.test(what)) return { place: 'evidence' }
  if (what.startsWith('offer')) return { place: 'offers' }
  if (what.startsWith('filings')) return { place: 'channels' }
  if (/^(rights|claims|demands|breaches)/.test(what)) return { place: 'rights' }
  if (/^[a-z][a-z0-9-]*\.[a-z0-9.-]+$/.test(what)) return { place: 'rights', sheet: 'fact', of: what }
  return { place: 'details' }
}
