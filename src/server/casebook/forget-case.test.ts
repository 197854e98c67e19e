import { describe, expect, it } from 'vitest'
import { addEvidence } from './add-evidence.ts'
import { aCasebook, content } from './casebook.fixture.ts'
import { examine } from './doctor.ts'
import { forgetCase } from './forget-case.ts'
import { give } from './give.ts'
import { openCase } from './open-case.ts'

const words = (text: string) => ({ type: 'DescribeProblem', payload: { words: text } }) as const

/** Two cases that hold the same original. */
async function shared() {
  const book = await aCasebook()
  for (const id of ['c1', 'c2']) {
    await openCase(book, { id, commands: [words('坏了')] })
    await addEvidence(book, id, { name: '聊天.txt', content: content('请退款') })
  }
  return book
}

describe('an original', () => {
  it('stays while another case holds it, be it withdrawn there', async () => {
    const book = await shared()
    await give(book, 'c2', [{ type: 'WithdrawEvidence', payload: { id: 'E1', why: '放错' } }])
    expect(await forgetCase(book, 'c1')).toMatchObject({ value: { originals: 0 } })
    expect(await examine(book, 'all')).toMatchObject({ originals: 1, findings: [], notes: [] })
    expect(await forgetCase(book, 'c2')).toMatchObject({ value: { originals: 1 } })
  })

  it('goes with the record that is erased, unless another holds it', async () => {
    const book = await shared()
    const erase = { type: 'ErasePayload', payload: { event: 2, why: '写了别人的隐私' } } as const
    await give(book, 'c1', [erase])
    expect(await examine(book, 'all')).toMatchObject({ originals: 1, findings: [], notes: [] })
    await give(book, 'c2', [erase])
    expect(await examine(book, 'all')).toMatchObject({ originals: 0, findings: [], notes: [] })
    for await (const { sha256 } of book.vault.list()) expect(sha256).toBe('gone')
  })
})
