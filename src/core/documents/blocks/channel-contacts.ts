import { phonesNow } from '../../advice/doors/opening-hours.ts'
import type { Dossier } from '../dossier.ts'
import { type Built, nothing } from '../uses.ts'

/** The platform's telephone numbers that were checked and fit the case, and whether they can be called now. */
export function channelContacts({ kase, knowledge, facts, now }: Dossier): Built {
  const ids = new Set(kase.problem.types.flatMap(({ type }) => knowledge.problems[type]?.channels ?? []))
  const lines = [...ids].flatMap((id) => {
    const channel = knowledge.channels[id]
    if (channel?.kind !== 'platform') return []
    return phonesNow(channel, { facts, knowledge, now }).map((phone) => `${channel.title.zh}：${phone}`)
  })
  if (lines.length === 0) return nothing
  const items = lines.map((text) => [{ text, ground: { type: 'form' } as const }])
  return { blocks: [{ type: 'list', numbered: false, items }] }
}
