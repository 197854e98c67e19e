import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openReader } from '../reading/reader.ts'
import { adviceOf } from './advice-of.ts'
import { aCasebook } from './casebook.fixture.ts'
import { forgetCase } from './forget-case.ts'
import { importFolder } from './import-folder.ts'
import { paperOf } from './paper-of.ts'

const reader = openReader()
afterAll(() => reader.close())

const example = fileURLToPath(new URL('../../../examples/self-operated-fault', import.meta.url))

async function originals(book: Awaited<ReturnType<typeof aCasebook>>): Promise<number> {
  let count = 0
  for await (const _ of book.vault.list()) count += 1
  return count
}

describe('a case folder taken into the casebook', () => {
  it('is the same case: its rights, its papers, its originals', async () => {
    const book = await aCasebook()
    const imported = await importFolder(book, example)
    expect(imported).toMatchObject({ ok: true, value: { caseId: 'self-operated-fault', exhibits: 13 } })
    expect(await originals(book)).toBe(13)
    const advised = await adviceOf(book, 'self-operated-fault', 'zh-CN')
    expect(
      advised.ok && advised.value.advice.rights.find(({ id }) => id === 'fault-refund-after-failed-repair'),
    ).toMatchObject({ status: 'applies', amount: { fen: 129_900 } })
    const paper = await paperOf(book, reader, 'self-operated-fault', { paper: 'exhibits' })
    expect(paper.ok && paper.value.written.map(({ entry }) => entry.file)).toEqual(['exhibits.pdf'])
    const english = await adviceOf(book, 'self-operated-fault', 'en')
    expect(english.ok && english.value.advice.rights[0]?.title).toMatch(/[a-z]/)
  })

  it('is taken once, unless it is asked for anew', async () => {
    const book = await aCasebook()
    await importFolder(book, example)
    expect(await importFolder(book, example)).toMatchObject({ refusal: { code: 'case-there-already' } })
    const anew = await importFolder(book, example, { anew: true })
    expect(anew.ok && anew.value.caseId).not.toBe('self-operated-fault')
    const advised = anew.ok ? await adviceOf(book, anew.value.caseId, 'zh-CN') : anew
    expect(advised.ok && advised.value.kase.id).toBe(anew.ok && anew.value.caseId)
  })

  it('can be thrown away with the originals that no other case holds', async () => {
    const book = await aCasebook()
    await importFolder(book, example)
    const anew = await importFolder(book, example, { anew: true })
    expect(await forgetCase(book, anew.ok ? anew.value.caseId : '')).toMatchObject({ value: { originals: 0 } })
    expect(await forgetCase(book, 'self-operated-fault')).toMatchObject({ value: { originals: 13 } })
    expect(await originals(book)).toBe(0)
    expect(await book.store.ids('', 10)).toEqual([])
    expect(await forgetCase(book, 'self-operated-fault')).toMatchObject({ refusal: { code: 'case-unknown' } })
  })

  it('knows which papers there are', async () => {
    const book = await aCasebook()
    await importFolder(book, example)
    expect(await paperOf(book, reader, 'self-operated-fault', { paper: 'leter-basic' })).toMatchObject({
      refusal: { code: 'unknown-paper' },
    })
  })
})
