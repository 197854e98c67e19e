import type { Page } from '@playwright/test'
import { expect, test } from './app.fixture.ts'
import { story } from './story.ts'

test.use({ serveOptions: ['--now', '2026-11-20T10:00:00+08:00'] })

/** Goes on by Tab until the element with that name has the focus; no pointer is touched. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    const at = await page.evaluate(() => {
      const one = document.activeElement
      if (one === document.body) return ''
      const label =
        one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.labels?.[0]?.textContent : ''
      return `${one?.getAttribute('aria-label') ?? ''} ${label ?? ''} ${one?.textContent ?? ''}`
    })
    if (name.test(at)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing named ${name} can be reached by Tab`)
}

test('by keyboard alone: tell it, open the case, answer, log a contact, read a paper', async ({ app, page }) => {
  await app.enter(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, /跳到正文/)
  await tabTo(page, /发生了什么/)
  await page.keyboard.insertText(story)
  await expect(page.getByText('最先关上的时限')).toBeVisible()
  await tabTo(page, /质量不合格/)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /质量不合格/ })).toHaveAttribute('aria-pressed', 'true')
  await tabTo(page, /^\s*建立案件/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/case\/[^/]+$/)
  const caseUrl = page.url()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goto(`${caseUrl}/questions`)
  const asked = await page.getByRole('heading', { level: 1 }).textContent()
  await tabTo(page, /^\s*不知道/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(asked ?? '')
  await page.goto(`${caseUrl}/timeline`)
  await tabTo(page, /记一次沟通/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(page, /说了什么/)
  await page.keyboard.insertText('客服说三天内回电')
  await tabTo(page, /^\s*记下/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('客服说三天内回电').first()).toBeVisible()
  await page.goto(`${caseUrl}/papers`)
  await tabTo(page, /看文字：电话沟通提纲/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/290000000012/).first()).toBeVisible()
})
