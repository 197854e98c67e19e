import { bottom, middle } from '../layout/cell.ts'
import { minuteOfDay, momentsIn } from '../layout/moment.ts'
import { type Placed, rowsOf } from '../layout/rows.ts'
import type { PageLexicon } from '../page-lexicon.ts'

export type Size = { readonly width: number; readonly height: number }

/** A page without what the phone and the app print around the messages. */
export type Bands = {
  readonly messages: readonly Placed[]
  readonly title?: string
  readonly hasInput: boolean
  readonly hasStatus: boolean
}

/** Takes off the status bar, the title bar and the bar to write in, where they are. */
export function bandsOf(cells: readonly Placed[], size: Size, lexicon: PageLexicon): Bands {
  const screen = { width: size.width, height: Math.min(size.height, SCREEN * size.width) }
  const rows = rowsOf(lowered(cells, screen))
  const head = statusRows(rows, screen)
  const foot = footOf(rows, size, lexicon)
  const body = rows.slice(head, foot)
  const title = titleOf(body, screen, lexicon, head > 0)
  const name = title === undefined ? undefined : titleText(title, lexicon)
  const under = title === undefined ? body : body.slice(1)
  const rest = title !== undefined && isUnderTitle(under[0], screen, lexicon) ? under.slice(1) : under
  return {
    messages: rest.flat().flatMap(({ line }) => cells.find((cell) => cell.line === line) ?? []),
    hasInput: foot < rows.length,
    hasStatus: head > 0,
    ...(name === undefined ? {} : { title: name }),
  }
}

/** A photo of a screen has room above it: then the page is taken to begin where its words do. */
function lowered(cells: readonly Placed[], { height }: Size): readonly Placed[] {
  const top = Math.min(...cells.map(({ box }) => box.y)) - EDGE * height
  return top <= 0 ? cells : cells.map((cell) => ({ ...cell, box: { ...cell.box, y: cell.box.y - top } }))
}

const EDGE = 0.03
/** The height of a phone's screen in widths: what stands at the top of a long picture is measured by it. */
const SCREEN = 2.2

/** How many rows the status bar takes: on a screen photographed at a slant the clock and the signs stand in two. */
function statusRows(rows: readonly (readonly Placed[])[], size: Size): number {
  const [first, second] = rows
  if (first === undefined) return 0
  if (isStatus(first, size)) return 1
  const both = [...first, ...(second ?? [])]
  const [top = 0, next = 0] = [first[0]?.box.y, second?.[0]?.box.y]
  const isNear = second !== undefined && next - top < 1.5 * (second[0]?.box.height ?? 0)
  return isNear && both.every(({ text }) => text.length < 16) && isStatus(both, size) ? 2 : 0
}

/** The top row with the clock of the phone; a time alone in the middle of a cropped picture is none. */
function isStatus(row: readonly Placed[], { width, height }: Size): boolean {
  const [first] = row
  if (first === undefined || middle(first.box) > 0.07 * height) return false
  const isTop = middle(first.box) < 0.05 * height
  const hasClock = row.some(({ text }) => /^\D{0,3}(?:[01]?\d|2[0-3])[:：]?[0-5]\d\D{0,4}$/.test(text))
  const hasSigns = row.some(({ text }) => /[45]G|\d{1,3}%|HD|WiFi|移动|联通|电信|K\/s|^\d{2}$/i.test(text))
  const isAside = row.some(({ box }) => box.x + box.width < width * 0.35 || box.x > width * 0.7)
  return (
    (hasClock && (hasSigns || (isTop && isAside))) || (isTop && hasSigns && row.every(({ text }) => text.length < 18))
  )
}

function titleOf(
  body: readonly (readonly Placed[])[],
  { width, height }: Size,
  { sets }: PageLexicon,
  hasStatus: boolean,
): readonly Placed[] | undefined {
  const [row, next] = body
  const [first] = row ?? []
  if (row === undefined || first === undefined || middle(first.box) > (hasStatus ? 0.14 : 0.09) * height)
    return undefined
  if (row.some(({ text }) => momentsIn(text).some((moment) => minuteOfDay(moment) !== undefined))) return undefined
  const named = row.find(({ text }) => /[\p{L}]{2}/u.test(text))
  if (named === undefined) return row
  const isCentred = Math.abs(named.box.x + named.box.width / 2 - width / 2) < 0.08 * width
  const isBack = row.some(({ text }) => /^[<‹〈《←(]/.test(text))
  const isMarked = (sets.titleMarks ?? []).some((mark) => row.some(({ text }) => text === mark))
  if ((sets.systemLines ?? []).some((word) => named.text.includes(word))) return undefined
  const isApart = next?.[0] === undefined || next[0].box.y - first.box.y > first.box.height * 1.4
  return hasStatus ? row : (isCentred || isBack || isMarked) && isApart && named.text.length < 24 ? row : undefined
}

/** The line under a name: what the shop is, whether it is there. */
function isUnderTitle(row: readonly Placed[] | undefined, { height }: Size, { sets }: PageLexicon): boolean {
  const [first] = row ?? []
  if (row === undefined || first === undefined || middle(first.box) > 0.16 * height) return false
  return row.every(({ text }) => (sets.titleMarks ?? []).some((mark) => text.includes(mark)) && text.length < 20)
}

function titleText(row: readonly Placed[], { sets }: PageLexicon): string | undefined {
  const names = row
    .map(({ text }) => text.replace(/^[<‹〈《←(\s]+|[>›〉…·.\s]+$/g, '').replace(/\(\d+\)$/, ''))
    .filter((text) => /\p{L}{2}/u.test(text) && !(sets.titleMarks ?? []).includes(text))
  return [...names].sort((a, b) => b.length - a.length)[0]
}

/** The index of the first row that belongs to the bar to write in; rows of quick answers above it go with it. */
function footOf(rows: readonly (readonly Placed[])[], size: Size, { sets }: PageLexicon): number {
  const height = Math.min(size.height, Math.max(0, ...(rows.at(-1) ?? []).map(({ box }) => bottom(box))) * 1.05)
  const [inputs, quick] = [sets.inputWords ?? [], sets.quickWords ?? []]
  const isInput = ({ text, box }: Placed) => middle(box) > 0.75 * height && inputs.some((word) => sameWord(text, word))
  const at = rows.findIndex((row) => row.some(isInput))
  let foot = at === -1 ? rows.length : at
  while (foot > 0) {
    const above = rows[foot - 1] ?? []
    const isLow = above.every(({ box }) => middle(box) > 0.7 * height)
    const isQuick = above.every(
      ({ text }) => quick.some((word) => sameWord(text, word)) || /^[^\p{Script=Han}]{1,2}$/u.test(text),
    )
    const isRow = above.length > 1 && isQuick
    if (!isLow || !(isRow || (at !== -1 && isQuick))) break
    foot -= 1
  }
  return foot
}

function sameWord(text: string, word: string): boolean {
  const bare = (of: string) => of.normalize('NFKC').replaceAll(/[.…·。\s+]/g, '')
  return bare(text) === bare(word)
}
