import { type ChatShape, chatShape } from './chat/chat-shape.ts'
import { readChatText } from './chat/chat-text.ts'
import { readChat } from './chat/read-chat.ts'
import { readItems } from './fields/items.ts'
import { privateSpots } from './fields/private-spots.ts'
import { readFields } from './fields/read-fields.ts'
import { waybillFit } from './fields/waybill-value.ts'
import { cellsOf } from './layout/cell.ts'
import type { Page } from './page.ts'
import { pageKind } from './page-kind.ts'
import { type PageKnowledge, pageLexiconOf } from './page-lexicon.ts'
import type { PageReading } from './page-reading.ts'

export type ReadOptions = {
  readonly knowledge: PageKnowledge
  /** The present moment, by which days without a year are told when it is not known when the page was captured. */
  readonly now?: string
  /** When the picture was taken or the page saved. */
  readonly capturedAt?: string
}

/**
 * What a page says of a purchase: what kind of page it is, the facts on it with their places and how sure each is, and,
 * of a chat, who said what when. Everything is a proposal; what is at or above `CERTAIN` may be shown as read.
 */
export function readPage(page: Page, { knowledge, now, capturedAt }: ReadOptions): PageReading {
  const lexicon = pageLexiconOf(knowledge)
  const cells = cellsOf(page)
  const seen = capturedAt ?? now
  const isPicture = page.lines.some(({ score }) => score !== undefined)
  const shape = chatShape(page, cells, lexicon)
  const hasWaybill = page.barcodes.some(({ text }) => waybillFit(text.trim(), lexicon)?.shape === 'lettered')
  const isText = page.lines.every(({ box }) => box === undefined)
  const pasted = isText
    ? readChatText(page.lines.map(({ text }) => text).join('\n'), {
        knowledge,
        ...(seen === undefined ? {} : { now: seen }),
      })
    : undefined
  const { looksLike, because } = pageKind(
    page,
    cells,
    lexicon,
    pasted === undefined ? shape : chatOfText(shape),
    hasWaybill,
  )
  const reader = { lexicon, seen, isPicture }
  const { fields, unread, conflicts, labels } = readFields(page, cells, looksLike, reader)
  return {
    looksLike,
    because,
    fields,
    items: readItems(cells, labels, looksLike, reader),
    ...(looksLike === 'chat' ? { chat: pasted ?? readChat(page, shape, { seen, lexicon }) } : {}),
    unread,
    spots: privateSpots(cells, fields),
    conflicts,
  }
}

function chatOfText(shape: ChatShape): ChatShape {
  const because = [{ zh: '一人一句，带着名字', en: 'turns of talk with names' }]
  return { ...shape, isChat: true, because }
}
