import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drawnPage, orderWords } from '../../server/reading/drawn-page.fixture.ts'
import { call } from '../world.fixture.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-read-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('reads files one after the other, a JSON line each', { timeout: 60_000 }, async () => {
  const picture = join(folder, 'Screenshot_20260306-101500.png')
  const text = join(folder, '聊天.txt')
  await drawnPage({ width: 1080, height: 1000, words: orderWords }).png().toFile(picture)
  await writeFile(text, '2026-03-06 10:21 我：手表开不了机\n2026-03-06 10:24 客服：请您稍等\n')
  const { out, ending } = await call(['read', picture, text, '--json'])
  const [first, second] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(ending).toBe('holds')
  expect(first).toMatchObject({
    file: picture,
    mime: 'image/png',
    looksLike: 'order-page',
    capturedAt: '2026-03-06T10:15:00+08:00',
    fields: {
      orderNumber: { value: '300000000011' },
      amountFen: { value: 129_900 },
      placedAt: { value: '2026-03-05T14:28:09+08:00' },
    },
    barcodes: [],
  })
  expect(first.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(first.fields.orderNumber.score).toBeGreaterThanOrEqual(first.certainFrom)
  expect(first.fields.orderNumber.box.x).toBeGreaterThan(500)
  expect(second).toMatchObject({ looksLike: 'chat', chat: [{ speaker: 'self' }, { speaker: 'other' }] })
})

it('names what is not there and reads the rest', { timeout: 60_000 }, async () => {
  const text = join(folder, 'words.txt')
  await writeFile(text, '订单编号：300000000011')
  const { out, said, ending } = await call(['read', join(folder, 'none.png'), text])
  expect(ending).toBe('misused')
  expect(said.join()).toContain('none.png')
  expect(out).toContain('订单号：300000000011')
})

it('refuses keys of mails that are none', async () => {
  const keys = join(folder, 'keys.json')
  await writeFile(keys, '["x"]')
  expect((await call(['read', keys, '--keys', keys])).ending).toBe('misused')
})
