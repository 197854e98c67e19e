import { readFile } from 'node:fs/promises'
import { expect, test } from './app.fixture.ts'

test('an example is opened to look at and thrown away; a backup brings it back', async ({ app, page }) => {
  await app.enter(page)
  await page.getByText('先看一个完整的示例').click()
  await page.getByRole('button', { name: /智能手表/ }).click()
  await page.waitForURL(/\/case\//)
  const id = page.url().split('/').at(-1) ?? ''
  await page.goto(`${app.origin()}/settings`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载备份' }).click(),
  ])
  const backup = await readFile(await download.path())
  await page.getByLabel('确实要删').fill('全部删除')
  await page.getByRole('button', { name: '删除全部' }).click()
  await expect(page.getByText('已全部删除')).toBeVisible()
  expect((await page.request.get(`${app.origin()}/api/cases/${id}`)).status()).toBe(404)
  await page
    .getByLabel('从备份恢复')
    .setInputFiles({ name: 'youju.zip', mimeType: 'application/zip', buffer: backup.subarray(0, backup.length - 30) })
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('从备份恢复').setInputFiles({ name: 'youju.zip', mimeType: 'application/zip', buffer: backup })
  await expect(page.getByText(/已恢复 1 个案件/)).toBeVisible()
  await page.getByRole('button', { name: '检查全部' }).click()
  await expect(page.getByText('全部完好')).toBeVisible()
  await page.goto(`${app.origin()}/case/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('智能手表')
})

test('a volunteer’s table is looked at row by row before its good rows are taken, once', async ({ app, page }) => {
  await app.enter(page)
  await page.goto(`${app.origin()}/cases`)
  await page.getByRole('button', { name: '从表格导入' }).click()
  const table =
    '订单号,店铺,商品,实付,签收时间\n290000000021,示例店甲,保温杯,59.00,2026-11-01\n290000000022,示例店乙,台灯,五十,2026-11-02\n'
  const choose = () =>
    page.getByLabel('表格文件').setInputFiles({ name: '案件.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await choose()
  await expect(page.getByText('1 行可以导入，1 行有错')).toBeVisible()
  await expect(page.getByRole('dialog')).toContainText('第 3 行')
  await page.getByRole('button', { name: '导入 1 个案件' }).click()
  await expect(page.getByText(/已导入 1 个案件，1 行没有导入/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: /保温杯/ })).toBeVisible()
})

test('the screens speak English when asked, and remember it', async ({ app, page }) => {
  await app.enter(page)
  await page.getByRole('link', { name: '设置' }).click()
  await page.getByLabel('English').check()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the clocks go into a calendar by a private address, which can be ended', async ({ app, page, playwright }) => {
  await app.enter(page)
  await page.goto(`${app.origin()}/settings`)
  await page.getByRole('button', { name: '生成订阅地址' }).click()
  const url =
    (await page
      .getByText(/^http:.*\.ics$/)
      .first()
      .textContent()) ?? ''
  const calendar = await playwright.request.newContext()
  expect(await (await calendar.get(url)).text()).toContain('BEGIN:VCALENDAR')
  await page.getByRole('button', { name: '停用地址' }).click()
  await expect(page.getByRole('button', { name: '生成订阅地址' })).toBeVisible()
  expect((await calendar.get(url)).status()).toBe(404)
  await calendar.dispose()
})
