import { createHash } from 'node:crypto'

/**
 * How much of a list that only grows line by line has this digest: the bytes from its start up to the end of a line;
 * undefined where no such part has it, so that what was there was changed.
 */
export function coveredPart(list: Uint8Array, digest: string, algorithm = 'sha256'): number | undefined {
  const hash = createHash(algorithm)
  let start = 0
  while (start < list.length) {
    const feed = list.indexOf(0x0a, start)
    const end = feed === -1 ? list.length : feed + 1
    hash.update(list.subarray(start, end))
    if (hash.copy().digest('hex') === digest) return end
    start = end
  }
  return undefined
}
