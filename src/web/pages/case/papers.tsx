import { useQuery } from '@tanstack/react-query'
import type { PaperRow } from '../../../server/api/client.ts'
import { papersQuery } from '../../api/queries.ts'
import { useCase } from '../../case/use-case.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CasePage, HashTarget } from './case-page.tsx'
import { PaperCard } from './paper-card.tsx'

/** Letters and forms made from the case: drafts until the user files them. Nothing is sent by the program. */
export function PapersPage() {
  const { view } = useCase()
  const { t, lang } = useTexts()
  const papers = useQuery(papersQuery(view.id, lang))
  const words = t.case.papers
  return (
    <CasePage title={t.case.place.papers} lead={words.lead}>
      <Loaded query={papers}>
        {({ papers: all }) => (
          <>
            <Group title={words.ready} papers={byKind(all).filter(({ status }) => status === 'ready')} />
            <Group title={words.withheld} papers={byKind(all).filter(({ status }) => status === 'withheld')} />
            <Group title={words.later} papers={byKind(all).filter(({ status }) => status === 'later')} folded />
            <HashTarget />
          </>
        )}
      </Loaded>
    </CasePage>
  )
}

const kinds = ['letter', 'form', 'script', 'list', 'overview']

/** Letters first, then forms; what explains the case last. */
function byKind(papers: readonly PaperRow[]): readonly PaperRow[] {
  return papers.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

type Props = { readonly title: string; readonly papers: readonly PaperRow[]; readonly folded?: boolean }

function Group({ title, papers, folded = false }: Props) {
  if (papers.length === 0) return null
  const list = (
    <ul className="grid items-start gap-3 md:grid-cols-2">
      {papers.map((paper) => (
        <PaperCard key={paper.id} paper={paper} />
      ))}
    </ul>
  )
  if (folded) return <Disclosure summary={`${title} ${papers.length}`}>{list}</Disclosure>
  return (
    <section className="mb-6">
      <h2 className="mb-2 font-semibold text-lg">
        {title} <span className="text-soft">{papers.length}</span>
      </h2>
      {list}
    </section>
  )
}
