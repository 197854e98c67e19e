import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as no honest writer makes it: what is not given is right. */
export type RawEntry = {
  readonly name: string | Buffer
  readonly content: Buffer
  readonly deflated?: boolean
  readonly mode?: number
  readonly flags?: number
  /** What the ZIP claims of its size. */
  readonly claims?: number
  /** Points to the bytes of the entry of that number. */
  readonly over?: number
}

/** A ZIP written by hand, entry by entry. */
export async function rawZip(entries: readonly RawEntry[]): Promise<string> {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []]
  const offsets: number[] = []
  let end = 0
  for (const { name, content, deflated = false, mode = 0o100600, flags = 0x800, claims, over } of entries) {
    const raw = Buffer.from(name)
    const packed = deflated ? deflateRawSync(content, { level: 9 }) : content
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(deflated ? 8 : 0, 4)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claims ?? content.length, 18)
    shared.writeUInt16LE(raw.length, 22)
    const offset = over === undefined ? end : (offsets[over] ?? 0)
    offsets.push(offset)
    if (over === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, raw, packed])
      locals.push(local)
      end += local.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, tail, raw]))
  }
  const list = Buffer.concat(central)
  const close = Buffer.alloc(18)
  close.writeUInt16LE(entries.length & 0xffff, 4)
  close.writeUInt16LE(entries.length & 0xffff, 6)
  close.writeUInt32LE(list.length, 8)
  close.writeUInt32LE(end, 12)
  const path = join(await mkdtemp(join(tmpdir(), 'youju-zip-')), 'raw.zip')
  await writeFile(path, Buffer.concat([...locals, list, Buffer.from('PK\x05\x06', 'latin1'), close]))
  return path
}
