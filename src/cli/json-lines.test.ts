import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonLine, jsonLines } from './json-lines.ts'

async function read(...chunks: readonly (string | Uint8Array)[]): Promise<JsonLine[]> {
  async function* arriving() {
    yield* chunks
  }
  const lines: JsonLine[] = []
  for await (const line of jsonLines(arriving())) lines.push(line)
  return lines
}
const contents = (lines: readonly JsonLine[]) =>
  lines.map(({ line, content }) => [line, content.ok ? content.value : content.refusal.code])

describe('a JSONL stream', () => {
  it('counts lines from one, blank ones too', async () => {
    expect(contents(await read('{"a":1}\n\n  \n2\r\n"三"'))).toEqual([
      [1, { a: 1 }],
      [4, 2],
      [5, '三'],
    ])
  })

  it('tells bad lines and goes on', async () => {
    expect(contents(await read('{"a":\n', Buffer.from([0xff, 0xfe, 10]), '1\n'))).toEqual([
      [1, 'not-json'],
      [2, 'not-utf-8'],
      [3, 1],
    ])
  })

  it('passes over a byte order mark', async () => {
    expect(contents(await read('\uFEFF{"a":1}\n'))).toEqual([[1, { a: 1 }]])
  })

  it('is empty when nothing comes', async () => {
    expect(await read()).toEqual([])
    expect(await read('\n')).toEqual([])
  })

  it('reads the same however the bytes arrive', async () => {
    const anyLines = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(anyLines, fc.integer({ min: 1, max: 9 }), async (values, size) => {
        const bytes = Buffer.from(values.map((value) => JSON.stringify(value)).join('\n'), 'utf8')
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, i * size + size),
        )
        const plain = values.map((value, i) => [i + 1, JSON.parse(JSON.stringify(value))])
        expect(contents(await read(...chunks))).toEqual(plain)
      }),
    )
  })
})
