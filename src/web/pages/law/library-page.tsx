import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** A page of what can be read without a case, with the way to the others. */
export function LibraryPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTexts()
  const pages = [
    { to: '/law', label: t.library.provisions },
    { to: '/law/guide', label: t.library.guide },
    { to: '/law/cases', label: t.library.stories },
  ] as const
  return (
    <Page title={title}>
      <nav aria-label={t.library.title} className="my-3 flex gap-1 rounded-xl border border-line bg-card p-1">
        {pages.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className="flex min-h-11 flex-1 items-center justify-center rounded-lg px-2 text-center aria-[current=page]:bg-accent-tint aria-[current=page]:font-semibold aria-[current=page]:text-accent"
          >
            {label}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
