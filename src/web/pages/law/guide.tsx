import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClaimView } from '../../../server/api/client.ts'
import { claimsQuery } from '../../api/library-queries.ts'
import { Badge, type Tone } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { Filter } from '../../parts/filter.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CitedList } from './cited-list.tsx'
import { LibraryPage } from './library-page.tsx'

const groups = ['wrong', 'doubtful', 'right', 'all'] as const
type Group = (typeof groups)[number]
const groupOf: Readonly<Record<ClaimView['verdict'], Exclude<Group, 'all'>>> = {
  wrong: 'wrong',
  outdated: 'wrong',
  partly: 'doubtful',
  unverifiable: 'doubtful',
  missing: 'doubtful',
  notice: 'doubtful',
  correct: 'right',
}
const tones: Readonly<Record<Exclude<Group, 'all'>, Tone>> = { wrong: 'bad', doubtful: 'warn', right: 'good' }

/** What the guide says and what is so, claim by claim; the wrong ones first. */
export function GuidePage() {
  const { t, lang } = useTexts()
  const query = useQuery(claimsQuery(lang))
  const [group, setGroup] = useState<Group>('wrong')
  return (
    <LibraryPage title={t.library.guideTitle}>
      <p className="my-3 text-soft">{t.library.guideWhy}</p>
      <Loaded query={query}>
        {({ claims }) => {
          const of = (one: Group) => (one === 'all' ? claims : claims.filter(({ verdict }) => groupOf[verdict] === one))
          const choices = groups.map((value) => ({ value, label: `${t.library.group[value]} ${of(value).length}` }))
          return (
            <>
              <Filter legend={t.library.guide} choices={choices} value={group} onValue={setGroup} />
              <ul className="my-3 grid gap-3">
                {of(group).map((claim) => (
                  <li key={claim.number}>
                    <Claim claim={claim} />
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </LibraryPage>
  )
}

function Claim({ claim: { verdict, claim, fact, instead, cites, checkedOn } }: { readonly claim: ClaimView }) {
  const { t } = useTexts()
  return (
    <Card>
      <p className="font-medium">
        “{claim}” <Badge tone={tones[groupOf[verdict]]}>{t.law.verdict[verdict]}</Badge>
      </p>
      <p className="my-2">{fact}</p>
      <p className="my-2 text-soft">
        {t.library.instead}
        {instead}
      </p>
      <CitedList cites={cites} />
      <p className="text-soft text-sm">{t.library.checked(checkedOn)}</p>
    </Card>
  )
}
