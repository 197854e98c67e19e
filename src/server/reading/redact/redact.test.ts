import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnPage } from '../drawn-page.fixture.ts'
import { openReader } from '../reader.ts'
import { spotBox } from './spot-box.ts'

const reader = openReader()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-redact-'))
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

const words = [
  { text: '收货人 张三', x: 60, y: 80, size: 44 },
  { text: '电话 13800000000 请勿外传', x: 60, y: 220, size: 44 },
  { text: '订单编号 312345678911', x: 60, y: 360, size: 44 },
]
const page = () => drawnPage({ width: 900, height: 500, words })

async function kept(bytes: Uint8Array, name = 'file'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

describe('a redacted copy', { timeout: 60_000 }, () => {
  it.each([
    ['as it was taken', (picture: Sharp) => picture],
    ['turned by its metadata', (picture: Sharp) => picture.rotate(90).withMetadata({ orientation: 8 })],
    ['lying on its side', (picture: Sharp) => picture.rotate(90)],
  ])('of a picture %s shows the rest and nothing under the boxes', async (_how, lay) => {
    const flat = await page().png().toBuffer()
    const path = await kept(await lay(sharp(flat)).jpeg({ quality: 95 }).toBuffer())
    const { lines, turns } = await reader.read(path)
    const line = lines.find(({ text }) => text.includes('13800000000'))
    const box = line === undefined ? undefined : spotBox(line, '13800000000')
    if (box === undefined) throw new Error('the number was not read')
    const copy = await reader.redact(path, { turns, boxes: [box] })
    if (typeof copy === 'string') throw new Error(copy)
    expect([copy.mime, copy.width, copy.height]).toEqual(['image/jpeg', 900, 500])
    const again = (await reader.read(await kept(copy.bytes, 'copy'))).lines.map(({ text }) => text).join('\n')
    expect(again).not.toMatch(/138|00000000/)
    for (const rest of ['张三', '电话', '请勿外传', '312345678911']) expect(again).toContain(rest)
    const { data, info } = await sharp(copy.bytes).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)
    for (let x = box.x + 4; x < box.x + box.width - 4; x += 5)
      expect(Math.max(...at(x, Math.round(box.y + box.height / 2)))).toBeLessThan(16)
  })

  it('tells nothing of place, time or camera', async () => {
    const exif = {
      IFD0: { Make: 'Example' },
      IFD2: { DateTimeOriginal: '2026:03:05 14:28:09' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' },
    }
    const path = await kept(
      await sharp(await page().png().toBuffer())
        .withExif(exif)
        .jpeg()
        .toBuffer(),
    )
    expect((await reader.read(path)).hasPlace).toBe(true)
    const copy = await reader.redact(path, { turns: 0, boxes: [] })
    if (typeof copy === 'string') throw new Error(copy)
    const { exif: left, xmp, iptc, icc } = await sharp(copy.bytes).metadata()
    expect([left, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('is not made of what is no picture; boxes beyond the edge do no harm', async () => {
    expect(await reader.redact(await kept(Buffer.from('words')), { turns: 0, boxes: [] })).toBe('unreadable')
    const path = await kept(await page().png().toBuffer())
    const copy = await reader.redact(path, { turns: 0, boxes: [{ x: -50, y: 400, width: 5000, height: 5000 }] })
    expect(copy).toMatchObject({ mime: 'image/png', width: 900, height: 500 })
  })
})

describe('the place of characters on a line', () => {
  const line = { text: '电话 138', box: { x: 100, y: 10, width: 100, height: 20 }, at: [0.1, 0.3, 0.45, 0.6, 0.7, 0.8] }

  it('is between where they were seen, whatever blanks are written', () => {
    const box = spotBox(line, '1 38')
    expect(box?.x).toBeGreaterThan(130)
    expect(box?.x).toBeLessThan(160)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(180)
  })

  it('is the whole line where it is not known', () => {
    expect(spotBox({ text: line.text, box: line.box }, '138')).toEqual(line.box)
    expect(spotBox(line, '139')).toEqual(line.box)
    expect(spotBox({ text: '138' }, '138')).toBeUndefined()
  })
})
