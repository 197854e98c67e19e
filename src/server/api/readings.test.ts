import { expect, it } from 'vitest'
import { addEvidence } from '../casebook/add-evidence.ts'
import { content } from '../casebook/casebook.fixture.ts'
import { readOriginal } from '../casebook/readings/kept-reading.ts'
import { drawnPage } from '../reading/drawn-page.fixture.ts'
import { anApi } from './api.fixture.ts'

it('a reading is waited for, then told with places and what to cover; a copy is made of it', {
  timeout: 60_000,
}, async () => {
  const { book, reader, ask, send, open } = await anApi()
  await open('c1')
  const words = [
    { text: '订单编号', x: 40, y: 60 },
    { text: '300000000011', x: 500, y: 60 },
    { text: '收货人 张三 13800000000', x: 40, y: 160 },
  ]
  const png = await drawnPage({ width: 900, height: 300, words }).png().toBuffer()
  const added = await addEvidence(book, 'c1', { name: 'page.png', content: bytes(png) })
  if (!added.ok) throw new Error(added.refusal.text.en)
  const path = '/api/cases/c1/evidence/E1'
  expect(await (await ask(`${path}/reading`)).json()).toEqual({ status: 'waiting' })
  // A page of small pictures must not wait for each of them to be read.
  expect((await ask(`${path}/thumbnail`)).headers.get('content-type')).toBe('image/jpeg')
  expect(await (await ask(`${path}/reading`)).json()).toEqual({ status: 'waiting' })
  await readOriginal(book, reader, added.value.kase.evidence[0]?.sha256 ?? '')
  const told = (await (await ask(`${path}/reading`)).json()) as Record<string, never>
  expect(told).toMatchObject({
    status: 'read',
    width: 900,
    says: { fields: { orderNumber: { value: '300000000011' } } },
    cover: expect.arrayContaining([expect.objectContaining({ what: 'phone', text: '13800000000' })]),
  })
  expect(told.page).toBeUndefined()
  const copied = await send(`${path}/redacted`, { boxes: [{ x: 0, y: 140, width: 900, height: 80 }] })
  expect([copied.status, await copied.json()]).toEqual([201, { exhibit: 'E2', covered: 1 }])
  expect((await send(`${path}/redacted`, { boxes: [] })).status).toBe(400)
  expect((await ask('/api/cases/c1/evidence/E9/reading')).status).toBe(404)
})

it('what cannot be read says why in the language asked for', { timeout: 60_000 }, async () => {
  const { book, reader, ask, open } = await anApi()
  await open('c1')
  const added = await addEvidence(book, 'c1', { name: 'odd.pdf', content: content('%PDF-1.7 nothing') })
  if (!added.ok) throw new Error(added.refusal.text.en)
  await readOriginal(book, reader, added.value.kase.evidence[0]?.sha256 ?? '')
  const told = await (await ask('/api/cases/c1/evidence/E1/reading?lang=en')).json()
  expect(told).toMatchObject({ status: 'read', remarks: [expect.stringContaining('cannot be opened')] })
})

async function* bytes(of: Uint8Array): AsyncGenerator<Uint8Array> {
  yield of
}
