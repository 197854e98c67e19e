import type { Panel } from '../../../core/reading/page.ts'
import type { Pixels } from './pixels.ts'
import type { SlantedBox } from './slanted-box.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** Grounds that differ by less, of 255, are one: a white bubble on light grey differs by 8. */
const SAME = 4
/** Rows of a line, from its middle in heights, along which its ground is followed to the sides. */
const ROWS = [-0.3, -0.15, 0, 0.15, 0.3]

/** A place beside the middle of a line: along it and across it, in pixels, however the picture leans. */
type Place = { readonly along: number; readonly across: number }
type Look = (place: Place) => Colour | undefined

/** How far a ground goes from the middle of the line on it, in pixels. */
export type Ground = {
  readonly left: number
  readonly right: number
  readonly up: number
  readonly down: number
  readonly colour: Panel['colour']
}

/**
 * The even ground a line of text stands on: the bubble of a message, a pill, a card. It is followed from the line outwards until the
 * colour changes; undefined where it goes to the edge of the picture, so that the line stands on the page itself. `tilt` is the
 * angle by which the page leans.
 */
export function groundOf(pixels: Pixels, { x, y, width, height }: SlantedBox, tilt: number): Ground | undefined {
  const block = Math.max(2, Math.round(height * 0.07))
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  const look: Look = ({ along, across }) =>
    meanOf(pixels, x + along * cos - across * sin, y + along * sin + across * cos, block)
  const start = colourAround(look, width / 2, height / 2, block + 1)
  const side = (direction: 1 | -1) =>
    ROWS.map((row) =>
      follow(
        look,
        start,
        { along: direction * (width / 2 + block), across: row * height },
        { along: direction * block, across: 0 },
      ),
    )
  const [left, right] = [side(-1), side(1)]
  if (edgeIn(left) || edgeIn(right)) return undefined
  const [toLeft, toRight] = [
    width / 2 + block + middleOf(left.map(lengthOf)),
    width / 2 + block + middleOf(right.map(lengthOf)),
  ]
  // Beside the text, in the margin of the ground, nothing stands in the way upwards and downwards.
  const isBefore = toLeft >= width / 2 + 2 * block || toLeft >= toRight
  const margin = { along: isBefore ? -(toLeft + width / 2) / 2 : (toRight + width / 2) / 2, across: 0 }
  const up = follow(look, start, margin, { along: 0, across: -block })
  const down = follow(look, start, margin, { along: 0, across: block })
  const [red, green, blue] = start.map(Math.round)
  return {
    left: toLeft,
    right: toRight,
    up: lengthOf(up),
    down: lengthOf(down),
    colour: [red ?? 0, green ?? 0, blue ?? 0],
  }
}

type Way = { readonly length: number; readonly isEdge: boolean }

/** Most rows end at the edge of the picture. */
function edgeIn(ways: readonly Way[]): boolean {
  return ways.filter(({ isEdge }) => isEdge).length * 2 > ways.length
}

function lengthOf({ length }: Way): number {
  return length
}

/** How far an even ground goes from a place, block by block; a thin line or two changed blocks end it. */
function follow(look: Look, start: Colour, from: Place, step: Place): Way {
  const size = Math.abs(step.along + step.across)
  let [red, green, blue] = start
  let [place, length, changed] = [from, 0, 0]
  for (let gone = size; ; gone += size) {
    place = { along: place.along + step.along, across: place.across + step.across }
    const next = look(place)
    if (next === undefined) return { length: gone, isEdge: true }
    const [r, g, b] = next
    const away = Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue))
    changed = away > SAME ? changed + (away > 2 * SAME ? 2 : 1) : 0
    if (changed >= 2) return { length, isEdge: false }
    length = gone
    // Light falls unevenly on a photographed screen: the ground may drift, not jump.
    if (changed === 0) [red, green, blue] = [mixed(red, r), mixed(green, g), mixed(blue, b)]
  }
}

function mixed(old: number, next: number): number {
  return 0.9 * old + 0.1 * next
}

/** The colour around a line, the middle of what is found in a frame just outside it. */
function colourAround(look: Look, half: number, halfHeight: number, off: number): Colour {
  const parts = [-0.8, -0.4, 0, 0.4, 0.8]
  const places = parts.flatMap((part) => [
    { along: -half - off, across: part * halfHeight },
    { along: half + off, across: part * halfHeight },
    { along: part * half, across: -halfHeight - off },
    { along: part * half, across: halfHeight + off },
  ])
  const colours = places.flatMap((place) => {
    const colour = look(place)
    return colour === undefined ? [] : [colour]
  })
  const channel = (i: 0 | 1 | 2) => middleOf(colours.map((colour) => colour[i]))
  return [channel(0), channel(1), channel(2)]
}

/** The mean colour of a square block around a point; undefined where the block reaches out of the picture. */
function meanOf({ data, width, height }: Pixels, x: number, y: number, block: number): Colour | undefined {
  const [left, top] = [Math.round(x) - (block >> 1), Math.round(y) - (block >> 1)]
  if (left < 0 || top < 0 || left + block > width || top + block > height) return undefined
  let [red, green, blue] = [0, 0, 0]
  for (let row = top; row < top + block; row += 1)
    for (let i = (row * width + left) * 3, end = i + block * 3; i < end; i += 3) {
      red += data[i] ?? 0
      green += data[i + 1] ?? 0
      blue += data[i + 2] ?? 0
    }
  const count = block * block
  return [red / count, green / count, blue / count]
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
