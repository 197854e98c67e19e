import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Grouping, groupings, type OutcomeGroup } from '../../../core/advice/outcomes/statistics.ts'
import { outcomesQuery, vocabularyQuery } from '../../api/queries.ts'
import { Card } from '../../parts/card.tsx'
import { Filter } from '../../parts/filter.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** What came of closed cases: counts and medians of what was recorded, never a rate of success. */
export function OutcomesPage() {
  const { t, lang } = useTexts()
  const words = t.outcomes
  const [by, setBy] = useState<Grouping>('problem')
  const query = useQuery(outcomesQuery(by, lang))
  const vocabulary = useQuery(vocabularyQuery(lang)).data
  const kinds: Readonly<Record<string, string>> = t.names.evidenceKind
  const nameOf = (id: string) => {
    if (by === 'tactic') return kinds[id] ?? id
    const named = [...(vocabulary?.problems ?? []), ...(vocabulary?.channels ?? []), ...(vocabulary?.routes ?? [])]
    return by === 'shop' ? id : (named.find((one) => one.id === id)?.title ?? id)
  }
  return (
    <Page title={words.title} wide>
      <p className="my-3 rounded-xl bg-warn-tint p-3 text-warn">{words.noSample}</p>
      <Filter
        legend={words.by}
        choices={groupings.map((value) => ({ value, label: words.grouping[value] }))}
        value={by}
        onValue={setBy}
      />
      <Loaded query={query}>
        {({ all, groups }) =>
          all === undefined ? (
            <div className="my-4">
              <Empty title={words.tooFew}>{words.tooFewWhy}</Empty>
            </div>
          ) : (
            <Card className="my-4">
              <table className="w-full border-collapse text-left text-sm md:text-base">
                <thead>
                  <tr className="whitespace-nowrap text-soft text-sm">
                    <th className="py-2 pr-3 font-normal">{words.grouping[by]}</th>
                    <th className="px-1 md:px-2 font-normal">{words.cases}</th>
                    <th className="px-1 md:px-2 font-normal">{words.settled}</th>
                    <th className="hidden px-2 font-normal md:table-cell">{words.asked}</th>
                    <th className="px-1 md:px-2 font-normal">{words.got}</th>
                    <th className="px-1 md:px-2 font-normal">{words.days}</th>
                  </tr>
                </thead>
                <tbody>
                  <Row name={words.all} group={{ hidden: false, name: '', ...all }} most={all.cases} />
                  {groups.map((group) => (
                    <Row key={group.name} name={nameOf(group.name)} group={group} most={all.cases} />
                  ))}
                </tbody>
              </table>
              <p className="mt-3 text-soft text-sm">{words.medians}</p>
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}

type Props = { readonly name: string; readonly group: OutcomeGroup; readonly most: number }

function Row({ name, group, most }: Props) {
  const { t } = useTexts()
  return (
    <tr className="border-line border-t">
      <th scope="row" className="min-w-16 py-2 pr-1 md:min-w-28 md:pr-3 font-medium">
        {name}
      </th>
      {group.hidden ? (
        <td colSpan={5} className="px-1 md:px-2 text-soft">
          {t.outcomes.hidden}
        </td>
      ) : (
        <>
          <td className="px-1 md:px-2 tabular-nums">
            <span className="flex items-center gap-2">
              {group.cases}
              <svg
                aria-hidden="true"
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                className="hidden h-2 w-16 text-accent md:block"
              >
                <rect width={(100 * group.cases) / most} height="10" rx="2" fill="currentColor" />
              </svg>
            </span>
          </td>
          <td className="px-1 md:px-2 tabular-nums">{group.settled}</td>
          <td className="hidden px-2 md:table-cell">
            {group.askedFen === undefined ? '–' : <Sum fen={group.askedFen} />}
          </td>
          <td className="px-1 md:px-2">
            <Sum fen={group.gotFen} />
          </td>
          <td className="px-1 md:px-2 tabular-nums">{group.days ?? '–'}</td>
        </>
      )}
    </tr>
  )
}
