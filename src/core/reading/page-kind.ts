import type { EvidenceKind } from '../values/evidence-kind.ts'
import type { Text } from '../values/text.ts'
import type { ChatShape } from './chat/chat-shape.ts'
import type { Cell } from './layout/cell.ts'
import type { Page } from './page.ts'
import type { PageLexicon } from './page-lexicon.ts'

export type PageKindGuess = { readonly looksLike: EvidenceKind | 'unknown'; readonly because: readonly Text[] }

/** A page needs so much before it counts as of a kind, and so much more than of the next kind. */
const ENOUGH = 3
const AHEAD = 1
const PLAIN = 8

const unsure: Text = { zh: '看不出是哪一种页面', en: 'nothing tells what kind of page it is' }

/** What kind of page it is, by the words on it and by how it is laid out. */
export function pageKind(
  page: Page,
  cells: readonly Cell[],
  lexicon: PageLexicon,
  chat: ChatShape,
  hasWaybill: boolean,
): PageKindGuess {
  const text = compact(cells.map((cell) => cell.text).join('\n'))
  const read = lexicon.kinds.map(({ kind, sure, likely }) => {
    const [strong, weak] = [found(text, sure), found(text, likely)]
    return { kind, words: [...strong, ...weak], weight: strong.length * 3 + weak.length }
  })
  const photo = hasWaybill ? parcelPhoto(page, cells) : undefined
  if (photo !== undefined) return photo
  // A page full of the words of another kind is that, however its columns look.
  const strongest = Math.max(0, ...read.map(({ weight }) => weight))
  if (chat.isChat && (chat.bands.hasInput || strongest < PLAIN)) return { looksLike: 'chat', because: chat.because }
  const [first, second] = [...read].sort((a, b) => b.weight - a.weight)
  const isKnown = first !== undefined && first.weight >= ENOUGH && first.weight - (second?.weight ?? 0) >= AHEAD
  if (!isKnown) return { looksLike: 'unknown', because: [unsure] }
  const words = first.words.slice(0, 6).join('、')
  return { looksLike: first.kind, because: [{ zh: `页面上有：${words}`, en: `the page shows: ${words}` }] }
}

function found(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => text.includes(compact(word)))
}

/** Recognisers lose the blanks between English words. */
function compact(text: string): string {
  return text.replaceAll(' ', '').toLowerCase()
}

/** A picture with a waybill's label on it and little else is a photo of the parcel or of the goods beside it. */
function parcelPhoto(page: Page, cells: readonly Cell[]): PageKindGuess | undefined {
  const boxes = cells.flatMap(({ box }) => box ?? [])
  if (page.width === undefined || page.height === undefined) return undefined
  const covered = boxes.reduce((sum, box) => sum + box.width * box.height, 0) / (page.width * page.height)
  if (cells.length > 14 || covered > 0.08) return undefined
  return {
    looksLike: 'goods-photo',
    because: [{ zh: '大部分是画面，带着一张面单', en: 'mostly picture, with the label of a waybill on it' }],
  }
}
