import type { Pixels } from './pixels.ts'
import type { SlantedBox } from './slanted-box.ts'

/** The height the recogniser was trained on. */
export const LINE_HEIGHT = 48
const NARROWEST = 16
const WIDEST = 3200

/**
 * A line cut out of a picture, straightened and scaled to the recogniser's height: `3 × 48 × width` values from −1 to 1 in the
 * order blue, green, red. A box more than half again as high as wide is text that runs downwards and is laid on its side.
 */
export type LinePicture = { readonly data: Float32Array; readonly width: number }

export function linePicture(
  pixels: Pixels,
  box: SlantedBox,
  { flipped = false, stretch = 1 }: { readonly flipped?: boolean; readonly stretch?: number } = {},
): LinePicture {
  const down = box.height > box.width * 1.5
  const [long, short] = down ? [box.height, box.width] : [box.width, box.height]
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.round((long / short) * LINE_HEIGHT * stretch)))
  const data = new Float32Array(3 * LINE_HEIGHT * width)
  const turn = (flipped ? Math.PI : 0) + (down ? Math.PI / 2 : 0)
  const [cos, sin] = [Math.cos(box.angle + turn), Math.sin(box.angle + turn)]
  const step = short / LINE_HEIGHT
  const samples = Math.min(4, Math.max(1, Math.round(step)))
  const plane = LINE_HEIGHT * width
  for (let row = 0; row < LINE_HEIGHT; row += 1)
    for (let column = 0; column < width; column += 1) {
      let [red, green, blue] = [0, 0, 0]
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const along = ((column + ((sample % samples) + 0.5) / samples) / width - 0.5) * long
        const across = ((row + (Math.floor(sample / samples) + 0.5) / samples) / LINE_HEIGHT - 0.5) * short
        const colour = colourAt(pixels, box.x + along * cos - across * sin, box.y + along * sin + across * cos)
        red += colour[0]
        green += colour[1]
        blue += colour[2]
      }
      const at = row * width + column
      const scale = 1 / (127.5 * samples * samples)
      data[at] = blue * scale - 1
      data[plane + at] = green * scale - 1
      data[2 * plane + at] = red * scale - 1
    }
  return { data, width }
}

const colour: [number, number, number] = [0, 0, 0]

/** Between four pixels; beyond the edge the edge goes on. The answer is one array, used again by the next call. */
function colourAt({ data, width, height }: Pixels, x: number, y: number): readonly [number, number, number] {
  const left = Math.min(width - 1, Math.max(0, x - 0.5))
  const top = Math.min(height - 1, Math.max(0, y - 0.5))
  const [x0, y0] = [Math.floor(left), Math.floor(top)]
  const [fx, fy] = [left - x0, top - y0]
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)]
  const [a, b, c, d] = [(y0 * width + x0) * 3, (y0 * width + x1) * 3, (y1 * width + x0) * 3, (y1 * width + x1) * 3]
  for (let channel = 0; channel < 3; channel += 1) {
    const above = (data[a + channel] ?? 0) * (1 - fx) + (data[b + channel] ?? 0) * fx
    const below = (data[c + channel] ?? 0) * (1 - fx) + (data[d + channel] ?? 0) * fx
    colour[channel] = above * (1 - fy) + below * fy
  }
  return colour
}
