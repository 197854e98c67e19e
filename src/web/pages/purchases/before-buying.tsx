import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FactScalar } from '../../../core/values/fact-scalar.ts'
import { buyingQuery, vocabularyQuery } from '../../api/queries.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Cites } from '../../parts/cites.tsx'
import { FactAnswer } from '../../parts/fact-answer.tsx'
import { Page } from '../../parts/page.tsx'
import { StandingBadge } from '../../parts/standing-badge.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

type Answers = Readonly<Record<string, FactScalar>>
const none: Answers = {}
const tones = { stop: 'bad', care: 'warn', good: 'good' } as const

/** What to look at before paying: one question at a time, and what the answers so far mean. */
export function BeforeBuyingPage() {
  const { t, lang } = useTexts()
  const words = t.purchases
  const [answers, setAnswers, clear] = useDraft<Answers>('before-buying', none)
  const check = useQuery({ ...buyingQuery(answers, lang), placeholderData: keepPreviousData })
  const facts = useQuery(vocabularyQuery(lang)).data?.facts
  return (
    <Page title={words.checkTitle}>
      <p className="text-soft">{words.checkLead}</p>
      <Loaded query={check}>
        {({ findings, questions, cites }) => {
          const [question] = questions
          const fact = question && facts?.[question.fact]
          return (
            <>
              {question === undefined || fact === undefined ? (
                <p role="status" className="my-4 rounded-xl bg-accent-tint p-3">
                  {findings.length === 0 ? words.nothingSaid : words.allAsked}
                </p>
              ) : (
                <Card title={question.ask} className="my-4">
                  <p className="text-soft">{question.why}</p>
                  {question.hint === undefined ? null : <p className="text-soft text-sm">{question.hint}</p>}
                  <FactAnswer
                    key={question.fact}
                    fact={fact}
                    value={undefined}
                    busy={check.isPlaceholderData}
                    onAnswer={(value) => setAnswers({ ...answers, [question.fact]: value ?? '?' })}
                  />
                  <p className="text-soft text-sm">{words.left(questions.length)}</p>
                </Card>
              )}
              <ul className="grid gap-3" aria-live="polite">
                {findings.map(({ id, title, level, text, standing, cites: refs }) => (
                  <li key={`${id} ${text}`}>
                    <Card>
                      <p className="flex flex-wrap items-center gap-2">
                        <Badge tone={tones[level]}>{words.level[level]}</Badge>
                        <span className="font-medium">{title}</span>
                        <StandingBadge standing={standing} />
                      </p>
                      <p className="my-1">{text}</p>
                      <Cites refs={refs} names={cites} />
                    </Card>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
      {Object.keys(answers).length === 0 ? null : (
        <Button look="quiet" className="my-4" onClick={clear}>
          {words.again}
        </Button>
      )}
    </Page>
  )
}
