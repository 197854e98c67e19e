import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useCaseCounts } from '../../case/case-counts.ts'
import { casePlaces } from '../../case/step-target.ts'
import { useCase } from '../../case/use-case.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../texts/texts.tsx'

type Props = { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode }

/** A page below the overview: back to it on a phone, across to the others on a desk. */
export function CasePage({ title, lead, children }: Props) {
  const { view } = useCase()
  return (
    <Page title={title} wide above={<CaseNav />}>
      <p className="-mt-2 mb-3 text-soft md:hidden">{view.title}</p>
      {lead === undefined ? null : <p className="mb-4 max-w-3xl text-soft">{lead}</p>}
      {children}
      <HashTarget />
    </Page>
  )
}

/** The pages of the case beside one another. */
export function CaseNav({ overview = false }: { readonly overview?: boolean }) {
  const { t } = useTexts()
  const { view } = useCase()
  const counts = useCaseCounts()
  const look =
    'inline-flex min-h-11 items-center gap-1 rounded-xl px-3 text-soft hover:text-accent aria-[current=page]:bg-accent-tint aria-[current=page]:font-semibold aria-[current=page]:text-accent'
  return (
    <nav aria-label={t.case.pages}>
      <Link to="/case/$id" params={{ id: view.id }} className="inline-flex min-h-11 items-center text-accent md:hidden">
        ‹ {t.case.backToCase}
      </Link>
      {overview ? null : <p className="hidden truncate px-3 pt-2 text-soft text-sm md:block">{view.title}</p>}
      <ul className="hidden flex-wrap gap-1 border-line border-b pb-2 md:flex">
        <li>
          <Link
            to="/case/$id"
            params={{ id: view.id }}
            activeOptions={{ exact: true, includeSearch: false }}
            className={look}
          >
            {t.case.overview}
          </Link>
        </li>
        {casePlaces.map((place) => (
          <li key={place}>
            <Link
              to={`/case/$id/${place}`}
              params={{ id: view.id }}
              activeOptions={{ includeSearch: false }}
              className={look}
            >
              {t.case.place[place]}
              {counts[place] === undefined ? null : <span className="text-sm">{counts[place]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Goes to the thing that the address names, once it stands on the page, and unfolds what it is folded into. */
export function HashTarget() {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1))
    const found = id === '' ? null : document.getElementById(id)
    if (found === null) return
    for (let folded = found.closest('details'); folded; folded = folded.parentElement?.closest('details') ?? null)
      folded.open = true
    found.scrollIntoView({ block: 'start' })
    found.focus({ preventScroll: true })
  }, [])
  return null
}
