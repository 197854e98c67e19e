import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import type { Advice } from '../../../core/advice/advice.ts'
import type { LookView } from '../../../server/api/client.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { firstWindow } from '../../case/where-it-stands.ts'
import { Card } from '../../parts/card.tsx'
import { DueLabel } from '../../parts/due-label.tsx'
import { inputLook } from '../../parts/field.tsx'
import { StandingBadge } from '../../parts/standing-badge.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'

type Props = {
  readonly look: LookView
  readonly types: readonly string[]
  readonly onTypes: (types: readonly string[]) => void
}

/** What the words come to: the problem to agree to, the window that closes first, the sum, the first step. */
export function Answer({ look, types, onTypes }: Props) {
  const { t } = useTexts()
  const { advice, case: kase } = look
  const window = firstWindow(advice)
  const most = mostOf(advice)
  const [step] = advice.next
  return (
    <Card className="my-3 border-accent">
      <ProblemChoice
        offered={[
          ...new Set([
            ...types,
            ...kase.problem.types.map(({ type }) => type),
            ...look.reading.unsure.map(({ type }) => type),
          ]),
        ]}
        types={types}
        onTypes={onTypes}
      />
      {look.reading.problems.length > 0 && !look.reading.complaint ? (
        <p className="my-2 rounded-xl bg-warn-tint p-3 text-warn">{t.start.isQuestion}</p>
      ) : null}
      <dl className="grid gap-3 md:grid-cols-2">
        <div>
          <dt className="text-soft text-sm">{t.start.first}</dt>
          <dd>
            {window === undefined ? (
              t.start.noWindow
            ) : (
              <>
                <span className="block font-medium">{window.what}</span>
                <DueLabel due={window.due} now={advice.now} provisional={window.provisional} />{' '}
                <StandingBadge standing={window.standing} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-soft text-sm">{t.start.sum}</dt>
          <dd>
            {most === undefined ? (
              kase.order.paidFen === undefined ? (
                t.start.noSum
              ) : (
                t.start.sumLater
              )
            ) : (
              <>
                <Sum fen={most.fen} large /> <span className="block text-soft text-sm">{most.title}</span>
              </>
            )}
          </dd>
        </div>
      </dl>
      {step === undefined || kase.problem.types.length === 0 ? null : (
        <p className="mt-3 border-line border-t pt-3">
          <span className="block text-soft text-sm">{t.case.nextStep}</span>
          <span className="font-medium">{step.do}</span>
        </p>
      )}
    </Card>
  )
}

/** The highest sum of a right that applies. */
function mostOf({ rights }: Advice) {
  return rights
    .flatMap(({ status, amount, title }) => (status === 'applies' && amount ? [{ fen: amount.fen, title }] : []))
    .toSorted((a, b) => b.fen - a.fen)[0]
}

type ChoiceProps = Pick<Props, 'types' | 'onTypes'> & { readonly offered: readonly string[] }

function ProblemChoice({ offered, types, onTypes }: ChoiceProps) {
  const { t, lang } = useTexts()
  const problems = useQuery(vocabularyQuery(lang)).data?.problems ?? []
  const named = new Map(problems.map((problem) => [problem.id, problem]))
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 text-soft text-sm">{offered.length === 0 ? t.start.none : t.start.problemPick}</legend>
      <div className="flex flex-wrap gap-2">
        {offered.slice(0, 4).map((type) => {
          const chosen = types.includes(type)
          return (
            <button
              key={type}
              type="button"
              aria-pressed={chosen}
              onClick={() => onTypes(chosen ? types.filter((one) => one !== type) : [...types, type])}
              className="flex min-h-11 items-center gap-2 rounded-xl border border-line px-4 text-left aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
            >
              {chosen ? <Check aria-hidden="true" size={18} /> : null}
              {named.get(type)?.title ?? type}
            </button>
          )
        })}
        <select
          aria-label={t.start.otherProblem}
          className={`${inputLook} md:w-64`}
          value=""
          onChange={({ currentTarget: { value } }) => onTypes([...types, value])}
        >
          <option value="">{t.start.otherProblem}</option>
          {problems
            .filter(({ id }) => !offered.includes(id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </div>
      {types.length === 1 ? <p className="mt-1 text-soft text-sm">{named.get(types[0] ?? '')?.plain}</p> : null}
    </fieldset>
  )
}
