import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../core/case/log/chain.ts'
import { sha256 } from '../store/sql/event-rows.ts'
import { addEvidence } from './add-evidence.ts'
import { aCasebook, content } from './casebook.fixture.ts'
import { give } from './give.ts'
import { keptCase } from './kept-case.ts'
import { openCase } from './open-case.ts'

const words = (text: string) => ({ type: 'DescribeProblem', payload: { words: text } }) as const

async function opened() {
  const book = await aCasebook()
  const open = await openCase(book, { id: 'c1', commands: [words('手表走时不准')] })
  if (!open.ok) throw new Error(open.refusal.text.en)
  return book
}

describe('a kept case', () => {
  it('is opened under a name of its day, with what is known so far', async () => {
    const book = await aCasebook()
    const open = await openCase(book, { commands: [words('坏了')] })
    expect(open).toMatchObject({ ok: true, value: { changed: true, kase: { version: 2, problem: { words: '坏了' } } } })
    expect(open.ok && open.value.kase.id).toMatch(/^20261120-[a-z2-9]{5}$/)
  })

  it('takes commands all or none', async () => {
    const book = await opened()
    const refused = await give(book, 'c1', [
      words('换一种说法'),
      { type: 'ConfirmProblem', payload: { type: 'quality_defekt', confirmed: true } },
    ])
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'name-unknown' } })
    const kept = await keptCase(book, 'c1')
    expect(kept.ok && kept.value.kase.problem.words).toBe('手表走时不准')
  })

  it('is not found under a name it does not have, and the nearest is named', async () => {
    const book = await opened()
    const lost = await give(book, 'c2', [words('坏了')])
    expect(lost).toMatchObject({ ok: false, refusal: { code: 'case-unknown' } })
    expect(!lost.ok && lost.refusal.text.zh).toContain('c1')
  })

  it('changes nothing twice for one key', async () => {
    const book = await opened()
    const contact = {
      type: 'LogContact',
      payload: { at: '2026-11-20T01:00:00Z', channel: 'seller', direction: 'out', words: '请处理', by: [] },
    } as const
    const first = await give(book, 'c1', [contact], { key: 'k1' })
    const second = await give(book, 'c1', [contact], { key: 'k1' })
    expect(first).toMatchObject({ ok: true, value: { changed: true } })
    expect(second).toMatchObject({ ok: true, value: { changed: false, kase: { contacts: [{ id: 'C1' }] } } })
    expect(await give(book, 'c1', [words('别的')], { key: 'k1' })).toMatchObject({ refusal: { code: 'key-reused' } })
  })

  it('opens one case for one key, however often it is asked', async () => {
    const book = await aCasebook()
    const [first, second] = [await openCase(book, {}, { key: 'k' }), await openCase(book, {}, { key: 'k' })]
    expect(first.ok && second.ok && first.value.kase.id === second.value.kase.id).toBe(true)
    expect(await book.store.ids('', 10)).toHaveLength(1)
  })

  it('refuses what was decided on an older version, when a version is named', async () => {
    const book = await opened()
    expect(await give(book, 'c1', [words('甲')], { expected: 2 })).toMatchObject({ ok: true })
    expect(await give(book, 'c1', [words('乙')], { expected: 2 })).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    })
  })

  it('loses nothing when two write at once without naming a version', async () => {
    const book = await opened()
    const other = await aCasebook(book.folder)
    const at = '2026-11-20T01:00:00Z'
    const log = (on: typeof book, text: string) =>
      give(on, 'c1', [
        { type: 'LogContact', payload: { at, channel: 'seller', direction: 'out', words: text, by: [] } },
      ])
    const all = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((text, i) => log(i % 2 === 0 ? book : other, text)),
    )
    expect(all.every(({ ok }) => ok)).toBe(true)
    const kept = await keptCase(book, 'c1')
    if (!kept.ok) throw new Error('lost')
    expect(kept.value.kase.contacts.map((contact) => contact.words).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(verifyChain(kept.value.links, sha256)).toEqual([])
  })

  it('corrects an event and keeps the first', async () => {
    const book = await opened()
    const corrected = await give(book, 'c1', [
      { type: 'CorrectEvent', payload: { event: 1, why: '写错了', instead: words('表不走了') } },
    ])
    expect(corrected).toMatchObject({ ok: true, value: { kase: { problem: { words: '表不走了' } } } })
    const kept = await keptCase(book, 'c1')
    expect(kept.ok && kept.value.links[1]?.payload).toEqual({ words: '手表走时不准' })
  })

  it('drops what is erased from the store', async () => {
    const book = await opened()
    await give(book, 'c1', [{ type: 'ErasePayload', payload: { event: 1, why: '写了别人的隐私' } }])
    const kept = await keptCase(book, 'c1')
    expect(kept).toMatchObject({ ok: true, value: { kase: { problem: { words: '' } } } })
    expect(kept.ok && kept.value.links[1]?.payload).toBeNull()
  })

  it('knows the next clock to the second, whatever zone a due is written in', async () => {
    const book = await aCasebook()
    const signed = { type: 'RecordOrder', payload: { signedAt: '2026-11-13T02:00:00Z' } } as const
    await openCase(book, { id: 'c1', commands: [signed] })
    const next = async (now: string) => (await book.store.cases({ now, limit: 1 }))[0]?.next?.due
    const due = await next('2029-11-13T15:00:00Z')
    expect(due).toBe('2029-11-13T15:59:59Z')
    expect(await next('2029-11-13T17:00:00Z')).not.toBe(due)
  })
})

describe('evidence of a kept case', () => {
  it('is kept as it came and listed with what it is', async () => {
    const book = await opened()
    const added = await addEvidence(book, 'c1', {
      name: '聊天.txt',
      content: content('你好\n'),
      described: { kind: 'chat' },
    })
    expect(added).toMatchObject({
      ok: true,
      value: {
        exhibit: 'E1',
        kase: { evidence: [{ file: 'evidence/聊天.txt', bytes: 7, mime: 'text/plain', kind: 'chat' }] },
      },
    })
    expect(await book.vault.size(sha256('你好\n'))).toBe(7)
  })

  it('is one exhibit, however often the same bytes come', async () => {
    const book = await opened()
    const one = () => addEvidence(book, 'c1', { name: 'a.txt', content: content('同一份') })
    expect(await one()).toMatchObject({ value: { changed: true, exhibit: 'E1' } })
    expect(await one()).toMatchObject({ value: { changed: false, exhibit: 'E1' } })
    const other = await addEvidence(book, 'c1', { name: 'a.txt', content: content('另一份') })
    expect(other).toMatchObject({ value: { exhibit: 'E2', kase: { evidence: [{}, { file: 'evidence/a-2.txt' }] } } })
  })

  it('is given a name that stays in its folder', async () => {
    const book = await opened()
    const added = await addEvidence(book, 'c1', { name: '../../etc/pass\nwd', content: content('x') })
    expect(added).toMatchObject({ value: { kase: { evidence: [{ file: 'evidence/pass_wd' }] } } })
  })

  it('must hold something', async () => {
    const book = await opened()
    expect(await addEvidence(book, 'c1', { name: 'a.png', content: content('') })).toMatchObject({
      refusal: { code: 'file-empty' },
    })
  })
})
