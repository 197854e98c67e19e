import { expect, it } from 'vitest'
import { anApi } from '../api.fixture.ts'

it('shows closed cases like an open one, the same shop first, and hides figures of too few', async () => {
  const { ask, open, book } = await anApi()
  const order = (shop: string, paidFen: number) => ({ type: 'RecordOrder', payload: { shop: { name: shop }, paidFen } })
  const late = { type: 'ConfirmProblem', payload: { type: 'late_delivery', confirmed: true } }
  const closed = { type: 'CloseCase', payload: { at: book.now(), outcome: 'solved' } }
  await open('far', order('乙店', 990_000), late, closed)
  await open('near', order('乙店', 9_900), late, closed)
  await open('same', order('甲店', 100), late, closed)
  await open('mine', order('甲店', 9_800), late)
  const { similar } = (await (await ask('/api/cases/mine/similar')).json()) as { similar: { caseId: string }[] }
  expect(similar.map(({ caseId }) => caseId)).toEqual(['same', 'near', 'far'])
  expect(await (await ask('/api/outcomes?by=shop')).json()).toEqual({
    by: 'shop',
    groups: [
      { name: '乙店', hidden: true },
      { name: '甲店', hidden: true },
    ],
  })
  expect((await ask('/api/outcomes?by=weather')).status).toBe(400)
  expect((await ask('/api/cases/nobody/similar')).status).toBe(404)
})
