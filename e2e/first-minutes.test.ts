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
