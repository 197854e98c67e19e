import { Link } from '@tanstack/react-router'
import { Check, CircleHelp, X } from 'lucide-react'
import type { Reason, RightFinding } from '../../../core/advice/advice.ts'
import { formatYuan } from '../../../core/values/fen.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge, type Tone } from '../../parts/badge.tsx'
import { buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Cites } from '../../parts/cites.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Empty } from '../../parts/state.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CasePage } from './case-page.tsx'
import { Ladder } from './ladder.tsx'

const groups = ['applies', 'needs-facts', 'does-not-apply'] as const
const tones: Readonly<Record<RightFinding['status'], Tone>> = {
  applies: 'good',
  'needs-facts': 'warn',
  'does-not-apply': 'plain',
}

/** What the user may ask for, and every right with each of its reasons. */
export function RightsPage() {
  const { advice } = useCase()
  const { t } = useTexts()
  const words = t.case.rights
  return (
    <CasePage title={t.case.place.rights} lead={words.lead}>
      {advice.rights.length === 0 ? <Empty title={words.none}>{words.noneWhy}</Empty> : null}
      <div className="grid gap-6 md:grid-cols-2">
        <div className="min-w-0">
          <Ladder />
          <Questions />
        </div>
        <div className="min-w-0">
          {groups.map((status) => (
            <Group key={status} status={status} rights={advice.rights.filter((right) => right.status === status)} />
          ))}
        </div>
      </div>
    </CasePage>
  )
}

/** The questions that decide most, to be answered at once. */
function Questions() {
  const { view, advice, kase } = useCase()
  const { t } = useTexts()
  if (advice.questions.length === 0 || kase.status === 'closed') return null
  const title = (id: string) => advice.rights.find((right) => right.id === id)?.title ?? id
  return (
    <section className="my-6">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold text-lg">{t.case.rights.questions}</h2>
        <Link to="/case/$id/questions" params={{ id: view.id }} className={buttonLook('quiet')}>
          {t.case.rights.oneByOne}
        </Link>
      </div>
      <ul className="grid gap-2">
        {advice.questions.map(({ fact, ask, why }) => (
          <li key={fact}>
            <Card className="flex flex-wrap items-center justify-between gap-2">
              <span className="min-w-0 flex-1">
                {ask}
                <span className="block text-soft text-sm">
                  {t.case.rights.decides(why.slice(0, 3).map(title), why.length)}
                </span>
              </span>
              <SheetLink sheet="fact" of={fact} label={t.case.rights.answerThis(ask)}>
                {t.case.rights.answer}
              </SheetLink>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Group({
  status,
  rights,
}: {
  readonly status: RightFinding['status']
  readonly rights: readonly RightFinding[]
}) {
  const { t } = useTexts()
  if (rights.length === 0) return null
  const list = (
    <ul className="grid gap-3">
      {rights.map((right) => (
        <Right key={right.id} right={right} />
      ))}
    </ul>
  )
  const title = `${t.names.rightStatus[status]} ${rights.length}`
  return (
    <section className="mb-6">
      {status === 'does-not-apply' ? (
        <Disclosure summary={title}>{list}</Disclosure>
      ) : (
        <>
          <h2 className="mb-2 font-semibold text-lg">{title}</h2>
          {list}
        </>
      )}
    </section>
  )
}

function Right({ right }: { readonly right: RightFinding }) {
  const { view } = useCase()
  const { t } = useTexts()
  const { id, title, status, reasons, cites, amount } = right
  return (
    <li id={`right-${id}`} tabIndex={-1}>
      <Card>
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <Badge tone={tones[status]}>{t.names.rightStatus[status]}</Badge>
          <span className="font-medium">{title}</span>
          {amount === undefined ? null : (
            <span className="ml-auto font-semibold">
              <Sum fen={amount.fen} />
            </span>
          )}
        </p>
        <ul className="my-2 grid gap-1">
          {reasons.map((reason) => (
            <ReasonLine key={`${reason.text} ${reason.fact ?? ''}`} reason={reason} right={title} />
          ))}
        </ul>
        {amount === undefined || amount.steps.length === 0 ? null : (
          <Disclosure summary={t.case.rights.reckoned}>
            <table className="w-full text-sm tabular-nums">
              <caption className="sr-only">{t.case.rights.reckoned}</caption>
              <tbody>
                {amount.steps.map(({ text, fen }) => (
                  <tr key={text}>
                    <th scope="row" className="py-1 pr-3 text-left font-normal">
                      {text}
                    </th>
                    <td className="py-1 text-right">¥{formatYuan(fen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Disclosure>
        )}
        <Cites refs={cites} names={view.cites} />
      </Card>
    </li>
  )
}

const signs = { true: [Check, 'text-good'], false: [X, 'text-soft'], null: [CircleHelp, 'text-warn'] } as const

function ReasonLine({ reason: { text, fact, met }, right }: { readonly reason: Reason; readonly right: string }) {
  const { kase, vocabulary } = useCase()
  const { t } = useTexts()
  const [Sign, tone] = signs[`${met}`]
  const asked = fact !== undefined && vocabulary.facts[fact] !== undefined && kase.status !== 'closed'
  return (
    <li className="flex items-start gap-2">
      <span className={`mt-1.5 shrink-0 ${tone}`}>
        <Sign aria-hidden="true" size={18} strokeWidth={2.5} />
        <span className="sr-only">{t.case.rights.met[`${met}`]}</span>
      </span>
      <span className="min-w-0 flex-1">
        {text}
        {asked && met === null ? (
          <SheetLink sheet="fact" of={fact} look="small" label={t.case.rights.answerThis(`${right}：${text}`)}>
            {t.case.rights.answer}
          </SheetLink>
        ) : null}
      </span>
    </li>
  )
}
