import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addEvidence } from '../add-evidence.ts'
import { aCasebook, content } from '../casebook.fixture.ts'
import { examine } from '../doctor.ts'
import { openCase } from '../open-case.ts'
import { eraseCasebook } from './erase-casebook.ts'
import { filesWith } from './files-with.fixture.ts'
import { snapshot } from './snapshot.ts'

describe('a casebook that is erased', () => {
  it('holds nothing any more, in no file of it, and can be used again', async () => {
    const book = await aCasebook()
    for (const id of ['c1', 'c2']) {
      const words = { type: 'DescribeProblem', payload: { words: '张三的电话 138-0000-0000 quicksilver' } } as const
      await openCase(book, { id, commands: [words] })
      await addEvidence(book, id, { name: '聊天.txt', content: content(`请退款 ${id} quicksilver`) })
    }
    await snapshot(book)
    await mkdir(join(book.folder, 'uploads'))
    await mkdir(join(book.folder, '.snapshot-x'))
    for (const left of ['uploads/half', '.snapshot-x/youju.db']) await writeFile(join(book.folder, left), 'quicksilver')
    expect(await filesWith(book.folder, 'quicksilver')).not.toEqual([])
    expect(await eraseCasebook(book)).toEqual({ cases: 2, originals: 2 })
    expect(await filesWith(book.folder, 'quicksilver')).toEqual([])
    expect(await filesWith(book.folder, '138-0000')).toEqual([])
    expect(await examine(book, 'all')).toEqual({ cases: 0, originals: 0, findings: [], notes: [], renewed: 0 })
    expect(await book.store.caseCount()).toEqual({ open: 0, closed: 0 })
    expect(await openCase(book, { id: 'c1' })).toMatchObject({ ok: true })
    expect((await examine(book, 'all')).findings).toEqual([])
  })
})
