import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { addEvidence } from '../add-evidence.ts'
import { aCasebook, content } from '../casebook.fixture.ts'
import { examine } from '../doctor.ts'
import { give } from '../give.ts'
import { openCase } from '../open-case.ts'
import { restore } from './restore.ts'
import { snapshot } from './snapshot.ts'

const words = (text: string) => ({ type: 'DescribeProblem', payload: { words: text } }) as const

async function snapped() {
  const book = await aCasebook()
  for (const id of ['c1', 'c2']) {
    await openCase(book, { id, commands: [words('表走不准')] })
    await addEvidence(book, id, { name: '聊天.txt', content: content(`请退款 ${id}`) })
  }
  const made = await snapshot(book)
  if (!made.ok || made.value === undefined) throw new Error('no snapshot')
  return { book, file: made.value.file }
}

describe('a snapshot', () => {
  it('brings the cases back when the database is lost, and the originals are there still', async () => {
    const { book, file } = await snapped()
    const anew = await aCasebook()
    await cp(join(book.folder, 'vault'), join(anew.folder, 'vault'), { recursive: true })
    const before = await readFile(file)
    expect(await restore(anew, file)).toEqual({
      ok: true,
      value: { cases: 2, originals: 0, same: [], differing: [], findings: [] },
    })
    expect(await anew.store.links('c1')).toEqual(await book.store.links('c1'))
    expect((await examine(anew, 'all')).findings).toEqual([])
    expect((await readFile(file)).equals(before)).toBe(true)
    expect((await readdir(anew.folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('overwrites nothing that is here', async () => {
    const { book, file } = await snapped()
    await give(book, 'c2', [words('又坏了')])
    expect(await restore(book, file)).toMatchObject({ value: { cases: 0, same: ['c1'], differing: ['c2'] } })
    expect(await book.store.links('c2')).toHaveLength(4)
  })

  it('gives no case whose chain does not hold, and names originals that are not here', async () => {
    const { file } = await snapped()
    const copy = new Database(file)
    copy.exec(`update event set payload = replace(payload, '走不准', '走得准') where case_id = 'c2'`)
    copy.close()
    const anew = await aCasebook()
    expect(await restore(anew, file)).toMatchObject({
      value: {
        cases: 1,
        findings: [
          { what: 'original-gone', item: 'c1 E1 evidence/聊天.txt' },
          { what: 'chain-payload', item: 'c2 #1' },
        ],
      },
    })
    expect(await anew.store.ids('', 9)).toEqual(['c1'])
  })

  it('that is damaged or of a newer program is refused whole', async () => {
    const { file } = await snapped()
    const anew = await aCasebook()
    const whole = await readFile(file)
    for (const bytes of [whole.subarray(0, 5000), Buffer.from(whole).fill(7, 100, 9000)]) {
      await writeFile(file, bytes)
      expect(await restore(anew, file)).toMatchObject({ refusal: { code: 'snapshot-damaged' } })
    }
    await rm(file)
    await writeFile(file, whole)
    const copy = new Database(file)
    copy.exec(`insert into kysely_migration (name, timestamp) values ('0099-of-tomorrow', 'now')`)
    copy.close()
    expect(await restore(anew, file)).toMatchObject({ refusal: { code: 'backup-too-new' } })
    expect(await anew.store.ids('', 9)).toEqual([])
    expect((await readdir(anew.folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
