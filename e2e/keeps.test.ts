import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Page } from '@playwright/test'
import { expect, test } from './app.fixture.ts'
import { story } from './story.ts'

test('what was typed and chosen is there after a reload, the back button and a restart', async ({ app, page }) => {
  await app.enter(page)
  await page.getByLabel('发生了什么').fill(story)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '截图.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') })
  await expect(page.getByText('截图.png')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('发生了什么')).toHaveValue(story)
  await expect(page.getByText('截图.png')).toBeVisible()
  await page.getByRole('link', { name: '设置' }).click()
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('发生了什么')).toHaveValue(story)
  await app.kill()
  await expect(page.getByText('与程序的连接断了')).toBeVisible()
  await page.getByLabel('发生了什么').fill(`${story}\n断线时写的`)
  await app.start()
  await expect(page.getByText('与程序的连接断了')).toBeHidden({ timeout: 20_000 })
  await page.getByRole('button', { name: '建立案件' }).click()
  await page.waitForURL(/\/case\//)
  const id = page.url().split('/').at(-1)
  const { case: kase } = await (await page.request.get(`${app.origin()}/api/cases/${id}`)).json()
  expect(kase.problem.words).toContain('断线时写的')
  expect(kase.evidence).toHaveLength(1)
  await page.goto(`${app.origin()}/new`)
  await expect(page.getByLabel('发生了什么')).toHaveValue('')
})

test('an upload goes on where it broke when the server dies in the middle, and is kept once', async ({ app, page }) => {
  await app.enter(page)
  const bytes = randomBytes(48 * 1_048_576)
  await page.getByLabel('发生了什么').fill('开箱视频里能看到屏幕是碎的')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '开箱.mp4', mimeType: 'video/mp4', buffer: bytes })
  const firstPiece = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes('/api/uploads/'),
  )
  await page.getByRole('button', { name: '建立案件' }).click()
  await firstPiece
  await app.kill()
  await app.start()
  await page.waitForURL(/\/case\//, { timeout: 45_000 })
  const id = page.url().split('/').at(-1)
  const { case: kase } = await (await page.request.get(`${app.origin()}/api/cases/${id}`)).json()
  expect(kase.evidence).toMatchObject([
    { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  ])
})

test('a page that cannot be loaded says so in plain words and opens once the program is there again', async ({
  app,
  page,
}) => {
  await app.enter(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await app.kill()
  await page.getByRole('link', { name: '案件', exact: true }).click()
  await expect(page.getByText(/请确认有据还在运行/)).toBeVisible()
  await app.start()
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByText('这里还没有案件')).toBeVisible()
})

test('whoever taps a place before the first answer is there gets that place', async ({ app, page }) => {
  const answered = await heldBack(page, '**/api/cases?*')
  const loaded = await heldBack(page, '**/assets/settings-*.js')
  await app.enter(page)
  await answered.asked
  await page.getByRole('link', { name: '设置' }).click()
  await loaded.asked
  const answer = page.waitForResponse('**/api/cases?*')
  answered.letGo()
  await answer
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  loaded.letGo()
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  await expect(page).toHaveURL(/\/settings$/)
})

test('a second tab sees what the first one changed', async ({ app, page, context }) => {
  await app.enter(page)
  const second = await context.newPage()
  await second.goto(`${app.origin()}/cases`)
  await expect(second.getByText('这里还没有案件')).toBeVisible()
  await page.getByLabel('发生了什么').fill(story)
  await page.getByRole('button', { name: '建立案件' }).click()
  await page.waitForURL(/\/case\//)
  await expect(second.getByText('示例数码专营店')).toBeVisible()
})

test('a page reloaded in the middle of an upload goes on with the case it opened', async ({ app, page }) => {
  await app.enter(page)
  await page.getByLabel('发生了什么').fill('开箱视频里能看到屏幕是碎的')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '开箱.mp4', mimeType: 'video/mp4', buffer: randomBytes(24 * 1_048_576) })
  await expect(page.getByText('开箱.mp4')).toBeVisible()
  const firstPiece = page.waitForResponse((response) => response.request().method() === 'PATCH')
  let pieces = 0
  await page.route('**/api/uploads/**', (route) => {
    if (route.request().method() === 'PATCH') pieces += 1
    return pieces > 1 ? undefined : route.continue()
  })
  await page.getByRole('button', { name: '建立案件' }).click()
  await firstPiece
  await page.unroute('**/api/uploads/**')
  await page.reload()
  await page.getByRole('button', { name: '建立案件' }).click()
  await page.waitForURL(/\/case\//, { timeout: 30_000 })
  const { cases } = await (await page.request.get(`${app.origin()}/api/cases`)).json()
  expect(cases).toHaveLength(1)
  const { case: kase } = await (await page.request.get(`${app.origin()}/api/cases/${cases[0].caseId}`)).json()
  expect(kase.evidence).toHaveLength(1)
})

test('a file that is refused keeps neither the case nor the other files out, and is named', async ({ app, page }) => {
  await app.enter(page)
  await page.getByLabel('发生了什么').fill('手表坏了，客服不理')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      { name: '聊天.txt', mimeType: 'text/plain', buffer: Buffer.from('客服：请耐心等待') },
    ])
  await page.getByRole('button', { name: '建立案件' }).click()
  await expect(page.getByRole('alert')).toContainText('空.txt 是空文件')
  await page.getByRole('link', { name: '去看案件' }).click()
  await page.waitForURL(/\/case\//)
  const { cases } = await (await page.request.get(`${app.origin()}/api/cases`)).json()
  expect(cases).toHaveLength(1)
  const { case: kase } = await (await page.request.get(`${app.origin()}/api/cases/${cases[0].caseId}`)).json()
  expect(kase.evidence).toMatchObject([{ title: '聊天.txt' }])
})

test('a number with a point is recorded as it was typed', async ({ app, page }) => {
  await app.enter(page)
  const id = await page.evaluate(async () => {
    const commands = [{ type: 'ConfirmProblem', payload: { type: 'counterfeit_or_fraud', confirmed: true } }]
    const asked = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    }
    const answer = await fetch('/api/cases', { ...asked, body: JSON.stringify({ commands }) })
    return ((await answer.json()) as { id: string }).id
  })
  await page.goto(`${app.origin()}/case/${id}/questions`)
  const field = page.getByRole('textbox', { name: /假一赔几/ })
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toBeVisible()
  while (!(await field.isVisible())) {
    const before = await heading.innerText()
    await page.getByRole('button', { name: '跳过' }).click()
    await expect(heading).not.toHaveText(before)
  }
  await field.pressSequentially('1.5')
  await page.getByRole('button', { name: '就这样答' }).click()
  await expect(field).toBeHidden()
  const { case: kase } = await (await page.request.get(`${app.origin()}/api/cases/${id}`)).json()
  expect(kase.facts['promise.multiple']).toMatchObject({ value: 1.5 })
})

/** Holds requests to an address back until they are let go; `asked` comes with the first of them. */
async function heldBack(page: Page, url: string): Promise<{ asked: Promise<unknown>; letGo: () => void }> {
  const held = new EventTarget()
  const letGo = once(held, 'let go')
  const asked = once(held, 'asked')
  await page.route(url, async (route) => {
    held.dispatchEvent(new Event('asked'))
    await letGo
    await route.continue()
  })
  return { asked, letGo: () => void held.dispatchEvent(new Event('let go')) }
}
