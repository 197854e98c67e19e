import type { ChannelFinding } from '../../../core/advice/advice.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Empty } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CasePage } from './case-page.tsx'
import { ChannelCard } from './channel-card.tsx'
import { FilingCard } from './filing-card.tsx'

const groups = ['open', 'would-close', 'not-yet', 'closed'] as const

/** Which doors are open, which are not yet, which would shut another; and what was filed. */
export function ChannelsPage() {
  const { kase, advice } = useCase()
  const { t } = useTexts()
  const words = t.case.channels
  return (
    <CasePage title={t.case.place.channels} lead={words.lead}>
      {kase.filings.length === 0 ? null : (
        <section className="mb-6">
          <h2 className="mb-2 font-semibold text-lg">{words.filed(kase.filings.length)}</h2>
          <ul className="grid gap-3 md:grid-cols-2">
            {kase.filings.toReversed().map((filing) => (
              <FilingCard key={filing.id} filing={filing} />
            ))}
          </ul>
        </section>
      )}
      {advice.channels.length === 0 ? (
        <Empty title={words.none}>
          {words.noneWhy}
          {kase.status === 'closed' ? null : (
            <p className="mt-2">
              <SheetLink sheet="filing">{t.form.filing.title}</SheetLink>
            </p>
          )}
        </Empty>
      ) : null}
      {groups.map((status) => (
        <Group key={status} status={status} channels={advice.channels.filter((one) => one.status === status)} />
      ))}
    </CasePage>
  )
}

type Props = { readonly status: ChannelFinding['status']; readonly channels: readonly ChannelFinding[] }

function Group({ status, channels }: Props) {
  const { t } = useTexts()
  if (channels.length === 0) return null
  const title = t.case.channels.group[status](channels.length)
  const list = (
    <ul className="grid items-start gap-3 md:grid-cols-2">
      {channels.map((channel) => (
        <ChannelCard key={channel.id} channel={channel} />
      ))}
    </ul>
  )
  if (status === 'closed') return <Disclosure summary={title}>{list}</Disclosure>
  return (
    <section className="mb-6">
      <h2 className="mb-2 font-semibold text-lg">{title}</h2>
      {list}
    </section>
  )
}
