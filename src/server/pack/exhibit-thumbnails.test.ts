import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Exhibit } from '../../core/case/case.ts'
import { openReader } from '../reading/reader.ts'
import { exhibitThumbnails } from './exhibit-thumbnails.ts'

const reader = openReader()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-thumbnails-'))
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

async function keep(id: string, content: Uint8Array | string, more: Partial<Exhibit> = {}): Promise<Exhibit> {
  await writeFile(join(folder, id), content)
  const rest = { sha256: '', kind: 'goods-photo', title: id, shows: [], addedAt: '2026-11-20T02:00:00Z' } as const
  return { id, file: `evidence/${id}.png`, bytes: content.length, ...rest, ...more }
}
const drawing = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#cc0000' } })
    .png()
    .toBuffer()
const draw = (evidence: readonly Exhibit[]) =>
  exhibitThumbnails({ evidence }, ({ id }) => reader.thumbnail(join(folder, id)))

describe('thumbnails of exhibits', { timeout: 30_000 }, () => {
  it('are small JPEGs without metadata, turned as the camera was held', async () => {
    const turned = await sharp(await drawing(1200, 600))
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const small = (await draw([await keep('turned', turned)])).get('turned')
    const { format, width, height, exif } = await sharp(small).metadata()
    expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 240, height: 480, exif: undefined })
  })

  it('are left out for what is no picture, is broken, too large to open, withdrawn, or a link', async () => {
    const png = await drawing(10, 10)
    const huge = Buffer.from(png)
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    const exhibits = [
      await keep('talk', png, { file: 'evidence/talk.mp4' }),
      await keep('broken', png.subarray(0, 40)),
      await keep('huge', huge),
      await keep('script', '<svg onload="x"/>'),
      await keep('withdrawn', png, { withdrawn: true }),
      await keep('good', png),
    ]
    await symlink(join(folder, 'good'), join(folder, 'linked'))
    const [first] = exhibits
    const linked = first ? [{ ...first, id: 'linked', file: 'evidence/linked.png' }] : []
    expect([...(await draw([...exhibits, ...linked])).keys()]).toEqual(['good'])
  })
})
