import { factWords } from '../../case/fact-words.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Every question answered so far; each answer can be given anew. */
export function Answers() {
  const { kase, vocabulary } = useCase()
  const { t } = useTexts()
  const stated = Object.entries(kase.facts)
  if (stated.length === 0) return null
  return (
    <section id="answers" tabIndex={-1} className="mt-8 scroll-mt-4">
      <Card title={t.case.details.answers}>
        <ul className="grid gap-x-8 md:grid-cols-2">
          {stated.map(([id, fact]) => {
            const ask = vocabulary.facts[id]?.ask ?? id
            return (
              <li key={id} className="flex items-start gap-2 border-line border-b py-2">
                <span className="min-w-0 flex-1">
                  <span className="text-soft text-sm">{ask}</span>
                  <span className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">{factWords(fact.value, vocabulary.facts[id], t)}</span>
                    {fact.status === 'disputed' ? <Badge tone="warn">{t.case.details.disputed}</Badge> : null}
                    {fact.by.length === 0 ? null : <span className="text-soft text-sm">{fact.by.join(' ')}</span>}
                  </span>
                </span>
                {kase.status === 'closed' ? null : (
                  <SheetLink sheet="fact" of={id} look="small" label={t.case.details.changeThis(ask)}>
                    {t.case.details.change}
                  </SheetLink>
                )}
              </li>
            )
          })}
        </ul>
      </Card>
    </section>
  )
}
