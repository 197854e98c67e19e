import { expect, test } from './app.fixture.ts'

test('the link lets one browser in, and that browser stays in when the server starts again', async ({
  app,
  page,
  browser,
}) => {
  await app.enter(page)
  await expect(page).toHaveTitle(/有据/)
  expect((await page.request.get(`${app.origin()}/api/session`)).status()).toBe(200)
  const link = page.url()
  expect(link).not.toContain('token')
  await app.kill()
  await app.start()
  expect((await page.request.get(`${app.origin()}/api/session`)).status()).toBe(200)
  const stranger = await browser.newContext()
  expect((await stranger.request.get(`${app.origin()}/api/session`)).status()).toBe(401)
  await stranger.close()
})
