import { expect, test } from './app.fixture.ts'

test('what came of closed cases is shown once there are five, and always as no sample', async ({ app, page }) => {
  await app.enter(page)
  await page.goto(`${app.origin()}/outcomes`)
  await expect(page.getByText('结案的还不到 5 件')).toBeVisible()
  const headers = { origin: app.origin() }
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const at = '2026-11-01T02:00:00Z'
    const commands = [
      { type: 'RecordOrder', payload: { shop: { name: n < 6 ? '甲店' : '乙店' }, paidFen: 9900 } },
      { type: 'ConfirmProblem', payload: { type: 'late_delivery', confirmed: true } },
      { type: 'ReceiveMoney', payload: { at, fen: n * 1000, from: 'seller' } },
      { type: 'CloseCase', payload: { at, outcome: 'solved' } },
    ]
    const opened = await page.request.post(`${app.origin()}/api/cases`, { headers, data: { id: `o${n}`, commands } })
    expect(opened.status()).toBe(201)
  }
  await page.reload()
  await expect(page.getByRole('row', { name: /全部 6/ })).toContainText('¥30.00')
  await page.getByText('店铺', { exact: true }).first().click()
  await expect(page.getByRole('row', { name: /乙店/ })).toContainText('件数太少')
  await expect(page.getByText('不是统计样本')).toBeVisible()
})
