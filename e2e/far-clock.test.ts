import { expect, test } from './app.fixture.ts'

test.use({ serveOptions: ['--example', '--now', '2026-11-20T10:00:00+08:00'], timezoneId: 'America/New_York' })

test('on a device far away every time is Beijing’s, typed and shown', async ({ app, page }) => {
  await app.enter(page)
  const { cases } = await (await page.request.get(`${app.origin()}/api/cases`)).json()
  const id: string = cases[0].caseId
  await page.goto(`${app.origin()}/case/${id}/timeline?do=contact`)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('什么时间')).toHaveValue('2026-11-20T10:00')
  await dialog.getByLabel('什么时间').fill('2026-11-19T09:30')
  await dialog.getByLabel('说了什么').fill('约了后天再谈')
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog).toBeHidden()
  const { case: kase } = await (await page.request.get(`${app.origin()}/api/cases/${id}`)).json()
  expect(kase.contacts.at(-1)).toMatchObject({ at: '2026-11-19T01:30:00Z', words: '约了后天再谈' })
  await expect(page.getByRole('listitem').filter({ hasText: '约了后天再谈' })).toContainText('09:30')
  await expect(page.getByRole('listitem').filter({ hasText: '约了后天再谈' })).toContainText('记于 2026-11-20 10:00')
})
