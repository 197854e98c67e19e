import { around, beside, median, right, typeSize } from '../layout/cell.ts'
import { momentAlone } from '../layout/moment.ts'
import type { Placed } from '../layout/rows.ts'
import type { Box, Panel } from '../page.ts'

export type Side = 'left' | 'right'

/** What messages stand on: an even ground within the page, with the lines on it. */
export type Ground = {
  readonly box: Box
  readonly colour: Panel['colour']
  readonly cells: readonly Placed[]
}

/** Colours that differ by less, of 255, are one. */
const SAME_COLOUR = 10
/** The room beside the words of a bubble, in characters. */
const ROOM = 2.6
/** On one ground, lines differ by less still. */
const ONE_COLOUR = 7
/** Edges that differ by less of the width are one. */
const SAME_EDGE = 0.012
/** By how much measured edges differ that are one, of the width. */
const NOISE = 0.004
/** So many times more must the ends of messages differ than their beginnings. */
const APART = 3
/** How far a message must lean to one of two edges to be of that side. */
const CLEAR = 0.35
/** A middle further off that of the page, of its width, tells the side alone. */
const OFF_MIDDLE = 0.04
/** Wider than this, of the page, a ground is a band across it and no message. */
const BAND = 0.93

/** The lines that stand on one ground are one message. What no ground was found for, but lies within one, belongs to it. */
export function groundsOf(cells: readonly Placed[], width: number): readonly Ground[] {
  const groups: (Placed & { readonly panel: Panel })[][] = []
  for (const cell of cells) {
    const { panel, box } = cell
    // Where the look upwards or downwards ended at once, the ground is not even: a shadow, a pattern.
    if (panel === undefined || panel.width > BAND * width || panel.height < 1.15 * box.height) continue
    const whole = { ...cell, panel: { ...panel, ...(around([panel, box]) ?? panel) } }
    const home = groups.findLast((group) => group.some((one) => isSame(one, whole)))
    if (home === undefined) groups.push([whole])
    else home.push(whole)
  }
  const grounds = groups.flatMap((group): Ground[] => {
    const [first] = group
    const box = around(group.map(({ panel }) => panel))
    return first === undefined || box === undefined ? [] : [{ box, colour: first.panel.colour, cells: group }]
  })
  const loose = cells.filter(({ line }) => !grounds.some((ground) => ground.cells.some((cell) => cell.line === line)))
  return grounds.map((ground) => ({
    ...ground,
    cells: inRows([...ground.cells, ...loose.filter(({ box }) => isWithin(box, ground.box))]),
  }))
}

/** The bubble of a message fits its lines: it is as wide as the longest, and they follow close on one another. */
export function isHugging({ box, cells }: Ground): boolean {
  const text = around(cells.map((cell) => cell.box))
  const [size, height] = [median(cells.map(typeSize)), median(cells.map((cell) => cell.box.height))]
  const isClose = cells.every(({ box: { y } }, i) => y - (cells[i - 1]?.box.y ?? y) < 2.4 * height)
  return text !== undefined && isClose && text.x - box.x < ROOM * size && right(box) - right(text) < ROOM * size
}

function isSame(one: Placed & { readonly panel: Panel }, other: Placed & { readonly panel: Panel }): boolean {
  const [a, b, height] = [one.panel, other.panel, other.box.height]
  const isNear = a.colour.every((channel, i) => Math.abs(channel - (b.colour[i] ?? 0)) < ONE_COLOUR)
  const isAligned = Math.abs(a.x - b.x) < 0.6 * height || Math.abs(right(a) - right(b)) < 0.6 * height
  // A line read in two pieces stops the look for the edge of either at the other.
  const isRow = beside(one.box, other.box) > 0.5 && Math.max(a.x - right(b), b.x - right(a)) < 1.5 * height
  return isNear && (isAligned || isRow) && beside(a, b) > 0.6
}

function isWithin(box: Box, ground: Box): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return x > ground.x && x < right(ground) && y > ground.y && y < ground.y + ground.height
}

/** From the top, and along each row from the left. */
function inRows(cells: readonly Placed[]): readonly Placed[] {
  return [...cells].sort((a, b) => (beside(a.box, b.box) > 0.5 ? a.box.x - b.box.x : a.box.y - b.box.y))
}

/** A small ground in the middle with one line of small letters: a time, a note of the app. */
export function isPill({ box, cells }: Ground, width: number, usual: number): boolean {
  const off = Math.abs(box.x + box.width / 2 - width / 2)
  const [cell] = cells
  if (cells.length !== 1 || cell === undefined || off > 0.04 * width) return false
  return momentAlone(cell.text) !== undefined || typeSize(cell) < 0.9 * usual
}

type Told = { readonly side: Side; readonly isSure: boolean }

/** At which side each ground stands, and whether that is beyond doubt. `middle` is that of the page. */
export function sidesOf(
  grounds: readonly Ground[],
  { middle, width }: { readonly middle: number; readonly width: number },
): ReadonlyMap<Ground, Told> {
  const told = new Map<Ground, Told>()
  const clusters = byColour(grounds).map((cluster) => ({ cluster, ...sideOfColour(cluster, width) }))
  const tell = (cluster: readonly Ground[], side: Side, isSure: boolean) => {
    for (const ground of cluster) told.set(ground, { side, isSure })
  }
  for (const { cluster, side } of clusters) if (side !== undefined) tell(cluster, side, true)
  const [known, another] = new Set(clusters.flatMap(({ side }) => side ?? []))
  if (known !== undefined && another === undefined)
    for (const { cluster, side, isMixed } of clusters) {
      if (side !== undefined || isMixed) continue
      // Another colour than that of one side is the other side's; its place may say so too.
      const opposite = known === 'left' ? 'right' : 'left'
      const off = cluster.reduce((sum, ground) => sum + offOf(ground, middle), 0) / cluster.length
      tell(cluster, opposite, (known === 'left' ? off : -off) > OFF_MIDDLE * width)
    }
  const edges = edgesOf(grounds, middle, width)
  for (const ground of grounds) {
    if (told.has(ground)) continue
    const [lean, off] = [leanOf(ground.box, edges, width), offOf(ground, middle)]
    const isTold = Math.abs(lean) > CLEAR
    const side = (isTold ? lean : off) < 0 ? 'left' : 'right'
    told.set(ground, { side, isSure: isTold || Math.abs(off) > 2 * OFF_MIDDLE * width })
  }
  return told
}

/** How far the middle of a ground stands right of that of the page, in pixels. */
function offOf({ box }: Ground, middle: number): number {
  return box.x + box.width / 2 - middle
}

function byColour(grounds: readonly Ground[]): readonly (readonly Ground[])[] {
  const clusters: Ground[][] = []
  for (const ground of grounds) {
    const home = clusters.find(([first]) => first !== undefined && isAlike(first, ground))
    if (home === undefined) clusters.push([ground])
    else home.push(ground)
  }
  return clusters
}

/**
 * Messages of one colour that begin at one edge and end anywhere are of that edge's side. Where both edges hold there is no
 * telling; where neither does they are mixed, of both sides in one colour.
 */
function sideOfColour(cluster: readonly Ground[], width: number): { readonly side?: Side; readonly isMixed: boolean } {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values) + NOISE * width
  const [left, far] = [spread(cluster.map(({ box }) => box.x)), spread(cluster.map(({ box }) => right(box)))]
  if (Math.min(left, far) > 2 * SAME_EDGE * width) return { isMixed: true }
  if (far > APART * left) return { side: 'left', isMixed: false }
  return left > APART * far ? { side: 'right', isMixed: false } : { isMixed: false }
}

function isAlike(one: Pick<Ground, 'colour'>, other: Pick<Ground, 'colour'>): boolean {
  return one.colour.every((channel, i) => Math.abs(channel - (other.colour[i] ?? 0)) < SAME_COLOUR)
}

type Edges = { readonly left: number | undefined; readonly right: number | undefined }

/**
 * The edge at which the messages of either side stand: the two that leave the fewest messages at neither or at both. Apps
 * keep the same room at both sides, which counts for half a message.
 */
function edgesOf(grounds: readonly Ground[], middle: number, width: number): Edges {
  const boxes = grounds.map(({ box }) => box)
  const near = (a: number, b: number) => Math.abs(a - b) < SAME_EDGE * width
  const lefts: readonly (number | undefined)[] = [
    undefined,
    ...apart(
      boxes.map(({ x }) => x),
      width,
    ),
  ]
  const rights: readonly (number | undefined)[] = [undefined, ...apart(boxes.map(right), width)]
  let best: Edges & { readonly explained: number } = { left: undefined, right: undefined, explained: 0 }
  for (const left of lefts)
    for (const far of rights) {
      if (left !== undefined && far !== undefined && far - left < 0.3 * width) continue
      const isEven =
        left !== undefined && far !== undefined && Math.abs(2 * middle - far - left) < 2 * SAME_EDGE * width
      // One message alone shows no edge unless the other side's edge stands across from it.
      const isShown = (edge: number | undefined, places: readonly number[]) =>
        edge === undefined || isEven || places.filter((place) => near(place, edge)).length > 1
      if (
        !isShown(
          left,
          boxes.map(({ x }) => x),
        ) ||
        !isShown(far, boxes.map(right))
      )
        continue
      const told = boxes.reduce((sum, box) => sum + Math.abs(leanOf(box, { left, right: far }, width)), 0)
      const explained = told + (isEven ? 0.5 : 0)
      if (explained > best.explained) best = { left, right: far, explained }
    }
  return best
}

/** Places that differ by more than a third of what counts as one edge. */
function apart(places: readonly number[], width: number): readonly number[] {
  const step = (SAME_EDGE * width) / 3
  return [...new Map(places.map((place) => [Math.round(place / step), place])).values()]
}

/** Below zero a message stands at the left edge, above at the right one, as far as ±1; zero at both or at neither. */
function leanOf(box: Box, { left, right: far }: Edges, width: number): number {
  const away = (edge: number | undefined, place: number) =>
    edge === undefined ? 1 : Math.min(1, Math.abs(edge - place) / (SAME_EDGE * width))
  return away(left, box.x) - away(far, right(box))
}

const price = /^(?:[¥￥]\s?\d|\d+(?:\.\d{2})?元$)/

/** A card of goods or of an order among the messages: nobody said it. */
export function isCard({ cells }: Ground, cardWords: readonly string[]): boolean {
  if (cells.length < 2) return false
  const isButton = ({ text }: Placed) => cardWords.some((word) => text === word || text.startsWith(`${word}:`))
  const small = Math.min(...cells.map(typeSize)) < 0.92 * median(cells.map(typeSize))
  return cells.some(({ text }) => price.test(text)) ? cells.some(isButton) || small : cells.filter(isButton).length > 1
}
