import { describe, expect, it } from 'vitest'
import { groundOf } from './ground.ts'

const [width, height] = [400, 300]
type Rect = readonly [x: number, y: number, width: number, height: number, grey: number]

/** A picture of grey rectangles on a light page, each over those before it; `noise` changes each pixel by up to so much. */
function picture(rects: readonly Rect[], { noise = 0, page = 245 } = {}) {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const over = rects.findLast(([left, top, w, h]) => x >= left && x < left + w && y >= top && y < top + h)
      const swing = noise === 0 ? 0 : ((x * 7 + y * 13) % (2 * noise + 1)) - noise
      data.fill(Math.max(0, Math.min(255, (over?.[4] ?? page) + swing)), (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  return { data, width, height }
}

const bubble: Rect = [60, 80, 200, 70, 255]
/** Letters are what stands in the line's box; here a dark bar. */
const words: Rect = [76, 95, 120, 24, 20]
const line = { x: 136, y: 107, width: 120, height: 24, angle: 0 }

describe('the ground of a line', () => {
  it.each([
    ['of a white bubble on light grey', picture([bubble, words])],
    ['with noise', picture([bubble, words], { noise: 2 })],
    ['of a bubble that only a thin frame sets off', picture([[59, 79, 202, 72, 215], bubble, words], { page: 255 })],
  ])('is followed to its edges: %s', (_, pixels) => {
    const ground = groundOf(pixels, line, 0)
    expect(ground).toBeDefined()
    const near = (value: number | undefined, wanted: number) => Math.abs((value ?? -99) - wanted) <= 4
    expect({
      left: near(ground?.left, 136 - 60),
      right: near(ground?.right, 260 - 136),
      up: near(ground?.up, 107 - 80),
      down: near(ground?.down, 150 - 107),
    }).toEqual({ left: true, right: true, up: true, down: true })
    expect(ground?.colour.every((channel) => Math.abs(channel - 255) <= 3)).toBe(true)
  })

  it('is none where the line stands on the page itself', () => {
    expect(groundOf(picture([words]), line, 0)).toBeUndefined()
  })

  it('is looked for in any picture without a fault, also at its edges and where the line is larger than it', () => {
    for (const one of [
      { x: 2, y: 2, width: 10, height: 10, angle: 0 },
      { x: 200, y: 150, width: 900, height: 900, angle: 0 },
      { x: 399, y: 299, width: 1, height: 1, angle: 0 },
    ])
      for (const tilt of [0, 0.1, -0.3]) expect(() => groundOf(picture([bubble]), one, tilt)).not.toThrow()
  })
})
