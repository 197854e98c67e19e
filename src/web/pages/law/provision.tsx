import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { say } from '../../../core/values/text.ts'
import type { ProvisionPage as Shown } from '../../../server/api/client.ts'
import { provisionQuery } from '../../api/queries.ts'
import { Badge } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { Page } from '../../parts/page.tsx'
import { StandingBadge } from '../../parts/standing-badge.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** One provision: what it gives in plain words, whether it is in force, where and when it was read, what rests on it. */
export function ProvisionPage() {
  const { ref } = useParams({ from: '/laws/$ref' })
  const { lang } = useTexts()
  const query = useQuery(provisionQuery(ref, lang))
  return (
    <Page title={query.data?.pages[0]?.cite ?? ref}>
      <Loaded query={query}>{({ pages }) => pages.map((page) => <Provision key={page.ref} page={page} />)}</Loaded>
    </Page>
  )
}

const statements = ['grants', 'conditions', 'limits', 'exceptions', 'proof'] as const

function Provision({ page }: { readonly page: Shown }) {
  const { t, lang } = useTexts()
  const force = page.inForce === null ? 'unclear' : page.inForce ? 'yes' : 'no'
  return (
    <Card title={page.title} className="my-3">
      <p className="flex flex-wrap items-center gap-2 text-soft text-sm">
        《{page.law}》<Badge tone={force === 'yes' ? 'good' : 'warn'}>{t.law.force[force]}</Badge>
        <StandingBadge standing={page.standing} />
      </p>
      <dl className="my-2">
        {statements.map((field) => {
          const said = page[field]
          if (said === undefined) return null
          const inferred = typeof said !== 'string'
          return (
            <div key={field} className="my-2">
              <dt className="text-soft text-sm">
                {t.law.statement[field]}
                {inferred ? t.law.inferred : ''}
              </dt>
              <dd>{inferred ? said.text : said}</dd>
            </div>
          )
        })}
      </dl>
      <p className="text-soft text-sm">
        {t.law.since(page.from, page.to)} {page.fromNote}
      </p>
      {page.note === undefined ? null : <p className="my-2">{page.note}</p>}
      <p className="my-2 text-soft text-sm">
        {t.law.grade[page.grade]} {t.law.read(page.source.join('、'), page.checkedOn)} {t.law.checkFirst}
      </p>
      {page.versions.length === 0 ? null : (
        <p className="text-sm">
          {t.law.versions}
          {page.versions.map(({ ref, cite, from, to }) => (
            <Link key={ref} to="/laws/$ref" params={{ ref }} className="mr-3 text-accent underline">
              {cite}（{from ?? '?'} – {to ?? ''}）
            </Link>
          ))}
        </p>
      )}
      {page.corrects.map(({ number, claim, verdict }) => (
        <p key={number} className="my-2 rounded-xl bg-warn-tint p-3 text-warn">
          {t.law.corrects}
          {say(claim, lang)} <Badge tone={verdict === 'correct' ? 'good' : 'bad'}>{t.law.verdict[verdict]}</Badge>
        </p>
      ))}
    </Card>
  )
}
