import type { Text } from '../../values/text.ts'
import { beside, type Cell, right } from '../layout/cell.ts'
import { placedOf } from '../layout/rows.ts'
import type { Page } from '../page.ts'
import type { PageLexicon } from '../page-lexicon.ts'
import { type Bands, bandsOf, type Size } from './bands.ts'
import { type Piece, piecesOf } from './bubble.ts'

export type ChatShape = {
  readonly isChat: boolean
  readonly because: readonly Text[]
  readonly bands: Bands
  readonly pieces: readonly Piece[]
  readonly size: Size
}

/** Whether a page is laid out as a conversation: messages at two sides, times in the middle, a bar to write in. */
export function chatShape(page: Page, cells: readonly Cell[], lexicon: PageLexicon): ChatShape {
  const placed = placedOf(cells)
  const size = sizeOf(page)
  const bands = bandsOf(placed, size, lexicon)
  const pieces = piecesOf(bands.messages, size, lexicon)
  const bubbles = pieces.filter((piece) => piece.type === 'bubble')
  const count = (type: Piece['type']) => pieces.filter((piece) => piece.type === type).length
  const twoSides = new Set(bubbles.map(({ side }) => side)).size === 2
  const paired = bubbles.filter(({ box, side }) =>
    bubbles.some((one) => one.side !== side && beside(one.box, box) > 0.5),
  )
  const [times, heads, system] = [count('time'), count('head'), count('system')]
  const signs: readonly (readonly [number, Text])[] = [
    [times > 0 ? 2 + Math.min(times, 3) : 0, { zh: '居中的时间', en: 'times in the middle' }],
    [bands.hasInput ? 3 : 0, { zh: '底部有输入栏', en: 'a bar to write in' }],
    [heads > 2 ? 5 : heads > 1 ? 3 : 0, { zh: '消息上方有名字和时间', en: 'names and times above messages' }],
    [system > 0 ? 1 : 0, { zh: '有会话提示', en: 'notes of the app' }],
    [twoSides ? 2 : 0, { zh: '消息分在左右两边', en: 'messages at two sides' }],
  ]
  const weight = signs.reduce((sum, [points]) => sum + points, 0) - 8 * (paired.length / Math.max(1, bubbles.length))
  const isSplit = times + heads > 0 || bands.hasInput
  return {
    isChat: bubbles.length > 0 && isSplit && weight >= 4,
    because: signs.flatMap(([points, text]) => (points > 0 ? [text] : [])),
    bands,
    pieces,
    size,
  }
}

function sizeOf({ width, height, lines }: Page): Size {
  const boxes = lines.flatMap(({ box }) => box ?? [])
  return {
    width: width ?? Math.max(1, ...boxes.map(right)),
    height: height ?? Math.max(1, ...boxes.map((box) => box.y + box.height)),
  }
}
