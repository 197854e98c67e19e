import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnPage, orderWords } from '../../reading/drawn-page.fixture.ts'
import { openReader, type Reader } from '../../reading/reader.ts'
import { knowledge } from '../knowledge.fixture.ts'
import { readCaseFolder } from '../read-case-folder.ts'
import { newFolder } from './new-folder.ts'

const NOW = '2026-03-08T02:00:00Z'
const reader = openReader()
let place = ''
let files: readonly string[] = []

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'youju-heap-'))
  const [order, chat, words] = ['Screenshot_20260306-101500.png', '聊天.txt', '说明.txt'].map((name) =>
    join(place, name),
  )
  if (order === undefined || chat === undefined || words === undefined) throw new Error('no names')
  await drawnPage({ width: 1080, height: 1000, words: orderWords }).png().toFile(order)
  await writeFile(chat, '2026-03-06 10:21 我：手表开不了机，请处理\n2026-03-06 10:40 客服：请您稍等\n')
  await writeFile(words, '3月5日买的手表，收到就开不了机，商家不给退。')
  files = [words, chat, order]
})
afterAll(async () => {
  await reader.close()
  await rm(place, { recursive: true, force: true })
})

const request = (out: string, given: Reader = reader) => ({
  files,
  out: join(place, out),
  id: 'watch',
  knowledge,
  now: NOW,
  reader: given,
})

describe('a new case folder', { timeout: 60_000 }, () => {
  it('holds the originals, what was read from them, and is sealed', async () => {
    const made = await newFolder(request('whole'))
    if (!made.ok) throw new Error(made.refusal.text.en)
    const folder = join(place, 'whole')
    expect((await readdir(folder)).toSorted()).toEqual(['case.yaml', 'evidence', 'evidence.sha256'])
    for (const path of files) {
      const copy = join(folder, 'evidence', path.slice(place.length + 1))
      expect((await readFile(copy)).equals(await readFile(path))).toBe(true)
    }
    const read = await readCaseFolder(folder, { now: NOW, vocabulary: knowledge })
    if (!read.ok) throw new Error(read.refusal.text.en)
    const { order, contacts, evidence, problem } = read.value.case
    expect(order).toMatchObject({ number: '300000000011', paidFen: 129_900, placedAt: '2026-03-05T06:28:09Z' })
    expect(evidence.map(({ id, kind }) => [id, kind])).toEqual([
      ['E1', 'order-page'],
      ['E2', 'chat'],
      ['E3', 'other'],
    ])
    expect(contacts).toMatchObject([{ direction: 'out', by: ['E2'], answered: true }, { direction: 'in' }])
    expect(problem.words).toContain('开不了机')
    expect(problem.types.map(({ type }) => type)).toContain('quality_defect')
    expect(read.value.notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['values-unconfirmed', 'contacts-unconfirmed', 'evidence-unconfirmed']),
    )
    const seal = await readFile(join(folder, 'evidence.sha256'), 'utf8')
    expect(seal).toContain(
      createHash('sha256')
        .update(await readFile(files[2] ?? ''))
        .digest('hex'),
    )
    expect(made.value.advice.questions.length).toBeGreaterThan(0)
  })

  it('is taken up again where it was stopped', async () => {
    const read: string[] = []
    const counting = (stopAfter: number): Reader => ({
      ...reader,
      async read(path, options) {
        if (read.length >= stopAfter) throw new Error('stopped')
        read.push(path)
        return reader.read(path, options)
      },
    })
    await expect(newFolder(request('stopped', counting(2)))).rejects.toThrow('stopped')
    expect(await readdir(join(place, 'stopped'))).not.toContain('case.yaml')
    const made = await newFolder(request('stopped', counting(99)))
    expect(made).toMatchObject({ ok: true, value: { exhibits: 3 } })
    expect(read).toHaveLength(3)
  })

  it('is not made where something else lies', async () => {
    const taken = join(place, 'taken')
    await (await import('node:fs/promises')).mkdir(taken)
    await writeFile(join(taken, 'mine.txt'), 'mine')
    expect(await newFolder(request('taken'))).toMatchObject({ ok: false, refusal: { code: 'folder-taken' } })
    expect(await readdir(taken)).toEqual(['mine.txt'])
  })

  it('keeps what cannot be read, and the same file once', async () => {
    const odd = join(place, 'odd.bin')
    const copy = join(place, 'copy.txt')
    await writeFile(odd, new Uint8Array([0, 1, 2, 3, 255]))
    await writeFile(copy, await readFile(files[0] ?? ''))
    const made = await newFolder({ ...request('odd'), files: [odd, files[0] ?? '', copy] })
    expect(made).toMatchObject({ ok: true, value: { exhibits: 2, twice: [copy], unread: [{ file: 'odd.bin' }] } })
    expect(await readFile(join(place, 'odd', 'evidence', 'odd.bin'))).toEqual(await readFile(odd))
  })
})
