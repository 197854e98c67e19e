import { createHash } from 'node:crypto'

/** SHA-256 of content as it streams by, in hex. */
export async function contentDigest(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk)
  return hash.digest('hex')
}
