import { expect, test } from './app.fixture.ts'

test('a question in plain words leads to a provision, and back to the question', async ({ app, page }) => {
  await app.enter(page)
  await page.getByRole('link', { name: '查法' }).click()
  await page.getByRole('button', { name: '买的手机三天就坏了能退吗' }).click()
  await page.getByRole('link', { name: '消法第24条' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('24')
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('买的手机三天就坏了能退吗')
  await page.getByRole('searchbox').fill('🙂')
  await expect(page.getByText('没有找到')).toBeVisible()
})

test('the guide’s claims and the case library can be read without a case', async ({ app, page }) => {
  await app.enter(page)
  await page.goto(`${app.origin()}/law/guide`)
  const all = page.getByRole('listitem').filter({ hasText: '我们的做法' })
  await expect(all.first()).toBeVisible()
  const wrong = await all.count()
  await page.getByText(/^全部 \d+$/).click()
  await expect.poll(() => all.count()).toBeGreaterThan(wrong)
  await page.getByRole('link', { name: '案例' }).click()
  await expect(page.getByRole('heading', { name: '色差视频里的色卡' })).toBeVisible()
  const before = await page.getByRole('heading', { level: 2 }).count()
  await page.getByLabel('遇到的问题').selectOption('late_delivery')
  await expect(page.getByRole('heading', { name: '一拖再拖的发货' })).toBeVisible()
  await expect.poll(() => page.getByRole('heading', { level: 2 }).count()).toBeLessThan(before)
})
