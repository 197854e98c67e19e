import type { Advice } from '../../core/advice/advice.ts'
import { Cites } from '../parts/cites.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { useTexts } from '../texts/texts.tsx'
import { useCase } from './use-case.tsx'

const FIRST = 4

/** What to know before acting, each with what it rests on; the first few at once. */
export function Warnings() {
  const { advice } = useCase()
  const { t } = useTexts()
  const [first, more] = [advice.warnings.slice(0, FIRST), advice.warnings.slice(FIRST)]
  if (first.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 font-semibold text-lg">{t.case.warnings}</h2>
      <List warnings={first} />
      {more.length === 0 ? null : (
        <Disclosure summary={t.case.moreWarnings(more.length)}>
          <List warnings={more} />
        </Disclosure>
      )}
    </section>
  )
}

function List({ warnings }: { readonly warnings: Advice['warnings'] }) {
  const { view } = useCase()
  return (
    <ul className="grid gap-2">
      {warnings.map(({ rule, text, cites }) => (
        <li key={rule} className="rounded-xl border-warn border-l-4 bg-warn-tint p-3">
          {text}
          <Cites refs={cites} names={view.cites} />
        </li>
      ))}
    </ul>
  )
}
