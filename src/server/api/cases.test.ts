import { describe, expect, it } from 'vitest'
import { anApi, jsonOf } from './api.fixture.ts'

const told = { type: 'DescribeProblem', payload: { words: '手表走时不准' } }
const contact = (words: string) => ({
  type: 'LogContact',
  payload: { at: '2026-11-19 10:00', channel: 'seller', direction: 'out', words, by: [] },
})

describe('a case over HTTP', () => {
  it('is opened, shown with its advice, and read again only when it changed', async () => {
    const { send, ask } = await anApi()
    const opened = await send('/api/cases', { id: 'c1', commands: [told] })
    expect([opened.status, opened.headers.get('location')]).toEqual([201, '/api/cases/c1'])
    expect(await jsonOf(opened)).toMatchObject({
      id: 'c1',
      version: 2,
      case: { problem: { words: '手表走时不准' } },
      advice: { next: [{ do: expect.any(String) }] },
      head: { version: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const shown = await ask('/api/cases/c1')
    const etag = shown.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"2-/)
    expect((await ask('/api/cases/c1', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await ask('/api/cases/c1?lang=en')).headers.get('etag')).not.toBe(etag)
    const none = await ask('/api/cases/c9?lang=en')
    expect([none.status, await none.json()]).toMatchObject([404, { code: 'case-unknown', detail: /no case "c9"/ }])
  })

  it('changes only for who has seen its newest version', async () => {
    const { send, open, ask } = await anApi()
    await open('c1', told)
    const commands = { commands: [contact('请退货')] }
    const blind = await send('/api/cases/c1/commands', commands)
    expect([blind.status, (await jsonOf(blind)).code]).toEqual([428, 'if-match-needed'])
    const seen = (await ask('/api/cases/c1')).headers.get('etag') ?? ''
    const changed = await send('/api/cases/c1/commands', commands, { 'if-match': seen })
    expect([changed.status, (await jsonOf(changed)).case.contacts[0]?.at]).toEqual([200, '2026-11-19T02:00:00Z'])
    const late = await send('/api/cases/c1/commands', { commands: [contact('再问')] }, { 'if-match': seen })
    expect([late.status, (await jsonOf(late)).code]).toEqual([412, 'changed-meanwhile'])
    const next = changed.headers.get('etag') ?? ''
    expect((await send('/api/cases/c1/commands', { commands: [contact('再问')] }, { 'if-match': next })).status).toBe(
      200,
    )
  })

  it('records all commands of a request or none', async () => {
    const { send, open, ask } = await anApi()
    await open('c1')
    const wrong = { type: 'ChaseFiling', payload: { filing: 'F9', at: '2026-11-19 10:00' } }
    const refused = await send('/api/cases/c1/commands', { commands: [told, wrong] }, { 'if-match': '"1-x"' })
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'filing-unknown' }])
    expect((await jsonOf(await ask('/api/cases/c1'))).version).toBe(1)
  })

  it('takes a request once, however often it is sent under its key', async () => {
    const { send, book } = await anApi()
    const body = { commands: [told] }
    const key = { 'idempotency-key': 'intent-0001' }
    const [first, second] = [await send('/api/cases', body, key), await send('/api/cases', body, key)]
    expect((await jsonOf(second)).id).toBe((await jsonOf(first)).id)
    const other = await send('/api/cases', { commands: [] }, key)
    expect(other.status).toBe(400)
    const reused = await send('/api/cases', { id: 'x' }, key)
    expect([reused.status, (await jsonOf(reused)).code]).toEqual([409, 'key-reused'])
    const [id = ''] = await book.store.ids('', 9)
    const change = { commands: [contact('请退货')] }
    const sent = { 'if-match': '"2-x"', 'idempotency-key': 'intent-0002' }
    for (const _ of [1, 2, 3]) expect((await send(`/api/cases/${id}/commands`, change, sent)).status).toBe(200)
    expect(await book.store.links(id)).toHaveLength(3)
  })

  it('names every fault of a body with its place, in the language of the request', async () => {
    const { send } = await anApi()
    const bad = { commands: [{ type: 'StateFact', payload: { fact: 1, status: 'maybe', by: [], more: 1 } }] }
    for (const [lang, word] of [
      ['zh-CN', /文字/],
      ['en', /expected text/],
    ] as const) {
      const refused = await send(`/api/cases?lang=${lang}`, bad)
      const problem = await jsonOf(refused)
      expect([refused.status, refused.headers.get('content-type'), problem.code]).toEqual([
        400,
        'application/problem+json',
        'body-unreadable',
      ])
      expect(problem.detail).toMatch(word)
      expect(problem.all?.map(({ place }) => place)).toEqual(
        expect.arrayContaining(['commands[0].payload.fact', 'commands[0].payload.status', 'commands[0].payload.more']),
      )
    }
    const noJson = await send('/api/cases', undefined, { 'content-type': 'application/json' })
    expect(noJson.status).toBe(400)
  })

  it('takes no exhibit without its original', async () => {
    const { send } = await anApi()
    const added = { type: 'AddEvidence', payload: { file: 'evidence/a.png', sha256: '0'.repeat(64), bytes: 1 } }
    expect((await send('/api/cases', { commands: [added] })).status).toBe(400)
  })

  it('is listed by page with counts, found by words, forgotten for good', async () => {
    const { ask, open } = await anApi()
    for (const id of ['c1', 'c2', 'c3']) await open(id, { type: 'DescribeProblem', payload: { words: `第 ${id} 件` } })
    const first = await jsonOf(await ask('/api/cases?limit=2'))
    expect(first.cases.map(({ caseId }: { caseId: string }) => caseId)).toEqual(['c3', 'c2'])
    expect(first.counts).toEqual({ open: 3, closed: 0 })
    const rest = await jsonOf(await ask(`/api/cases?limit=2&before=${first.cases[1]?.seq}`))
    expect(rest.cases.map(({ caseId }: { caseId: string }) => caseId)).toEqual(['c1'])
    const found = await jsonOf(await ask(`/api/cases?words=${encodeURIComponent('第 c2')}`))
    expect(found.cases).toHaveLength(1)
    expect((await ask('/api/cases/c2', { method: 'DELETE' })).status).toBe(204)
    expect((await ask('/api/cases/c2')).status).toBe(404)
  })

  it('tells its records with what was corrected and what was erased', async () => {
    const { send, open, ask } = await anApi()
    await open('c1', told, contact('请退货'), contact('请换货'))
    const correction = {
      type: 'CorrectEvent',
      payload: {
        event: 2,
        why: '写错了',
        instead: { ...contact('请退款'), payload: { ...contact('请退款').payload, id: 'C1' } },
      },
    }
    const erasure = { type: 'ErasePayload', payload: { event: 3, why: '涉及他人' } }
    const changed = await send('/api/cases/c1/commands', { commands: [correction, erasure] }, { 'if-match': '"4-x"' })
    expect(changed.status).toBe(200)
    const { entries } = await jsonOf(await ask('/api/cases/c1/timeline'))
    expect(entries[2]).toMatchObject({ title: '沟通', words: '请退款', corrected: true, ref: 'C1' })
    expect(entries[3]).toEqual({
      n: 3,
      type: 'Erased',
      title: '沟通',
      recordedAt: entries[3]?.recordedAt,
      exhibits: [],
      erased: true,
    })
    expect(JSON.stringify(entries)).not.toContain('请换货')
  })
})
