import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { FactScalar } from '../../../core/values/fact-scalar.ts'
import type { CaseView, Vocabulary } from '../../../server/api/client.ts'
import { useGive } from '../../api/give.ts'
import { caseQuery, vocabularyQuery } from '../../api/queries.ts'
import { Button, buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { FactAnswer } from '../../parts/fact-answer.tsx'
import { Page } from '../../parts/page.tsx'
import { Fault, Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Questions of a case, one at a time, the most decisive first. */
export function QuestionsPage() {
  const { id } = useParams({ from: '/case/$id/questions' })
  const { lang } = useTexts()
  const vocabulary = useQuery(vocabularyQuery(lang))
  return (
    <Loaded query={useQuery(caseQuery(id, lang))}>
      {(view) => <Loaded query={vocabulary}>{(words) => <Questions view={view} words={words} />}</Loaded>}
    </Loaded>
  )
}

function Questions({ view, words }: { readonly view: CaseView; readonly words: Vocabulary }) {
  const { t } = useTexts()
  const give = useGive(view)
  /** Facts asked in this sitting, in their order; the last one is on the screen when one went back to it. */
  const [passed, setPassed] = useState<readonly string[]>([])
  const [again, setAgain] = useState<string>()
  const open = view.advice.questions.filter(({ fact }) => view.case.facts[fact]?.status !== 'unknown')
  const waiting = open.filter(({ fact }) => !passed.includes(fact))
  const fact = again ?? waiting[0]?.fact
  const asked = fact === undefined ? undefined : words.facts[fact]
  const above = (
    <Link to="/case/$id" params={{ id: view.id }} className={`${buttonLook('quiet')} -ml-2`}>
      <ArrowLeft aria-hidden="true" size={18} />
      {view.title === view.id ? t.case.untitled : view.title}
    </Link>
  )
  if (view.case.problem.types.length === 0)
    return (
      <Page title={t.question.first} above={above}>
        <Card>
          <p>{t.question.firstWhy}</p>
          <Link
            to="/case/$id/details"
            params={{ id: view.id }}
            search={{ do: 'problem-type' }}
            className={`${buttonLook('primary')} mt-3`}
          >
            {t.question.choose}
          </Link>
        </Card>
      </Page>
    )
  if (fact === undefined || asked === undefined)
    return (
      <Page title={t.question.done} above={above}>
        <Card>
          <p>{open.length > 0 ? t.question.skipped(open.length) : t.question.doneWhy}</p>
          <div className="mt-3 flex flex-wrap gap-2">
            {open.length > 0 ? <Button onClick={() => setPassed([])}>{t.question.again}</Button> : null}
            <Link to="/case/$id" params={{ id: view.id }} className={buttonLook('primary')}>
              {t.question.toCase}
            </Link>
          </div>
        </Card>
      </Page>
    )
  const before = again === undefined ? passed.at(-1) : passed[passed.indexOf(again) - 1]
  const goOn = () => {
    setAgain(undefined)
    setPassed((all) => (all.includes(fact) ? all : [...all, fact]))
  }
  const answer = (value: FactScalar | undefined) =>
    give.mutate(
      [
        {
          type: 'StateFact',
          payload: value === undefined ? { fact, status: 'unknown', by: [] } : { fact, status: 'known', value, by: [] },
        },
      ],
      { onSuccess: goOn },
    )
  const why = view.advice.questions.find((question) => question.fact === fact)?.why ?? []
  const rights = view.advice.rights.filter(({ id }) => why.includes(id)).map(({ title }) => title)
  return (
    <Page key={fact} title={asked.ask} above={above}>
      <p className="text-soft text-sm" role="status">
        {t.question.left(waiting.length)}
      </p>
      <Card className="my-3">
        <p>{asked.why}</p>
        {rights.length > 0 ? (
          <p className="mt-2 text-soft text-sm">
            {t.question.decides}
            {rights.join(t.question.comma)}
          </p>
        ) : null}
        {asked.hint === undefined ? null : <p className="mt-2 text-soft text-sm">{asked.hint}</p>}
      </Card>
      <FactAnswer fact={asked} value={view.case.facts[fact]?.value} busy={give.isPending} onAnswer={answer} />
      <Fault error={give.error} />
      <div className="flex justify-between gap-2">
        {before === undefined ? (
          <span />
        ) : (
          <Button look="quiet" onClick={() => setAgain(before)}>
            {t.question.before}
          </Button>
        )}
        <Button look="quiet" onClick={goOn}>
          {t.act.skip}
        </Button>
      </div>
    </Page>
  )
}
