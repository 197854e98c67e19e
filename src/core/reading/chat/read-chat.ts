import type { Text } from '../../values/text.ts'
import { around, beside, median, right, typeSize } from '../layout/cell.ts'
import { clockOf, type Moment } from '../layout/moment.ts'
import type { Placed } from '../layout/rows.ts'
import type { Page } from '../page.ts'
import type { PageLexicon } from '../page-lexicon.ts'
import type { Piece } from './bubble.ts'
import type { ChatGap, ChatLine, ChatReading, Speaker } from './chat-line.ts'
import type { ChatShape } from './chat-shape.ts'
import type { Side } from './grounds.ts'
import { speakersOf } from './speaker-names.ts'
import { type StampAt, stampsAt } from './stamp.ts'

const backwards: Text = {
  zh: '时间往回走：截图的次序可能不对，或者中间缺了',
  en: 'the time runs backwards: the pictures may be out of order, or something is missing',
}
const noStart: Text = {
  zh: '开头的消息上面没有时间，前面的对话没有截到',
  en: 'the first messages have no time above them: what came before is not in the picture',
}
const quoteGone: Text = {
  zh: '引用的那句话不在图里',
  en: 'the message quoted here is not in the picture',
}

type Timed = {
  readonly at: StampAt | undefined
  readonly shown: string
  readonly isOwn: boolean
  readonly isFar?: true
}

/** Below `CERTAIN`: which side says it, or when, is not beyond doubt. */
const DOUBTFUL = 0.85

/** The messages of a chat page, each with who says it and when, in their order. */
export function readChat(
  page: Page,
  { pieces, bands }: ChatShape,
  { seen, lexicon }: { readonly seen: string | undefined; readonly lexicon: PageLexicon },
): ChatReading {
  const times = stampTimes(pieces, page, seen)
  const byName = speakersByName(pieces, lexicon)
  const lines: ChatLine[] = []
  let group: Timed | undefined
  let head: Headed | undefined
  let latest: Timed | undefined
  for (const [i, piece] of pieces.entries()) {
    switch (piece.type) {
      case 'time':
        group = times.get(piece)
        latest = group
        head = undefined
        break
      case 'head': {
        if (pieces.some((one) => isAside(piece, one))) break
        const time = times.get(piece)
        head = {
          side: piece.side,
          ...(piece.name === undefined ? {} : { name: piece.name }),
          ...(time === undefined ? {} : { time }),
        }
        latest = time ?? latest
        break
      }
      case 'system':
        lines.push(lineOf(page, piece.cells, 'system', group && { ...group, isOwn: false }))
        break
      case 'bubble': {
        const name = nameAbove(pieces, i) ?? (head?.side === piece.side ? head.name : undefined)
        const aside = pieces.find((one) => isAside(one, piece))
        const isHeaded = aside === undefined && head?.time !== undefined && head.side === piece.side
        // What stands under the head of somebody else was said then or later.
        const before =
          latest === group || latest === undefined ? group : { ...latest, isOwn: false, isFar: true as const }
        const time = aside === undefined ? (isHeaded ? head?.time : before) : times.get(aside)
        const quote = isQuote(piece, pieces[i - 1])
        const last = lines.at(-1)
        if (isName(piece, pieces[i + 1])) break
        if (quote && last !== undefined) {
          lines[lines.length - 1] = {
            ...last,
            quote: textOf(page, piece.cells),
            lines: [...last.lines, ...piece.cells.map(({ line }) => line)],
          }
          break
        }
        const bySide = piece.side === 'left' ? 'other' : 'self'
        const speaker = (name === undefined ? undefined : byName?.get(name)) ?? bySide
        const shown = name ?? (speaker === 'other' ? bands.title : undefined)
        const isSure = (byName === undefined ? piece.isSure : name !== undefined) && time?.isFar === undefined
        const line = lineOf(page, piece.cells, speaker, time, shown)
        lines.push(isSure ? line : { ...line, score: Math.min(line.score, DOUBTFUL) })
        // A second message under one head takes its minute from it.
        if (isHeaded && head?.time !== undefined) head = { ...head, time: { ...head.time, isOwn: false } }
      }
    }
  }
  return { ...(bands.title === undefined ? {} : { with: bands.title }), lines, gaps: gapsOf(lines) }
}

type Headed = { readonly name?: string; readonly time?: Timed; readonly side: Side }

/**
 * Where all messages stand at one side, with names above them, the names tell who speaks. Undefined where the sides do.
 */
function speakersByName(pieces: readonly Piece[], lexicon: PageLexicon): ReadonlyMap<string, Speaker> | undefined {
  const sides = new Set(pieces.flatMap((piece) => (piece.type === 'bubble' ? [piece.side] : [])))
  const names = pieces.flatMap((piece) => (piece.type === 'head' && piece.name !== undefined ? [piece.name] : []))
  if (sides.size > 1 || new Set(names).size < 2) return undefined
  const told = speakersOf(names, lexicon)
  const others = [...told.values()].filter((speaker) => speaker === 'other').length
  // Names that no shop bears are the shopper's, where a shop speaks too: one name may be read in two ways.
  return new Map([...told].map(([name, speaker]) => [name, speaker === 'unknown' && others > 0 ? 'self' : speaker]))
}

function stampTimes(pieces: readonly Piece[], page: Page, seen: string | undefined): ReadonlyMap<Piece, Timed> {
  const stamped = pieces.flatMap((piece) =>
    (piece.type === 'time' || piece.type === 'head') && piece.moment !== undefined
      ? [{ piece, moment: piece.moment }]
      : [],
  )
  const at = stampsAt(
    stamped.map(({ piece, moment }) => ({ moment, isBetween: piece.type === 'time' })),
    seen,
  )
  return new Map(
    stamped.map(({ piece, moment }, i) => [
      piece,
      { at: at[i], shown: shownOf(page, piece.cells, moment), isOwn: piece.type === 'head' },
    ]),
  )
}

function shownOf(page: Page, cells: readonly Placed[], { start, end }: Moment): string {
  const timed = cells[0]
  return timed === undefined ? '' : timed.text.slice(start, end).trim() || (page.lines[timed.line]?.text ?? '')
}

function lineOf(
  page: Page,
  cells: readonly Placed[],
  speaker: ChatLine['speaker'],
  time: Timed | undefined,
  name?: string,
): ChatLine {
  const box = around(cells.map((cell) => cell.box))
  const read = Math.min(1, ...cells.map(({ score }) => score ?? 1))
  const inferred =
    time?.at === undefined ? [] : time.isOwn ? time.at.inferred : [...time.at.inferred, 'group-heading' as const]
  return {
    speaker,
    text: textOf(page, cells),
    inferred,
    score: Math.round(read * (speaker === 'system' ? 0.88 : 0.98) * 100) / 100,
    lines: cells.map(({ line }) => line),
    ...(name === undefined ? {} : { name }),
    ...(time?.at === undefined ? {} : { at: time.at.at, precision: time.at.precision }),
    ...(time === undefined ? {} : { shown: time.shown }),
    ...(box === undefined ? {} : { box }),
  }
}

/** The lines of a bubble as one text: a blank only where words of letters meet. */
function textOf(page: Page, cells: readonly Placed[]): string {
  return cells.reduce((whole, { line, box }, i) => {
    const next = (page.lines[line]?.text ?? '').trim()
    const before = cells[i - 1]
    // Two outlines that overlap show the same character twice, or half of it.
    const isTwice =
      before !== undefined && beside(before.box, box) > 0.55 && right(before.box) - box.x > 0.4 * box.height
    const head = isTwice ? whole.slice(0, -1) : whole
    return head + (/[A-Za-z,.!?]$/.test(head) && /^[A-Za-z]/.test(next) ? ' ' : '') + next
  }, '')
}

/** A time beside a message, in the margin, is that message's. */
function isAside(time: Piece, bubble: Piece): boolean {
  if (time.type !== 'head' || bubble.type !== 'bubble' || time.name !== undefined) return false
  const apart = Math.max(time.box.x - right(bubble.box), bubble.box.x - right(time.box))
  return beside(time.box, bubble.box) > 0.5 && apart > 0 && apart < 4 * time.box.height
}

/** A short small line right over a message and further out than it is the name of who speaks. */
function isName(piece: Piece, below: Piece | undefined): boolean {
  if (piece.type !== 'bubble' || below?.type !== 'bubble' || piece.cells.length !== 1) return false
  const [cell] = piece.cells
  const [first] = below.cells
  if (cell === undefined || first === undefined || cell.text.length > 20 || /[，。！？,!?;；]/.test(cell.text))
    return false
  const gap = below.box.y - piece.box.y - piece.box.height
  const isOut =
    piece.side === 'left'
      ? first.box.x - cell.box.x > 0.25 * cell.box.height && below.side === 'left'
      : cell.box.x + cell.box.width - (below.box.x + below.box.width) > 0.25 * cell.box.height && below.side === 'right'
  return isOut && gap < 1.6 * first.box.height && typeSize(cell) < 0.94 * median(below.cells.map(typeSize))
}

function nameAbove(pieces: readonly Piece[], at: number): string | undefined {
  const [above, self] = [pieces[at - 1], pieces[at]]
  return above !== undefined && self !== undefined && isName(above, self) ? above.cells[0]?.text : undefined
}

/** `张三：…` in smaller letters right under a message is what that message answers. */
function isQuote(piece: Piece, above: Piece | undefined): boolean {
  if (piece.type !== 'bubble' || above?.type !== 'bubble') return false
  const [text, size] = [piece.cells[0]?.text ?? '', median(piece.cells.map(typeSize))]
  const usual = median(above.cells.map(typeSize))
  const gap = piece.box.y - above.box.y - above.box.height
  return /^[^:：]{1,16}[:：]/.test(text) && size < 0.9 * usual && gap < 2.2 * usual
}

/** Where the conversation does not hang together. */
export function gapsOf(lines: readonly ChatLine[]): readonly ChatGap[] {
  const gaps: ChatGap[] = []
  const first = lines.findIndex(({ speaker }) => speaker !== 'system')
  if (first >= 0 && lines[first]?.shown === undefined) gaps.push({ before: first, why: noStart })
  let latest: string | undefined
  for (const [before, { at, precision, quote }] of lines.entries()) {
    if (at !== undefined && precision !== 'day') {
      if (latest !== undefined && at.slice(0, 16) < latest.slice(0, 16))
        gaps.push({ before, why: told(backwards, latest, at) })
      latest = at
    }
    if (quote !== undefined && !lines.some(({ text }) => holds(text, quote))) gaps.push({ before, why: quoteGone })
  }
  return gaps
}

function told({ zh, en }: Text, from: string, to: string): Text {
  return { zh: `${zh}（${clockOf(from)} → ${clockOf(to)}）`, en: `${en} (${clockOf(from)} → ${clockOf(to)})` }
}

function holds(text: string, quote: string): boolean {
  const bare = quote.replace(/^[^:：]{1,16}[:：]\s*/, '').replaceAll(/[….\s]+$/g, '')
  return bare !== '' && text.startsWith(bare.slice(0, 12))
}
