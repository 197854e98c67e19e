import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnPage, orderWords } from './drawn-page.fixture.ts'
import { openReader } from './reader.ts'

const page = { width: 1080, height: 1000, words: orderWords }
const reader = openReader()
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-reading-'))
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

async function reading(content: Sharp | Uint8Array | string, name = 'file') {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'object' && 'png' in content ? await content.png().toBuffer() : content)
  return reader.read(path)
}

const said = ({ lines }: Awaited<ReturnType<typeof reading>>) => lines.map(({ text }) => text).join('\n')

describe('a picture of an order page', { timeout: 60_000 }, () => {
  it('is read with its red price, each line with its place', async () => {
    const { lines, width, turns, thumbnail, print } = await reading(drawnPage(page))
    const text = lines.map((line) => line.text)
    for (const word of ['订单详情', '￥1299.00', '300000000011', '2026-03-05 14:28:09'])
      expect(text.join('\n')).toContain(word)
    const number = lines.find((line) => line.text.includes('300000000011'))
    expect(number?.box?.x).toBeGreaterThan(580)
    expect(Math.abs((number?.box?.y ?? 0) - 640)).toBeLessThan(40)
    expect([width, turns]).toEqual([1080, 0])
    expect((await sharp(thumbnail).metadata()).width).toBeLessThanOrEqual(480)
    expect(print).toMatch(/^[0-9a-f]{16}$/)
  })

  it.each([90, 180, 270])('turned by %i degrees is read and put upright', async (degrees) => {
    const turned = await drawnPage(page).png().toBuffer()
    const found = await reading(sharp(turned).rotate(degrees))
    expect(said(found)).toContain('300000000011')
    expect(found.turns).toBe((360 - degrees) / 90)
    expect(found.lines[0]?.text).toBe('订单详情')
    expect([found.width, found.height]).toEqual([1080, 1000])
  })

  it('is read light on dark, through transparency, and leaning', async () => {
    const dark = await reading(drawnPage({ ...page, paper: '#101014', ink: '#e8e8e8' }))
    expect(said(dark)).toContain('300000000011')
    const clear = await reading(drawnPage({ ...page, paper: '#ffffff00' }))
    expect(said(clear)).toContain('2026-03-05 14:28:09')
    const flat = await drawnPage(page).png().toBuffer()
    const leaning = await reading(sharp(flat).rotate(6, { background: '#777777' }))
    const [label, value] = ['订单编号', '300000000011'].map((word) =>
      leaning.lines.findIndex(({ text }) => text.includes(word)),
    )
    expect(value).toBe((label ?? 0) + 1)
    const rows = [label, value].map((index) => leaning.page.lines[index ?? 0]?.box?.y ?? 0)
    expect(Math.abs((rows[0] ?? 0) - (rows[1] ?? 0))).toBeLessThan(20)
  })

  it('keeps digits that repeat', async () => {
    const words = ['300222256111', '1000444433', '622200001111'].map((text, row) => ({
      text,
      x: 40,
      y: 40 + row * 60,
      size: 26,
    }))
    const { lines } = await reading(drawnPage({ width: 400, height: 240, words }))
    expect(lines.map(({ text }) => text)).toEqual(['300222256111', '1000444433', '622200001111'])
  })

  it('that is empty gives no text', async () => {
    for (const colour of ['#000000', '#ffffff'])
      expect(
        (await reading(sharp({ create: { width: 700, height: 500, channels: 3, background: colour } }))).lines,
      ).toEqual([])
  })

  it('much higher than wide is read to its end, every line once', async () => {
    const words = Array.from({ length: 40 }, (_, row) => ({
      text: `第${row + 100}条 已经联系客服`,
      x: 60,
      y: 60 + row * 150,
    }))
    const { lines } = await reading(drawnPage({ width: 1080, height: 6100, words }))
    expect(lines.map(({ text }) => text.replaceAll(' ', ''))).toEqual(words.map(({ text }) => text.replaceAll(' ', '')))
  })
})

describe('what cannot be read', { timeout: 60_000 }, () => {
  it('is named, and the next file is read all the same', async () => {
    const whole = await drawnPage(page).jpeg().toBuffer()
    expect((await reading('')).notes).toEqual(['empty-file'])
    expect((await reading(new Uint8Array([1, 2, 3, 250, 0, 9]))).notes).toEqual(['unknown-type'])
    expect(
      (await reading(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)]))).notes,
    ).toEqual(['unreadable'])
    expect((await reading(whole.subarray(0, whole.length / 2))).notes).toEqual(['cut-short'])
    expect(
      (await reading('<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x"/></svg>')).lines,
    ).toEqual([])
    expect(said(await reading('订单编号：300000000011'))).toBe('订单编号：300000000011')
  })

  it('a picture of too many pixels is not opened', async () => {
    const header = Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a00802000000', 'hex')
    const crc = Buffer.alloc(4)
    const { notes } = await reading(Buffer.concat([header, crc, Buffer.from('0000000049454e44ae426082', 'hex')]))
    expect(notes.length).toBe(1)
  })
})
