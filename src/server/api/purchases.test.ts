import { describe, expect, it } from 'vitest'
import { anApi } from './api.fixture.ts'
import type { BuyingCheck, PurchaseWindows } from './client.ts'

const order = {
  items: [{ name: '示例手表', priceFen: 129_900, quantity: 1, flags: [] }],
  signedAt: '2026-11-18T06:00:00Z',
}

describe('purchases over HTTP', () => {
  it('are kept like cases, listed apart, and have windows', async () => {
    const { ask, send } = await anApi()
    const kept = await send('/api/cases', {
      id: 'p1',
      bought: true,
      commands: [{ type: 'RecordOrder', payload: order }],
    })
    expect(kept.status).toBe(201)
    const list = async (query: string) =>
      ((await (await ask(`/api/cases${query}`)).json()) as { cases: object[] }).cases
    expect([await list(''), await list('?status=purchase')]).toMatchObject([[], [{ caseId: 'p1', status: 'purchase' }]])
    const { windows, cites } = (await (await ask('/api/cases/p1/windows')).json()) as PurchaseWindows
    expect(windows.map(({ window }) => window)).toContain('return')
    for (const one of windows) if ('clock' in one) for (const ref of one.clock.cites) expect(cites[ref]).toBeTruthy()
    const due = (await (await ask('/api/due')).json()) as { due: { caseId: string }[] }
    expect(due.due.map(({ caseId }) => caseId)).toContain('p1')
  })

  it('are checked before they are made', async () => {
    const { send } = await anApi()
    const answer = await send('/api/check-before-buying?lang=en', {
      answers: { 'shop.score': 4.5, 'goods.valuable': '?' },
    })
    const { findings, questions } = (await answer.json()) as BuyingCheck
    expect(findings).toMatchObject([{ id: 'score', level: 'care', standing: 'guide' }])
    expect(questions.map(({ fact }) => fact)).not.toContain('goods.valuable')
    expect((await send('/api/check-before-buying', { answers: { 'shop.score': 'high' } })).status).toBe(422)
  })
})
