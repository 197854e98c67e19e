import type { Channel } from '../../knowledge/channel.ts'
import type { Dossier } from '../dossier.ts'
import { type Built, nothing } from '../uses.ts'

/** The platform's telephone numbers that were checked, for this problem. The guide's own numbers never stand here. */
export function channelContacts({ kase, knowledge }: Dossier): Built {
  const ids = new Set(kase.problem.types.flatMap(({ type }) => knowledge.problems[type]?.channels ?? []))
  const lines = [...ids].flatMap((id) => {
    const channel = knowledge.channels[id]
    return channel?.kind === 'platform' ? phonesOf(channel) : []
  })
  if (lines.length === 0) return nothing
  const items = lines.map((text) => [{ text, ground: { type: 'form' } as const }])
  return { blocks: [{ type: 'list', numbered: false, items }] }
}

function phonesOf({ title, contacts }: Channel): string[] {
  return contacts
    .filter(({ kind, standing }) => kind === 'phone' && (standing === 'law' || standing === 'platform'))
    .map(({ value, hours }) => {
      const open = hours ? `（${hours.days === 'daily' ? '每日' : '工作日'}${hours.from}至${hours.to}）` : ''
      return `${title.zh}：${value}${open}`
    })
}
