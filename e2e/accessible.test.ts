import { expectAccessible } from './accessible.ts'
import { expect, test } from './app.fixture.ts'
import { story } from './story.ts'

test.use({ serveOptions: ['--example', '--now', '2026-11-20T10:00:00+08:00'] })

test('axe finds no fault on any page, in light and in dark', async ({ app, page }) => {
  test.slow()
  await app.enter(page)
  const { cases } = await (await page.request.get(`${app.origin()}/api/cases`)).json()
  const id: string = cases[0].caseId
  const paths = [
    '/',
    '/new',
    '/cases',
    '/settings',
    '/laws/cpl%2355.1',
    '/law',
    '/purchases',
    '/outcomes',
    '/purchases/check',
    '/law/guide',
    '/law/cases',
    '/no-such-page',
    `/case/${id}`,
    `/case/${id}/questions`,
    ...['timeline', 'evidence', 'rights', 'channels', 'clocks', 'offers', 'routes', 'papers', 'details'].map(
      (place) => `/case/${id}/${place}`,
    ),
    ...[
      'contact',
      'filing&of=jd-service',
      'exhibit&of=E9',
      'answer&of=O1.accept',
      'fact&of=goods.durable',
      'forget',
    ].map((sheet) => `/case/${id}?do=${sheet}`),
  ]
  for (const path of paths) {
    await page.goto(app.origin() + path)
    await expect(page.getByRole('heading', { level: path.includes('?do=') ? 2 : 1 }).first()).toBeVisible()
    await test.step(path, () => expectAccessible(page))
  }
  await page.goto(`${app.origin()}/new`)
  await page.getByLabel('发生了什么').fill(story)
  await expect(page.getByText('可以主张的最高金额')).toBeVisible()
  await expectAccessible(page)
})
