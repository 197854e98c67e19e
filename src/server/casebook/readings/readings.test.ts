import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { drawnPage, orderWords } from '../../reading/drawn-page.fixture.ts'
import { openReader, type Reader } from '../../reading/reader.ts'
import { openStore } from '../../store/open-store.ts'
import { projectionOf } from '../../store/projection.ts'
import { addEvidence } from '../add-evidence.ts'
import { eraseCasebook } from '../archive/erase-casebook.ts'
import { aCasebook, content } from '../casebook.fixture.ts'
import type { Casebook } from '../casebook.ts'
import { examine } from '../doctor.ts'
import { keptCase } from '../kept-case.ts'
import { openCase } from '../open-case.ts'
import { keptReading, keptThumbnail, readOriginal } from './kept-reading.ts'
import { startReadings } from './reading-queue.ts'
import { proposedBoxes, redactExhibit } from './redact-exhibit.ts'

const reader = openReader()
afterAll(() => reader.close())

/** A reader that outlives the queue it is given to, and notes what it was asked. */
function shared(asked: string[] = []): Reader {
  return {
    ...reader,
    read(path, options) {
      asked.push(path)
      return reader.read(path, options)
    },
    close: async () => undefined,
  }
}

async function* bytes(of: Uint8Array): AsyncGenerator<Uint8Array> {
  yield of
}

const page = {
  width: 1080,
  height: 1000,
  words: [...orderWords, { text: '收货人 张三 13800000000', x: 60, y: 860 }],
}

async function aCase() {
  const book = await aCasebook()
  await openCase(book, { id: 'watch' })
  const png = await drawnPage(page).png().toBuffer()
  const added = await addEvidence(book, 'watch', { name: 'Screenshot_20260306-101500.png', content: bytes(png) })
  if (!added.ok) throw new Error(added.refusal.text.en)
  const exhibit = added.value.kase.evidence[0]
  if (exhibit === undefined) throw new Error('no exhibit')
  return { book, exhibit, faults: [] as unknown[] }
}

describe('exhibits read in the background', { timeout: 60_000 }, () => {
  it('let their case be found by what they say', async () => {
    const { book, faults } = await aCase()
    await addEvidence(book, 'watch', { name: '聊天.txt', content: content('客服：仓库盘点，下周发货') })
    const found = async (words: string) => (await book.store.cases({ now: book.now(), limit: 9, words })).length
    const before = [await found('仓库盘点'), await found('张三')]
    const queue = startReadings(book, shared(), (fault) => faults.push(fault))
    await queue.idle()
    await queue.stop()
    expect([before, await found('仓库盘点'), await found('张三'), faults]).toEqual([[0, 0], 1, 1, []])
  })

  it('are looked up in another database too, whatever the mark in the folder tells', async () => {
    const { book, faults } = await aCase()
    const words = await addEvidence(book, 'watch', { name: '聊天.txt', content: content('客服：仓库盘点，下周发货') })
    if (!words.ok) throw new Error('not added')
    const search = async (store: Casebook['store']) =>
      (await store.cases({ now: book.now(), limit: 9, words: '仓库盘点' })).length
    const readAll = async (store: Casebook['store']) => {
      const queue = startReadings({ ...book, store }, shared(), (fault) => faults.push(fault))
      await queue.idle()
      await queue.stop()
      return search(store)
    }
    const other = await openStore(await mkdtemp(join(tmpdir(), 'youju-readings-')))
    await other.adopt(
      'watch',
      await book.store.links('watch'),
      projectionOf(words.value.kase, book.knowledge, book.now()),
    )
    expect([await readAll(book.store), await search(other), await readAll(other), faults]).toEqual([1, 0, 1, []])
    await other.close()
  })

  it('are read once, kept beside their originals, and read again by nobody', async () => {
    const { book, exhibit, faults } = await aCase()
    const asked: string[] = []
    expect(await keptReading(book, exhibit)).toBeUndefined()
    const queue = startReadings(book, shared(asked), (fault) => faults.push(fault))
    await queue.idle()
    const reading = await keptReading(book, exhibit)
    expect(reading?.says.fields.orderNumber).toMatchObject({ value: '300000000011' })
    expect(reading?.captured).toMatchObject({ at: '2026-03-06T10:15:00+08:00', from: 'file-name' })
    expect((await keptThumbnail(book, exhibit.sha256))?.length).toBeGreaterThan(1000)
    await queue.idle()
    await queue.stop()
    const later = startReadings(book, shared(asked), (fault) => faults.push(fault))
    await later.idle()
    await later.stop()
    expect([asked.length, faults]).toEqual([1, []])
    expect((await examine(book, 'all')).notes).toEqual([])
    await eraseCasebook(book)
    expect((await readdir(book.folder, { recursive: true })).filter((name) => /reading|thumbnail/.test(name))).toEqual(
      [],
    )
  })

  it('show values where they stand on a picture that leans', async () => {
    const { book } = await aCase()
    const flat = await drawnPage(page).png().toBuffer()
    const leaning = await sharp(flat).rotate(6, { background: '#777777' }).png().toBuffer()
    const added = await addEvidence(book, 'watch', { name: 'leaning.png', content: bytes(leaning) })
    const exhibit = added.ok ? added.value.kase.evidence.at(-1) : undefined
    if (exhibit === undefined) throw new Error('not added')
    await readOriginal(book, reader, exhibit.sha256)
    const reading = await keptReading(book, exhibit)
    const { orderNumber } = reading?.says.fields ?? {}
    expect(orderNumber?.value).toBe('300000000011')
    expect(orderNumber?.box).toEqual(reading?.lines[orderNumber?.line ?? -1]?.box)
  })

  it('are looked at again by a newer reader, and after a fault', async () => {
    const { book, exhibit, faults } = await aCase()
    const asked: string[] = []
    const failing: Reader = {
      ...shared(),
      read: () => Promise.reject(new Error('no room')),
    }
    const first = startReadings(book, failing, (fault) => faults.push(fault))
    await first.idle()
    await first.stop()
    expect(faults).toHaveLength(1)
    await writeFile(join(book.folder, 'readings-seen.json'), '{"seq":999,"version":0}')
    const second = startReadings(book, shared(asked), (fault) => faults.push(fault))
    await second.idle()
    await second.stop()
    expect([asked.length, (await keptReading(book, exhibit))?.notes]).toEqual([1, []])
  })

  it('that cannot be read stop nothing', async () => {
    const { book, faults } = await aCase()
    const odd = await addEvidence(book, 'watch', { name: 'odd.bin', content: bytes(new Uint8Array([0, 1, 2, 3, 255])) })
    const words = await addEvidence(book, 'watch', { name: '说明.txt', content: content('订单编号：300000000011') })
    if (!odd.ok || !words.ok) throw new Error('not added')
    const queue = startReadings(book, shared(), (fault) => faults.push(fault))
    await queue.idle()
    await queue.stop()
    const [, second, third] = words.value.kase.evidence
    if (second === undefined || third === undefined) throw new Error('no exhibits')
    expect((await keptReading(book, second))?.notes).toEqual(['unknown-type'])
    expect((await keptReading(book, third))?.lines).toEqual([{ text: '订单编号：300000000011' }])
    expect(faults).toEqual([])
  })
})

describe('a redacted copy of an exhibit', { timeout: 60_000 }, () => {
  it('is an exhibit of its own that names its original; the original is untouched', async () => {
    const { book, exhibit } = await aCase()
    const made = await redactExhibit(book, reader, { caseId: 'watch', exhibit: 'E1' })
    if (!made.ok) throw new Error(made.refusal.text.en)
    const kept = await keptCase(book, 'watch')
    const copy = kept.ok ? kept.value.kase.evidence.find(({ id }) => id === made.value.exhibit) : undefined
    expect(copy).toMatchObject({ redacts: 'E1', shows: [], kind: exhibit.kind })
    if (copy === undefined) return
    const before = await book.vault.withFile(exhibit.sha256, (path) => reader.read(path))
    const after = await book.vault.withFile(copy.sha256, (path) => reader.read(path))
    const said = (text: typeof before) => text?.lines.map((line) => line.text).join('\n') ?? ''
    expect(said(before)).toContain('13800000000')
    expect(said(after)).not.toContain('13800000000')
    expect(said(after)).not.toContain('300000000011')
    expect(said(after)).toContain('￥1299.00')
    // The same copy asked for again is the same exhibit; a copy of a copy is refused.
    expect(await redactExhibit(book, reader, { caseId: 'watch', exhibit: 'E1' })).toEqual(made)
    expect(await redactExhibit(book, reader, { caseId: 'watch', exhibit: copy.id })).toMatchObject({ ok: false })
  })

  it('covers what the user says where nothing was found', async () => {
    const { book } = await aCase()
    const plain = await drawnPage({ width: 400, height: 200, words: [{ text: '已签收', x: 20, y: 20 }] })
      .png()
      .toBuffer()
    const added = await addEvidence(book, 'watch', { name: 'plain.png', content: bytes(plain) })
    if (!added.ok) throw new Error(added.refusal.text.en)
    const asked = { caseId: 'watch', exhibit: added.value.exhibit }
    expect(await redactExhibit(book, reader, asked)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-cover' } })
    const boxes = [{ x: 0, y: 0, width: 300, height: 100 }]
    expect(await redactExhibit(book, reader, { ...asked, boxes })).toMatchObject({ ok: true, value: { covered: 1 } })
  })

  it('is proposed to the character', async () => {
    const { book, exhibit } = await aCase()
    await redactExhibit(book, reader, { caseId: 'watch', exhibit: 'E1' })
    const reading = await keptReading(book, exhibit)
    const boxes = reading === undefined ? [] : proposedBoxes(reading)
    const phone = boxes.find(({ what }) => what === 'phone')
    expect(phone?.box.x).toBeGreaterThan(200)
    expect(boxes.map(({ what }) => what)).toContain('order-number')
  })
})
