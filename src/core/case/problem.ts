import { type Outcome, refuse } from '../values/refusal.ts'
import { admit, needsText, type Objection } from './admission.ts'
import type { Case } from './case.ts'
import type { Step } from './log/step.ts'

type Described = { readonly words: string }
type Confirmed = { readonly type: string; readonly confirmed: boolean }

export type ProblemEvent = Step<'ProblemDescribed', Described> | Step<'ProblemConfirmed', Confirmed>
/** `confirmed: false` keeps a type as a proposal that the user has not agreed to. */
export type ProblemCommand = Step<'DescribeProblem', Described> | Step<'ConfirmProblem', Confirmed>

export function decideProblem(_kase: Case, command: ProblemCommand): Outcome<readonly ProblemEvent[]> {
  const { at } = command
  switch (command.type) {
    case 'DescribeProblem':
      return admit<ProblemEvent>([needsText(command.payload.words, 'words')], {
        type: 'ProblemDescribed',
        at,
        payload: command.payload,
      })
    case 'ConfirmProblem':
      return admit<ProblemEvent>([needsType(command.payload.type)], {
        type: 'ProblemConfirmed',
        at,
        payload: command.payload,
      })
  }
}

export function foldProblem(kase: Case, event: ProblemEvent): Case {
  const { problem } = kase
  switch (event.type) {
    case 'ProblemDescribed':
      return { ...kase, problem: { ...problem, words: event.payload.words } }
    case 'ProblemConfirmed': {
      const { type, confirmed } = event.payload
      const known = problem.types.some((entry) => entry.type === type)
      const types = known
        ? problem.types.map((entry) => (entry.type === type ? { type, confirmed } : entry))
        : [...problem.types, { type, confirmed }]
      return { ...kase, problem: { ...problem, types } }
    }
  }
}

function needsType(type: string): Objection {
  if (/^[a-z][a-z_]{0,99}$/.test(type)) return undefined
  return refuse(
    'problem-type-off',
    {
      zh: `问题类型“${type}”写法不对：用小写英文和下划线，例如 quality_defect`,
      en: `"${type}" is not a problem type: write lower-case words with _, such as quality_defect`,
    },
    'type',
  )
}
