import { around, beside, bottom, median, right, typeSize } from '../layout/cell.ts'
import { type Moment, minuteOfDay, momentAlone, momentsIn } from '../layout/moment.ts'
import { type Placed, rowsOf } from '../layout/rows.ts'
import type { Box } from '../page.ts'
import type { PageLexicon } from '../page-lexicon.ts'
import type { Size } from './bands.ts'
import { type Ground, groundsOf, isCard, isHugging, isPill, type Side, sidesOf } from './grounds.ts'

/** What a chat page is made of, from the top. */
export type Piece =
  | { readonly type: 'time'; readonly moment: Moment; readonly cells: readonly Placed[]; readonly box: Box }
  /** A name, a time or both above a message. */
  | {
      readonly type: 'head'
      readonly name?: string
      readonly moment?: Moment
      readonly cells: readonly Placed[]
      readonly box: Box
      readonly side: Side
    }
  | { readonly type: 'system'; readonly cells: readonly Placed[]; readonly box: Box }
  | {
      readonly type: 'bubble'
      readonly cells: readonly Placed[]
      readonly box: Box
      readonly side: Side
      /** Its place leaves no doubt at which side it stands. */
      readonly isSure: boolean
    }

/** The pieces of a chat page in their order, read marks and cards left out. */
export function piecesOf(cells: readonly Placed[], size: Size, lexicon: PageLexicon): readonly Piece[] {
  const marks = lexicon.sets.readMarks ?? []
  const said = cells.filter(({ text }) => !marks.some((mark) => text === mark || text === `(${mark})`))
  const grounds = groundsOf(said, size.width)
  const cards = grounds.filter((ground) => isCard(ground, lexicon.sets.cardWords ?? []))
  const onGround = grounds.flatMap((ground) => (cards.includes(ground) ? [] : ground.cells))
  const usual = median((onGround.length > 2 ? onGround : said).map(typeSize))
  const messages = grounds.filter(
    (ground) => !cards.includes(ground) && isHugging(ground) && !isPill(ground, size.width, usual),
  )
  const taken = new Set([...cards, ...messages].flatMap((ground) => ground.cells.map(({ line }) => line)))
  const single = said.flatMap((cell): Piece[] => {
    if (taken.has(cell.line)) return []
    const isAlone = !said.some((one) => one !== cell && beside(one.box, cell.box) > 0.4)
    const piece =
      (isAlone ? midPiece(cell, size, lexicon, usual) : undefined) ?? headPiece(cell, said, size, usual, lexicon)
    return piece === undefined ? [] : [piece]
  })
  for (const { cells: own } of single) for (const { line } of own) taken.add(line)
  const onGrounds = groundPieces(messages, single, size)
  const rest = said.filter(({ line }) => !taken.has(line))
  const loose = messages.length > 1 ? besideGrounds(rest, onGrounds, usual) : { heads: [], others: rest }
  const bubbles = acrossFrom(onGrounds, bubblesOf(loose.others, size, lexicon), size)
  const seen = new Set<number>()
  return [...single, ...bubbles, ...loose.heads, ...onGrounds]
    .sort((a, b) => a.box.y - b.box.y)
    .filter((piece) => {
      const isTwin = piece.cells.every(({ line }) => seen.has(line))
      for (const { line } of piece.cells) seen.add(line)
      return !isTwin
    })
}

/** Messages that stand on grounds of their own. */
function groundPieces(grounds: readonly Ground[], single: readonly Piece[], { width }: Size): readonly Piece[] {
  const times = single.filter(({ type }) => type === 'time').map(({ box }) => box.x + box.width / 2)
  // A screen that was photographed need not stand in the middle of the picture; its times stand in the middle of it.
  const isOff = times.length > 0 && Math.abs(median(times) - width / 2) > 0.03 * width
  const sides = sidesOf(grounds, { middle: isOff ? median(times) : width / 2, width })
  return grounds.flatMap((ground): Piece[] => {
    const { cells, box } = ground
    const told = sides.get(ground)
    return told === undefined ? [] : [{ type: 'bubble', cells, box, ...told }]
  })
}

/**
 * Where messages stand on grounds, a short line right over one and at its side is the name of who speaks; scraps of small
 * letters beside one (a read mark cut in half) are nobody's words.
 */
function besideGrounds(cells: readonly Placed[], messages: readonly Piece[], usual: number) {
  const heads: Piece[] = []
  const others: Placed[] = []
  for (const cell of cells) {
    const { box, text } = cell
    const below = messages.find((piece) => {
      const gap = piece.box.y - bottom(box)
      if (piece.type !== 'bubble' || gap < -0.3 * box.height || gap > 1.2 * box.height) return false
      return standsAt(piece, box)
    })
    const isIcon = /^[^\p{L}\p{N}]{1,2}$/u.test(text)
    const isScrap =
      text.length <= 3 &&
      typeSize(cell) < 0.85 * usual &&
      messages.some((piece) => beside(piece.box, box) > 0.5 || (piece.box.y < box.y && box.y < bottom(piece.box)))
    const isShort = text.length <= 24 && !/[，。！？,!?;；]/.test(text)
    // The message under a name may not have been read.
    const edge = typeSize(cell) < 0.85 * usual ? messages.find((piece) => standsAt(piece, box)) : undefined
    const under = below ?? edge
    if (under?.type === 'bubble' && isShort)
      heads.push({ type: 'head', name: text, cells: [cell], box, side: under.side })
    else if (!isScrap && !isIcon) others.push(cell)
  }
  return { heads, others }
}

/**
 * Messages without a ground on a page where others have one. Where those all stand at one side, what begins at one edge is
 * the other side's; else the place leaves doubt.
 */
function acrossFrom(onGrounds: readonly Piece[], bubbles: readonly Piece[], { width }: Size): readonly Piece[] {
  const sides = new Set(onGrounds.flatMap((piece) => (piece.type === 'bubble' ? [piece.side] : [])))
  if (onGrounds.length < 2) return bubbles
  const [only] = sides
  const edgeOf = (piece: Piece) => (only === 'right' ? piece.box.x : right(piece.box))
  return bubbles.map((piece): Piece => {
    if (piece.type !== 'bubble') return piece
    const mates = bubbles.filter((one) => Math.abs(edgeOf(one) - edgeOf(piece)) < NOISE * width).length
    if (sides.size > 1 || only === undefined || mates < 2) return { ...piece, isSure: false }
    return { ...piece, side: only === 'right' ? 'left' : 'right', isSure: true }
  })
}

/** At the edge at which the messages of a side stand. */
function standsAt(piece: Piece, box: Box): boolean {
  if (piece.type !== 'bubble') return false
  const away = piece.side === 'left' ? Math.abs(box.x - piece.box.x) : Math.abs(right(box) - right(piece.box))
  return away < 1.5 * box.height
}

/** A time in the middle, or a line of the app's own. */
function midPiece(cell: Placed, { width }: Size, { sets }: PageLexicon, usual: number): Piece | undefined {
  const { box, text } = cell
  const off = Math.abs(box.x + box.width / 2 - width / 2)
  const moment = momentAlone(text)
  const isDay = moment?.month !== undefined || moment?.back !== undefined || moment?.weekday !== undefined
  const isMoment = moment !== undefined && (minuteOfDay(moment) !== undefined || isDay) && text !== '刚刚'
  if (isMoment && off < 0.05 * width) return { type: 'time', moment, cells: [cell], box }
  const says = (sets.systemLines ?? []).some((word) => text.includes(word))
  if (says && off < 0.1 * width) return { type: 'system', cells: [cell], box }
  const isSmall = typeSize(cell) < 0.88 * usual && box.width < 0.7 * width && off < 0.025 * width
  return isSmall && box.x > 0.2 * width ? { type: 'system', cells: [cell], box } : undefined
}

/** `客服小京 2026-03-05 14:28:09` above a message, also as two cells; or a time alone at a side. */
function headPiece(
  cell: Placed,
  cells: readonly Placed[],
  { width }: Size,
  usual: number,
  { labels }: PageLexicon,
): Piece | undefined {
  const { text, box } = cell
  const moment = momentsIn(text).find((one) => minuteOfDay(one) !== undefined)
  if (moment === undefined) return undefined
  const rest = `${text.slice(0, moment.start)} ${text.slice(moment.end)}`.trim()
  const isName = /^[\p{L}\p{N}_*·\-()|\s]{0,24}$/u.test(rest) && !/[的了吗呢吧我你]/.test(rest)
  // A clock in the middle of words, or beside them in letters as large as those of the messages, is part of what is said.
  const isWithin = /\p{L}/u.test(text.slice(0, moment.start)) && /\p{L}/u.test(text.slice(moment.end))
  const isBare = moment.month === undefined && moment.back === undefined && moment.second === undefined
  if (
    !isName ||
    isWithin ||
    (rest !== '' && isBare && typeSize(cell) > 0.95 * usual) ||
    (rest === '' && typeSize(cell) > 0.95 * usual && moment.second === undefined && moment.year === undefined)
  )
    return undefined
  const neighbour = cells.find(
    (one) =>
      one !== cell &&
      rest === '' &&
      Math.abs(one.box.y - box.y) < 0.6 * box.height &&
      momentsIn(one.text).length === 0 &&
      one.text.length <= 20 &&
      typeSize(one) < 1.2 * typeSize(cell),
  )
  const name = rest === '' ? neighbour?.text : rest
  if (name !== undefined && labels.has(name.toLowerCase())) return undefined
  const whole = neighbour === undefined || rest !== '' ? [cell] : [cell, neighbour]
  const space = around(whole.map((one) => one.box)) ?? box
  return {
    type: 'head',
    moment,
    cells: whole,
    box: space,
    side: sideOf(space, width),
    ...(name === undefined ? {} : { name }),
  }
}

const NEAR = 12
/** Margins that differ by less of the width do not tell the side. */
const DOUBT = 0.05
const NOISE = 0.012

/** Lines under each other with one left edge are one message. */
function bubblesOf(cells: readonly Placed[], { width }: Size, lexicon: PageLexicon): readonly Piece[] {
  const groups: Placed[][] = []
  for (const cell of rowsOf(cells).flat()) {
    // Rows come from the top: what is far above is closed.
    const home = groups.slice(-NEAR).findLast((group) => belongs(group, cell))
    if (home === undefined) groups.push([cell])
    else home.push(cell)
  }
  const boxes = groups.flatMap((group) => {
    const box = around(group.map((cell) => cell.box))
    return box === undefined ? [] : [{ group, box }]
  })
  const edges = edgesOf(
    boxes.map(({ box }) => box),
    width,
  )
  return boxes.map(({ group, box }) => ({
    type: 'bubble',
    cells: group,
    box,
    side: surerSide(box, width, edges, talkOf(group, lexicon)),
    isSure: Math.abs(width - right(box) - box.x) > DOUBT * width,
  }))
}

type Edges = { readonly left: number | undefined; readonly right: number | undefined }

/** Where the messages of each side begin, by those that leave no doubt. */
function edgesOf(boxes: readonly Box[], width: number): Edges {
  const clear = boxes.filter((box) => Math.abs(width - right(box) - box.x) > DOUBT * width)
  const [left, far] = [
    clear.filter((box) => sideOf(box, width) === 'left'),
    clear.filter((box) => sideOf(box, width) === 'right'),
  ]
  return {
    left: left.length === 0 ? undefined : median(left.map((box) => box.x)),
    right: far.length === 0 ? undefined : median(far.map(right)),
  }
}

/**
 * A message as wide as they get leaves about the same room at both sides: then the edge it stands at tells, and where that is
 * not clear either, what it says.
 */
function surerSide(box: Box, width: number, edges: Edges, talk: number): Side {
  if (Math.abs(width - right(box) - box.x) > DOUBT * width) return sideOf(box, width)
  const place = (edges.left === undefined ? 0 : byLeftEdge(box, width, edges.left)) + byFarEdge(box, width, edges.right)
  if (place + talk === 0) return sideOf(box, width)
  return place + talk > 0 ? 'left' : 'right'
}

/** The other side's messages all begin at one edge; what begins elsewhere is the user's. */
function byLeftEdge({ x }: Box, width: number, left: number): number {
  const away = Math.abs(x - left) / (NOISE * width)
  return away <= 1 ? 0.7 : away > 2 ? -1 : 0
}

/** The user's end near one edge, full lines up to a character before it; the other side's begin as far from theirs. */
function byFarEdge(box: Box, width: number, far: number | undefined): number {
  if (far === undefined) return 0
  const nearer = (Math.abs(right(box) - far) - Math.abs(box.x - (width - far))) / (NOISE * width)
  return Math.max(-0.5, Math.min(0.5, nearer / 2))
}

/** Above zero what a shop says, below what a shopper says; never as much as a clear edge. */
function talkOf(cells: readonly Placed[], { sets }: PageLexicon): number {
  const text = cells.map((cell) => cell.text).join('')
  const count = (words: readonly string[] = []) => words.filter((word) => text.includes(word)).length
  return Math.max(-0.8, Math.min(0.8, 0.6 * (count(sets.sellerTalk) - count(sets.selfTalk))))
}

/** Goes on in the last row of a message, or begins the next one at the message's left edge. */
function belongs(group: readonly Placed[], cell: Placed): boolean {
  const { box, text } = cell
  const last = group.at(-1)
  if (last === undefined) return false
  const height = Math.max(Math.min(last.box.height, box.height), 0.7 * Math.max(last.box.height, box.height))
  const gap = box.x - right(last.box)
  if (beside(last.box, box) > 0.55) return gap > -1.2 * height && gap < 1.2 * height
  const [size, sizeAbove] = [typeSize(cell), typeSize(last)]
  if (text.length > 1 && last.text.length > 1 && Math.min(size, sizeAbove) < 0.78 * Math.max(size, sizeAbove))
    return false
  const row = group.filter((one) => beside(one.box, last.box) > 0.55)
  const pitch = box.y - Math.min(...row.map((one) => one.box.y))
  const away = Math.abs(Math.min(...group.map((one) => one.box.x)) - box.x)
  // The outline of one or two characters is loose, and they go on from a line that was full.
  const isRest = text.length < 3 && right(last.box) - Math.min(...group.map((one) => one.box.x)) > 6 * height
  return pitch > 0.5 * height && pitch < 2.15 * height && away < (isRest ? 0.9 : 0.62) * height
}

/** The margin a message leaves free is wider on the other side. */
function sideOf(box: Box, width: number): Side {
  return box.x <= width - right(box) ? 'left' : 'right'
}
