import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { LawFound } from '../../../server/api/client.ts'
import { lawSearchQuery } from '../../api/library-queries.ts'
import { useSettled } from '../../api/use-settled.ts'
import { SearchBox } from '../../forms/search-box.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { LibraryPage } from './library-page.tsx'

/** The law, asked in plain words; the question stands in the address, so that coming back shows it again. */
export function LawSearchPage() {
  const { t, lang } = useTexts()
  const { q = '' } = useSearch({ from: '/law' })
  const navigate = useNavigate()
  const [words, setWords] = useState(q)
  const sought = useSettled(words.trim(), 250)
  useEffect(() => {
    if (sought !== q) void navigate({ to: '/law', search: sought === '' ? {} : { q: sought }, replace: true })
  }, [sought, q, navigate])
  return (
    <LibraryPage title={t.library.title}>
      <SearchBox label={t.library.ask} words={words} onWords={setWords} />
      {sought === '' ? (
        <>
          <p className="my-3 text-soft">{t.library.askHow}</p>
          <ul className="grid gap-2">
            {t.library.examples.map((one) => (
              <li key={one}>
                <Button className="w-full justify-start text-left" onClick={() => setWords(one)}>
                  {one}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Found words={sought} lang={lang} />
      )}
    </LibraryPage>
  )
}

function Found({ words, lang }: { readonly words: string; readonly lang: 'zh-CN' | 'en' }) {
  const { t } = useTexts()
  const query = useQuery(lawSearchQuery(words, lang))
  return (
    <Loaded query={query}>
      {({ found }) =>
        found.length === 0 ? (
          <Empty title={t.library.nothing}>{t.library.nothingHow}</Empty>
        ) : (
          <ol className="grid gap-3">
            {found.map((hit) => (
              <li key={hit.ref}>
                <Hit hit={hit} />
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  )
}

function Hit({ hit: { ref, cite, law, title, imported } }: { readonly hit: LawFound }) {
  const { t } = useTexts()
  const said = (
    <>
      <span className="block font-medium">{title}</span>
      <span className="block text-soft text-sm">
        {imported ? `《${law}》` : cite} {imported ? <Badge>{t.library.imported(imported.day)}</Badge> : null}
      </span>
    </>
  )
  if (imported) return <Card>{said}</Card>
  return (
    <Link
      to="/laws/$ref"
      params={{ ref }}
      className="block rounded-2xl border border-line bg-card p-4 hover:border-accent md:p-5"
    >
      {said}
    </Link>
  )
}
