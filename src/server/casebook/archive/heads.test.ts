import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCasebook } from '../casebook.fixture.ts'
import { examine } from '../doctor.ts'
import { forgetCase } from '../forget-case.ts'
import { give } from '../give.ts'
import { openCase } from '../open-case.ts'
import { withWitness, witnessed } from './heads.ts'
import { snapshot } from './snapshot.ts'
import { tamper } from './tampering.fixture.ts'

const words = (text: string) => ({ type: 'DescribeProblem', payload: { words: text } }) as const

async function noted() {
  const book = await aCasebook()
  await openCase(book, { id: 'c1', commands: [words('表走不准'), words('要求退货')] })
  await openCase(book, { id: 'c2', commands: [words('少发一件')] })
  await snapshot(book)
  const heads = join(book.folder, 'heads.jsonl')
  const lines = async () => (await readFile(heads, 'utf8')).trimEnd().split('\n')
  return { book, heads, lines }
}

describe('heads once noted', () => {
  it('are a line for each case, written again only when the case has grown', async () => {
    const { book, lines } = await noted()
    const links = await book.store.links('c1')
    expect((await lines()).map((line) => JSON.parse(line))[0]).toEqual({
      caseId: 'c1',
      version: 3,
      hash: links[2]?.hash,
      at: '2026-11-20T02:00:00Z',
    })
    await snapshot(book)
    expect(await lines()).toHaveLength(2)
    await give(book, 'c1', [words('又坏了')])
    await snapshot(book)
    expect(await lines()).toHaveLength(3)
    expect((await examine(book, 'all')).findings).toEqual([])
  })

  it('show that the end of a chain is gone, although lists were made to fit', async () => {
    const { book } = await noted()
    tamper(book.folder, `delete from event where case_id = 'c1' and version = 3`)
    tamper(book.folder, `update case_row set version = 2 where case_id = 'c1'`)
    expect((await examine(book, 'structure')).findings).toMatchObject([
      { what: 'head-missing', item: 'c1 #2', found: '2 records' },
    ])
  })

  it('show that a whole case is gone, but not one that was dropped on purpose, and opened anew', async () => {
    const { book } = await noted()
    await forgetCase(book, 'c2')
    expect((await examine(book, 'structure')).findings).toEqual([])
    await openCase(book, { id: 'c2', commands: [words('另一件事')] })
    expect((await examine(book, 'structure')).findings).toEqual([])
    await snapshot(book)
    for (const table of ['event', 'case_row', 'deadline_row'])
      tamper(book.folder, `delete from ${table} where case_id = 'c2'`)
    tamper(book.folder, `update case_tally set cases = 1`)
    expect((await examine(book, 'structure')).findings).toMatchObject([
      { what: 'head-missing', item: 'c2 #1', found: 'no such case' },
    ])
  })

  it('are not contradicted by an erasure', async () => {
    const { book } = await noted()
    await give(book, 'c1', [{ type: 'ErasePayload', payload: { event: 1, why: '写错人' } }])
    expect((await examine(book, 'structure')).findings).toEqual([])
  })

  it('outlive a line that a crash cut short: it stays a line of its own and is a note', async () => {
    const { book, heads, lines } = await noted()
    await appendFile(heads, '{"caseId":"c1","ver')
    await give(book, 'c1', [words('又坏了')])
    await snapshot(book)
    expect(await lines()).toHaveLength(4)
    expect((await witnessed(book)).heads.get('c1')).toHaveLength(2)
    const examined = await examine(book, 'structure')
    expect(examined.findings).toEqual([])
    expect(examined.notes).toEqual([{ what: 'heads-unreadable', item: 'heads.jsonl:3' }])
  })

  it('are no alarm when they are older than the case, or when there are none', async () => {
    const { book, heads } = await noted()
    await give(book, 'c1', [words('又坏了')])
    expect((await examine(book, 'structure')).findings).toEqual([])
    await writeFile(heads, '')
    expect((await examine(book, 'structure')).findings).toEqual([])
  })

  it('are all kept when two note at once', async () => {
    const { book, lines } = await noted()
    const hash = 'f'.repeat(64)
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((caseId) =>
        withWitness(book, async (note) => {
          for (let version = 1; version <= 20; version += 1) await note(caseId, { version, hash })
        }),
      ),
    )
    expect(await lines()).toHaveLength(82)
    expect((await witnessed(book)).unreadable).toEqual([])
  })
})
