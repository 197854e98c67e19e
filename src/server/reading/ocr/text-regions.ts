import { type Point, type SlantedBox, smallestBox } from './slanted-box.ts'

/** What a text detector says of every pixel: how likely it is text, 0 to 1. */
export type TextMap = { readonly data: Float32Array; readonly width: number; readonly height: number }

/** The values of the detector's own configuration (PP-OCR, "DB" head). */
const TEXT = 0.3
const REGION = 0.55
const GROWN = 1.6
const SMALLEST_SIDE = 3
const MOST_REGIONS = 1000

/**
 * The lines of text in a map: connected pixels, the smallest slanted rectangle around them, grown back to the letters'
 * height (the detector marks a shrunk kernel of each line; Liao et al., "Real-time Scene Text Detection with Differentiable
 * Binarization": the offset is area × ratio ÷ perimeter).
 */
export function textRegions(map: TextMap): readonly SlantedBox[] {
  const regions: SlantedBox[] = []
  for (const { edge, sum, count } of connected(map)) {
    if (sum / count < REGION) continue
    const box = smallestBox(edge)
    if (box === undefined || Math.min(box.width, box.height) < SMALLEST_SIDE) continue
    const grown = (GROWN * box.width * box.height) / (2 * (box.width + box.height))
    regions.push({ ...box, width: box.width + 2 * grown, height: box.height + 2 * grown })
    if (regions.length >= MOST_REGIONS) break
  }
  return regions
}

type Connected = { readonly edge: readonly Point[]; readonly sum: number; readonly count: number }

function* connected({ data, width, height }: TextMap): Generator<Connected> {
  const seen = new Uint8Array(data.length)
  const stack: number[] = []
  const isText = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && (data[y * width + x] ?? 0) > TEXT
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] === 1 || (data[start] ?? 0) <= TEXT) continue
    const edge: Point[] = []
    let [sum, count] = [0, 0]
    stack.push(start)
    seen[start] = 1
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      sum += data[at] ?? 0
      count += 1
      if (!(isText(x - 1, y) && isText(x + 1, y) && isText(x, y - 1) && isText(x, y + 1))) corners(edge, x, y)
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -1; dx <= 1; dx += 1) {
          const next = at + dy * width + dx
          if (!isText(x + dx, y + dy) || seen[next] === 1) continue
          seen[next] = 1
          stack.push(next)
        }
    }
    yield { edge, sum, count }
  }
}

function corners(edge: Point[], x: number, y: number) {
  edge.push([x, y], [x + 1, y], [x, y + 1], [x + 1, y + 1])
}
