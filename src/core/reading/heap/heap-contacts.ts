import { likeness } from '../../values/likeness.ts'
import type { Text } from '../../values/text.ts'
import type { ChatLine } from '../chat/chat-line.ts'
import { orderScreens } from '../screens/screen-order.ts'
import type { HeapFile } from './heap-file.ts'

/** One turn of a conversation: what one side said in one go. */
export type HeapContact = {
  /** To the minute, RFC 3339. */
  readonly at: string
  readonly direction: 'in' | 'out'
  readonly channel: 'seller' | 'jd-service'
  readonly with?: string
  readonly words: string
  readonly from: readonly string[]
  /** The time was put together (yesterday, a heading above the messages), not shown beside the message. */
  readonly inferred: boolean
  readonly answered?: boolean
}

export type HeapContacts = {
  readonly contacts: readonly HeapContact[]
  /** The exhibits of chats in the order in which they are to be read. */
  readonly order: readonly string[]
  readonly alike: readonly (readonly string[])[]
  readonly gaps: readonly Text[]
  /** Messages whose minute the pictures do not tell. */
  readonly untimed: number
}

const LONGEST = 600
/** Messages of one side within this time are one contact. */
const TOGETHER_MS = 5 * 60_000

/** The chats of a heap as contacts, each message once however many pictures show it. */
export function heapContacts(files: readonly HeapFile[]): HeapContacts {
  const chats = files.filter(({ says }) => (says.chat?.lines.length ?? 0) > 0)
  const { runs, alike, gaps } = orderScreens(
    chats.map(({ id, page, print, says, capturedAt }) => {
      const at = says.chat?.lines.find((line) => line.at !== undefined)?.at ?? capturedAt
      return { id, page, ...(print === undefined ? {} : { print }), ...(at === undefined ? {} : { at }) }
    }),
  )
  const order = runs.flat()
  const said: Said[] = []
  for (const id of order) {
    const file = chats.find((chat) => chat.id === id)
    for (const line of file?.says.chat?.lines ?? []) {
      if (line.speaker !== 'self' && line.speaker !== 'other') continue
      const twin = said.findLast((one) => isSame(one.line, line) && !one.from.includes(id))
      if (twin === undefined) said.push({ line, from: [id], partner: file?.says.chat?.with })
      else twin.from.push(id)
    }
  }
  return {
    contacts: answered(turns(said.filter(({ line }) => isTimed(line)))),
    order,
    alike,
    gaps: gaps.map(({ after, before, why }) => ({
      zh: `${after} 与 ${before}：${why.zh}`,
      en: `${after} and ${before}: ${why.en}`,
    })),
    untimed: said.filter(({ line }) => !isTimed(line)).length,
  }
}

type Said = { readonly line: ChatLine; readonly from: string[]; readonly partner: string | undefined }

function isTimed({ at, precision }: ChatLine): boolean {
  return at !== undefined && precision !== 'day'
}

function isSame(a: ChatLine, b: ChatLine): boolean {
  if (a.speaker !== b.speaker) return false
  if (a.at !== undefined && b.at !== undefined && a.at.slice(0, 16) !== b.at.slice(0, 16)) return false
  const [one, other] = [a.text.replaceAll(/\s/g, ''), b.text.replaceAll(/\s/g, '')]
  return one === other || (Math.min(one.length, other.length) > 5 && likeness(one, other).jaccard >= 0.7)
}

function turns(said: readonly Said[]): readonly HeapContact[] {
  const sorted = said.toSorted((a, b) => ms(a.line) - ms(b.line))
  const groups: Said[][] = []
  for (const one of sorted) {
    const last = groups.at(-1)
    const [head] = last ?? []
    const joins =
      head !== undefined &&
      head.line.speaker === one.line.speaker &&
      ms(one.line) - ms(head.line) <= TOGETHER_MS &&
      (last ?? []).reduce((sum, { line }) => sum + line.text.length, one.line.text.length) < LONGEST
    if (joins) last?.push(one)
    else groups.push([one])
  }
  return groups.flatMap((group): readonly HeapContact[] => {
    const [head] = group
    if (head?.line.at === undefined) return []
    const name = group.flatMap(({ line, partner }) =>
      line.speaker === 'other' ? (line.name ?? partner ?? []) : (partner ?? []),
    )[0]
    return [
      {
        at: head.line.at,
        direction: head.line.speaker === 'self' ? 'out' : 'in',
        channel: isPlatform(name) ? 'jd-service' : 'seller',
        ...(name === undefined ? {} : { with: name }),
        words: group
          .map(({ line }) => line.text)
          .join('\n')
          .slice(0, LONGEST),
        from: [...new Set(group.flatMap(({ from }) => from))],
        inferred: group.some(({ line }) => line.inferred.length > 0),
      },
    ]
  })
}

/** What the user said was answered when the other side spoke next. The last word may still be answered. */
function answered(contacts: readonly HeapContact[]): readonly HeapContact[] {
  return contacts.map((contact, index) => {
    const next = contacts[index + 1]
    if (contact.direction === 'in' || next === undefined) return contact
    return { ...contact, answered: next.direction === 'in' }
  })
}

function isPlatform(name: string | undefined): boolean {
  return /京东(?!自营旗舰|.*(?:专营|专卖)店)|平台客服|小京|JIMI/i.test(name ?? '')
}

function ms({ at }: ChatLine): number {
  return Date.parse(at ?? '')
}
