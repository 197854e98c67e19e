/** A picture as it stands in memory: rows from the top, three bytes a pixel (red, green, blue). */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** A quarter turn is 90 degrees clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3

export function turned(pixels: Pixels, turns: QuarterTurns): Pixels {
  if (turns === 0) return pixels
  const { data, width, height } = pixels
  const [toWidth, toHeight] = turns === 2 ? [width, height] : [height, width]
  const out = new Uint8Array(data.length)
  for (let y = 0; y < toHeight; y += 1)
    for (let x = 0; x < toWidth; x += 1) {
      const [fromX, fromY] =
        turns === 1 ? [y, height - 1 - x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x]
      const from = (fromY * width + fromX) * 3
      const to = (y * toWidth + x) * 3
      out[to] = data[from] ?? 0
      out[to + 1] = data[from + 1] ?? 0
      out[to + 2] = data[from + 2] ?? 0
    }
  return { data: out, width: toWidth, height: toHeight }
}

/** The rows from `top` on, without a copy. */
export function rowsOf(pixels: Pixels, top: number, height: number): Pixels {
  const row = pixels.width * 3
  return { data: pixels.data.subarray(top * row, (top + height) * row), width: pixels.width, height }
}
