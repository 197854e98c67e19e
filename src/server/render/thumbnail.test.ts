import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { thumbnailsOf } from './thumbnail.ts'

const picture = (id: string, bytes: Uint8Array, file = `evidence/${id}.png`) => ({
  id,
  file,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: async () => bytes,
})

async function drawing(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: '#cc0000' } })
    .png()
    .toBuffer()
}

describe('thumbnails of exhibits', () => {
  it('are small JPEGs without metadata, turned as the camera was held', async () => {
    const turned = await sharp(await drawing(1200, 600))
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const small = (await thumbnailsOf([picture('E1', turned, 'evidence/E1.JPG')])).get('E1')
    const { format, width, height, exif } = await sharp(small).metadata()
    expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 180, height: 360, exif: undefined })
  })

  it('are left out for what is no picture, is broken, or is too large to open', async () => {
    const png = await drawing(10, 10)
    const huge = Buffer.from(png)
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    const found = await thumbnailsOf([
      picture('E1', png, 'evidence/talk.mp4'),
      picture('E2', png.subarray(0, 40)),
      picture('E3', huge),
      picture('E4', Buffer.from('<svg onload="x"/>')),
      picture('E5', png),
    ])
    expect([...found.keys()]).toEqual(['E5'])
  })
})
