import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontFiles } from '../../render/fonts.ts'
import { decode } from './decode.ts'
import type { DkimKeys } from './mail.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-decode-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function decoded(content: Uint8Array | string, keys: DkimKeys = {}) {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return decode(path, keys)
}

const textOf = ({ lines }: Awaited<ReturnType<typeof decoded>>) => lines.map(({ text }) => text)
/** 您好，订单已取消 as older Chinese programs write it. */
const gbk = Buffer.from('c4fabac3a3acb6a9b5a5d2d1c8a1cffb', 'hex')

describe('a photo', () => {
  const plain = sharp({ create: { width: 40, height: 20, channels: 3, background: '#3366cc' } })

  it('tells when it was taken, and whether by a clock with a zone', async () => {
    const exif = { IFD2: { DateTimeOriginal: '2026:03:05 14:28:09' }, IFD0: { Make: 'Example', Model: 'One' } }
    const found = await decoded(await plain.clone().withExif(exif).jpeg().toBuffer())
    expect(found.dates).toEqual([{ at: '2026-03-05T14:28:09+08:00', from: 'exif', zone: 'assumed' }])
    expect(found.camera).toBe('Example One')
    const zoned = { IFD2: { ...exif.IFD2, OffsetTimeOriginal: '+09:00' } }
    expect((await decoded(await plain.clone().withExif(zoned).jpeg().toBuffer())).dates).toEqual([
      { at: '2026-03-05T14:28:09+09:00', from: 'exif', zone: 'stated' },
    ])
  })

  it('that tells its place says so, and the small picture tells nothing', async () => {
    const exif = {
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 23/1 0/1' },
    }
    const found = await decoded(await plain.clone().withExif(exif).jpeg().toBuffer())
    expect(found.hasPlace).toBe(true)
    expect((await sharp(found.thumbnail).metadata()).exif).toBeUndefined()
  })

  it('turned by its metadata stands upright', async () => {
    const found = await decoded(await plain.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer())
    expect([found.width, found.height]).toEqual([20, 40])
    const small = await sharp(found.thumbnail).metadata()
    expect([small.width, small.height]).toEqual([20, 40])
  })
})

describe('a mail', () => {
  const mail = (extra = '') =>
    `From: 示例客服 <kefu@example.com>\r\nTo: zhang@example.com\r\nSubject: =?UTF-8?B?${Buffer.from('退款进度').toString('base64')}?=\r\nDate: Thu, 05 Mar 2026 14:28:09 +0800\r\n${extra}\r\n您好，退款已受理。\r\n`

  it('is read with its head, its day and its text', async () => {
    const found = await decoded(mail('Content-Type: text/plain; charset=utf-8\r\n'))
    expect(found.mail).toMatchObject({ subject: '退款进度', to: 'zhang@example.com', date: '2026-03-05T06:28:09.000Z' })
    expect(textOf(found)).toContain('您好，退款已受理。')
  })

  it('in GB18030 is read', async () => {
    const head = Buffer.from(mail('Content-Type: text/plain; charset=gb18030\r\n').split('\r\n\r\n')[0] ?? '', 'utf8')
    expect(textOf(await decoded(Buffer.concat([head, Buffer.from('\r\n\r\n'), gbk])))).toContain('您好，订单已取消')
  })

  it('whose day cannot be read has none', async () => {
    const found = await decoded(mail().replace(/Date: .*\r\n/, 'Date: yesterday\r\nMessage-ID: <1@example.com>\r\n'))
    expect([found.mail?.date, found.dates]).toEqual([undefined, []])
  })

  it('is verified only when its key is at hand and the whole of it is as it was signed', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const signer = {
      signingDomain: 'example.com',
      selector: 's1',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      algorithm: 'rsa-sha256',
      canonicalization: 'relaxed/relaxed',
    } as const
    const signed = await dkimSign(mail('Content-Type: text/plain; charset=utf-8\r\n'), {
      ...signer,
      signatureData: [signer],
    })
    const message = `${signed.signatures}${mail('Content-Type: text/plain; charset=utf-8\r\n')}`
    const key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
    const result = async (text: string, keys: DkimKeys) => (await decoded(text, keys)).mail?.dkim
    const keys = { 's1._domainkey.example.com': key }
    expect(await result(message, keys)).toEqual([{ domain: 'example.com', selector: 's1', result: 'pass' }])
    expect(await result(message.replace('退款已受理', '退款已拒绝'), keys)).toMatchObject([{ result: 'not-verified' }])
    expect(await result(message, {})).toMatchObject([{ result: 'no-key' }])
  })
})

describe('a saved page', () => {
  it('is read as its encoding says, without what is not seen', async () => {
    const html = Buffer.concat([
      Buffer.from(
        '<!-- saved from url=(0027)https://example.com/item/1 --><html><head><meta charset="gbk"><script>alert(1)</script></head><body><h1>',
      ),
      gbk,
      Buffer.from('</h1><img src="http://127.0.0.1:9/x.png"><p>1299.00</p></body></html>'),
    ])
    const found = await decoded(html)
    expect(textOf(found)).toEqual(['您好，订单已取消', '1299.00'])
    expect([found.mime, found.url]).toEqual(['text/html', 'https://example.com/item/1'])
  })

  it('tells when SingleFile saved it', async () => {
    const head =
      '<!DOCTYPE html><!--\n Page saved with SingleFile \n url: https://example.com/a \n saved date: Thu Mar 05 2026 14:28:09 GMT+0800 (China Standard Time)\n-->'
    const found = await decoded(`${head}<html><body>订单</body></html>`)
    expect(found.dates).toEqual([{ at: '2026-03-05T06:28:09.000Z', from: 'saved-page', zone: 'stated' }])
  })
})

it('a text in GB18030 is read as Chinese', async () => {
  expect(textOf(await decoded(Buffer.concat([gbk, Buffer.from('\r\n'), gbk])))).toEqual([
    '您好，订单已取消',
    '您好，订单已取消',
  ])
})

it('a PDF is read line by line, columns apart', async () => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles().map((file) => dirname(file)) }] })
  const pdf = compiler.pdf({
    mainFileContent: `#set text(font: "Noto Sans SC")
#grid(columns: (1fr, 1fr), [发票号码：24952000000000000001], [开票日期：2026年03月06日])
价税合计（小写）￥1299.00`,
  })
  const found = await decoded(pdf)
  expect(textOf(found)).toEqual([
    '发票号码：24952000000000000001',
    '开票日期：2026年03月06日',
    '价税合计（小写）￥1299.00',
  ])
  expect(found.lines[1]?.box?.x).toBeGreaterThan((found.lines[0]?.box?.x ?? 0) + 200)
})

describe('a film', () => {
  const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + body.length)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, body])
  }
  const numbers = (...values: readonly number[]) => {
    const buffer = Buffer.alloc(values.length * 4)
    for (const [index, value] of values.entries()) buffer.writeUInt32BE(value, index * 4)
    return buffer
  }

  it('tells when it was made and of how many pieces its edit list is', async () => {
    const created = Date.UTC(2026, 2, 5, 6, 28, 9) / 1000 + 2_082_844_800
    const header = box('mvhd', numbers(0, created, created, 1000, 90_000, 0x10000, 0x1000000), Buffer.alloc(72))
    const edits = box('edts', box('elst', numbers(0, 2, 40_000, 0, 0x10000, 50_000, 0, 0x10000)))
    const film = Buffer.concat([
      box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1')),
      box('moov', header, box('trak', edits)),
      box('mdat', Buffer.alloc(64)),
    ])
    const found = await decoded(film)
    expect(found.film).toMatchObject({ edits: 2 })
    expect(found.dates).toEqual([{ at: '2026-03-05T06:28:09Z', from: 'container', zone: 'stated' }])
  })
})
