import type { FileHandle } from 'node:fs/promises'

/** Boxes that hold the way from a film to its edit lists (ISO/IEC 14496-12). */
const containers: ReadonlySet<string> = new Set(['moov', 'trak', 'edts'])
const MOST_BOXES = 500

/** The entries of the longest edit list of an MP4 or MOV file; undefined when there is none. */
export async function longestEditList(file: FileHandle, size: number): Promise<number | undefined> {
  let [longest, boxes]: [number | undefined, number] = [undefined, 0]
  const walk = async (from: number, to: number, depth: number): Promise<void> => {
    for (let at = from; at + 8 <= to && boxes < MOST_BOXES; boxes += 1) {
      const head = Buffer.alloc(16)
      if ((await file.read(head, 0, 16, at)).bytesRead < 8) return
      const type = head.toString('latin1', 4, 8)
      const short = head.readUInt32BE(0)
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
      if (length < 8 || at + length > to) return
      if (containers.has(type) && depth < 4) await walk(at + (short === 1 ? 16 : 8), at + length, depth + 1)
      if (type === 'elst' && length >= 16) longest = Math.max(longest ?? 0, head.readUInt32BE(12))
      at += length
    }
  }
  await walk(0, size, 0)
  return longest
}
