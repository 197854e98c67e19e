import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { caseQuery } from '../../api/queries.ts'
import { Card } from '../../parts/card.tsx'
import { Page } from '../../parts/page.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Where a case stands and what to do next. */
export function OverviewPage() {
  const { id } = useParams({ from: '/case/$id' })
  const { t, lang } = useTexts()
  return (
    <Loaded query={useQuery(caseQuery(id, lang))}>
      {({ title, advice }) => (
        <Page title={title}>
          {advice.next.map((step, index) => (
            <Card key={step.do} title={index === 0 ? t.case.nextStep : t.case.after} className="my-3">
              <p className="font-medium">{step.do}</p>
              <p className="text-soft">{step.why}</p>
            </Card>
          ))}
        </Page>
      )}
    </Loaded>
  )
}
