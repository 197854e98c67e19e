import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { PageLine } from '../page.ts'
import { readPage } from '../read-page.ts'

const letters = [...'仓库缺货请您耐心等待我们保证三天之内给您发出来这个耳机左边没有声音要退货什么时候处理']
const message = fc.record({
  mine: fc.boolean(),
  text: fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 40 }).map((marks) => marks.join('')),
  /** Minutes since the message before; more than five bring a time of its own. */
  after: fc.constantFrom(0, 1, 2, 30, 600),
})
type Message = { readonly mine: boolean; readonly text: string; readonly after: number }

const SIZE = 42
const START_MS = Date.UTC(2026, 2, 5, 1, 0)

/** A screen as messengers draw it: messages of up to 16 characters a line, times in the middle. */
function screen(messages: readonly Message[], wobble: readonly number[]) {
  const lines: PageLine[] = []
  let [y, clock, shownAt] = [260, START_MS, 0]
  const put = (text: string, x: number, size: number) => {
    const [dx, dy] = [
      wobble[(lines.length * 2) % wobble.length] ?? 0,
      wobble[(lines.length * 2 + 1) % wobble.length] ?? 0,
    ]
    const width = [...text].reduce((sum, mark) => sum + (mark.charCodeAt(0) > 255 ? size : 0.56 * size), 0)
    lines.push({
      text,
      score: 0.99,
      box: { x: Math.round(x + dx), y: Math.round(y + dy), width: Math.round(width), height: size },
    })
  }
  const truth = messages.map(({ mine, text, after }) => {
    clock += after * 60_000
    if (clock - shownAt > 5 * 60_000) {
      const day = new Date(clock + 8 * 3_600_000).toISOString()
      put(`${day.slice(0, 10)} ${day.slice(11, 16)}`, 540 - 5 * 30, 34)
      y += 110
      shownAt = clock
    }
    const rows = text.match(/.{1,16}/g) ?? []
    const width = Math.max(...rows.map((row) => row.length)) * SIZE
    for (const row of rows) {
      put(row, mine ? 890 - width : 190, SIZE)
      y += 60
    }
    y += 80
    return { mine, text, minute: new Date(shownAt + 8 * 3_600_000).toISOString().slice(0, 16) }
  })
  return { page: { lines, barcodes: [], width: 1080, height: Math.max(2340, y + 200) }, truth }
}

describe('a conversation of any kind', () => {
  it('gives every message whole, with who said it and the minute above it', () => {
    fc.assert(
      fc.property(
        fc
          .array(message, { minLength: 3, maxLength: 12 })
          .filter((all) => new Set(all.map(({ mine }) => mine)).size === 2),
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 30, maxLength: 30 }),
        (messages, wobble) => {
          const { page, truth } = screen(messages, wobble)
          const read = readPage(page, { knowledge, capturedAt: '2026-03-20T02:00:00Z' }).chat?.lines ?? []
          expect(read.map(({ speaker, text, at }) => [speaker, text, at?.slice(0, 16)])).toEqual(
            truth.map(({ mine, text, minute }) => [mine ? 'self' : 'other', text, minute]),
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})
