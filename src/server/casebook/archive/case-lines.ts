import { z } from 'zod'
import type { Link } from '../../../core/case/log/chain.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

const linkLine = z.strictObject({
  version: z.int().min(1),
  type: z.string(),
  at: z.string(),
  salt: z.string().nullable(),
  payload: z.unknown(),
  digest,
  previous: digest,
  hash: digest,
})

const PIECE = 65_536

/** Links of a case as text, one a line, exactly as the store has them: salts and what is left of erased ones too. */
export async function* caseLines(links: readonly Link[]): AsyncGenerator<Uint8Array> {
  // Not by `Buffer.from`: small buffers share memory, and one that is kept by others would keep all of it.
  const encoder = new TextEncoder()
  let piece = ''
  for (const { version, type, at, salt, payload, digest, previous, hash } of links) {
    piece += `${JSON.stringify({ version, type, at, salt, payload, digest, previous, hash })}\n`
    if (piece.length < PIECE) continue
    yield encoder.encode(piece)
    piece = ''
  }
  if (piece !== '') yield encoder.encode(piece)
}

/** The links of such a text, or the number of the first line that is none. */
export async function readCaseLines(content: AsyncIterable<Uint8Array>): Promise<readonly Link[] | number> {
  const links: Link[] = []
  for await (const line of linesOf(content)) {
    const link = linkOf(line)
    if (link === undefined) return links.length + 1
    links.push(link)
  }
  return links
}

async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const chunk of content) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n')
    const lines = [begun + first, ...more]
    begun = lines.pop() ?? ''
    yield* lines
  }
  if (begun !== '') yield begun
}

function linkOf(line: string): Link | undefined {
  try {
    const { payload, ...rest } = linkLine.parse(JSON.parse(line))
    return { ...rest, payload: payload ?? null }
  } catch {
    return undefined
  }
}
