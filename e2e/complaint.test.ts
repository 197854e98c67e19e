import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './app.fixture.ts'
import { story } from './story.ts'

test.use({ serveOptions: ['--now', '2026-11-20T10:00:00+08:00'] })

/** Answers the questions on the page: these by what they ask, the others with “I don't know”. */
async function answerQuestions(page: Page, answers: readonly (readonly [RegExp, string])[]): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 })
  for (;;) {
    const asked = (await heading.textContent()) ?? ''
    if (asked === '问完了') return
    const answer = answers.find(([pattern]) => pattern.test(asked))?.[1] ?? '不知道'
    await page.getByRole('button', { name: answer, exact: true }).click()
    await expect(heading).not.toHaveText(asked)
  }
}

test('from pasted words to a letter in the first minutes', async ({ app, page }) => {
  await app.enter(page)
  await page.getByLabel('发生了什么').fill(story)
  await expect(page.getByText('最先关上的时限')).toBeVisible()
  await expect(page.getByText('290000000012', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /质量不合格/ }).click()
  await page.getByRole('button', { name: '建立案件' }).click()
  await page.waitForURL(/\/case\/[^/]+$/)
  const caseUrl = page.url()
  await expect(page.getByText('下一步', { exact: true })).toBeVisible()
  await page.goto(`${caseUrl}/questions`)
  await answerQuestions(page, [
    [/^正常使用下，商品有故障/, '是'],
    [/^问题是摔坏、进水/, '否'],
    [/^买之前，商家明确告诉过/, '否'],
  ])
  await page.goto(`${caseUrl}/details?do=person`)
  await page.getByLabel('姓名').fill('张三')
  await page.getByLabel('手机').fill('138-0000-0000')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goto(`${caseUrl}/papers`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 TXT：投诉函' }).click(),
  ])
  const letter = await readFile(await download.path(), 'utf8')
  for (const words of ['290000000012', '示例数码专营店', '示例牌手表', '1299.00', '张三'])
    expect(letter).toContain(words)
  expect(letter).not.toMatch(/否则|曝光|undefined|\{/)
})

test('a filing starts its clocks only when it is told, is answered, and an offer is countered', async ({
  app,
  page,
}) => {
  await app.enter(page)
  await page.getByLabel('发生了什么').fill(story)
  await page.getByRole('button', { name: /质量不合格/ }).click()
  await page.getByRole('button', { name: '建立案件' }).click()
  await page.waitForURL(/\/case\/[^/]+$/)
  const caseUrl = page.url()
  const id = caseUrl.split('/').at(-1)
  const clocks = async () => {
    const { advice } = await (await page.request.get(`${app.origin()}/api/cases/${id}`)).json()
    return (advice.deadlines as { startedBy: string }[]).filter(({ startedBy }) => startedBy.includes('提交')).length
  }
  expect(await clocks()).toBe(0)
  await page.goto(`${caseUrl}/channels`)
  await page
    .getByRole('link', { name: /我已提交：.*在线客服/ })
    .first()
    .click()
  await page.getByLabel('提交的时间').fill('2026-11-19T14:28')
  await page.getByLabel('单号').fill('TS290000000001')
  await page.getByRole('button', { name: '已提交，开始计时' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('TS290000000001').first()).toBeVisible()
  expect(await clocks()).toBeGreaterThan(0)
  await page.goto(`${caseUrl}/channels?do=reply&of=F1`)
  await page.getByLabel('收到的时间').fill('2026-11-20T09:10')
  await page.getByLabel('是哪种答复').selectOption({ label: '拒绝' })
  await page.getByLabel('答复的原话').fill('人为损坏，不予处理')
  await page.getByRole('button', { name: '记下答复' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goto(`${caseUrl}/offers?do=offer`)
  await page.getByLabel('谁提的').fill('平台客服')
  await page.getByLabel('什么时间提的').fill('2026-11-20T09:30')
  await page.getByLabel('原话').fill('补偿您50元，此事就此了结')
  await page.getByLabel('给多少钱').fill('50')
  await page.getByLabel('要您放弃什么').fill('此事就此了结')
  await page.getByRole('button', { name: '记下方案' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('link', { name: /还价/ }).click()
  await page.getByLabel('您提出的条件').fill('同意更换同型号新品，不接受以50元了结')
  await page.getByRole('button', { name: '记下：还价' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const { case: kase } = await (await page.request.get(`${app.origin()}/api/cases/${id}`)).json()
  expect(kase.filings[0]).toMatchObject({ ticket: 'TS290000000001', replies: [{ kind: 'refused' }] })
  expect(kase.offers[0]).toMatchObject({ fen: 5000, waives: ['此事就此了结'], decision: { answer: 'counter' } })
  await page.goto(`${caseUrl}/timeline`)
  for (const words of ['TS290000000001', '人为损坏，不予处理', '补偿您50元', '不接受以50元了结'])
    await expect(page.getByText(words).first()).toBeVisible()
})

test('two tabs on one case: the slower one keeps what it wrote and saves it after a look', async ({
  app,
  page,
  context,
}) => {
  await app.enter(page)
  await page.getByLabel('发生了什么').fill(story)
  await page.getByRole('button', { name: '建立案件' }).click()
  await page.waitForURL(/\/case\/[^/]+$/)
  const caseUrl = page.url()
  await page.goto(`${caseUrl}/timeline?do=contact`)
  await page.getByLabel('说了什么').fill('第一个窗口写的')
  const second = await context.newPage()
  await second.goto(`${caseUrl}/timeline?do=contact`)
  await second.getByLabel('说了什么').fill('第二个窗口写的')
  await second.getByRole('button', { name: '记下', exact: true }).click()
  await expect(second.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await expect(page.getByText('您填的内容都还在')).toBeVisible()
  await expect(page.getByLabel('说了什么')).toHaveValue('第一个窗口写的')
  await page.getByRole('button', { name: '已看过，照我填的保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  for (const words of ['第一个窗口写的', '第二个窗口写的']) await expect(page.getByText(words).first()).toBeVisible()
})
