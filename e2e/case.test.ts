import type { APIRequestContext, Page } from '@playwright/test'
import { type App, expect, test } from './app.fixture.ts'

/** What these journeys read of a case. */
type CaseView = {
  readonly id: string
  readonly version: number
  readonly case: {
    readonly consumer: object
    readonly contacts: readonly object[]
    readonly filings: readonly object[]
    readonly offers: readonly object[]
    readonly evidence: readonly object[]
    readonly facts: Readonly<Record<string, object>>
  }
  readonly advice: { readonly deadlines: readonly object[] }
}

const commands = [
  { type: 'DescribeProblem', payload: { words: '手表用了三天屏幕就闪，客服让我等了三次。' } },
  { type: 'ConfirmProblem', payload: { type: 'quality_defect', confirmed: true } },
  {
    type: 'RecordOrder',
    payload: {
      platform: '京东',
      number: '290000000012',
      paidFen: 129_900,
      placedAt: '2026-11-10T12:15:00Z',
      paidAt: '2026-11-10T12:16:00Z',
      signedAt: '2026-11-13T06:00:00Z',
      shop: { name: '示例数码专营店', selfOperated: true },
      items: [{ name: '示例牌手表', priceFen: 129_900, quantity: 1, flags: [] }],
    },
  },
]

/** Opens a case of its own and goes to a page of it. */
async function openCase(app: App, page: Page, path = ''): Promise<string> {
  await app.enter(page)
  const headers = { origin: app.origin() }
  const opened = await page.request.post(`${app.origin()}/api/cases`, { headers, data: { commands } })
  const { id } = (await opened.json()) as CaseView
  await page.goto(`${app.origin()}/case/${id}${path}`)
  return id
}

async function viewOf(app: App, request: APIRequestContext, id: string): Promise<CaseView> {
  return (await (await request.get(`${app.origin()}/api/cases/${id}`)).json()) as CaseView
}

test('clocks start when a filing is recorded; a reply, an offer and a counter-offer follow', async ({ app, page }) => {
  const id = await openCase(app, page, '/channels')
  const before = (await viewOf(app, page.request, id)).advice.deadlines.length
  await page.getByRole('link', { name: '我已提交：京东在线客服' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('期限才开始算')
  await dialog.getByLabel('单号').fill('TS000000000001')
  await dialog.getByLabel('提交的文字').fill('手表屏幕闪烁，要求退货退款。')
  await dialog.getByRole('button', { name: '已提交，开始计时' }).click()
  await expect(page.getByText('已记下：我已提交')).toBeVisible()
  await expect(page.getByText('单号 TS000000000001').first()).toBeVisible()
  const filed = await viewOf(app, page.request, id)
  expect(filed.case.filings).toMatchObject([{ channel: 'jd-service', ticket: 'TS000000000001' }])
  expect(filed.advice.deadlines.length).toBeGreaterThan(before)

  await page.getByRole('link', { name: '收到答复 F1' }).click()
  await dialog.getByLabel('是哪种答复').selectOption('refused')
  await dialog.getByLabel('答复的原话').fill('不能退货。')
  await dialog.getByRole('button', { name: '记下答复' }).click()
  await expect(page.getByText('不能退货。')).toBeVisible()
  await expect(page).not.toHaveURL(/do=/)

  await page.goto(`${app.origin()}/case/${id}/offers`)
  await page.getByRole('link', { name: '记下对方的方案' }).click()
  await dialog.getByLabel('谁提的').fill('平台客服')
  await dialog.getByLabel('原话').fill('给您一张50元优惠券，此后不再处理。')
  await dialog.getByLabel('给多少钱（元）').fill('50')
  await dialog.getByLabel('要您放弃什么').fill('此后不再处理')
  await dialog.getByRole('button', { name: '记下方案' }).click()
  await page.getByRole('link', { name: '还价：平台客服的方案' }).click()
  await dialog.getByLabel('您提出的条件').fill('退货退款 1299 元。')
  await dialog.getByRole('button', { name: '记下：还价' }).click()
  await expect(page.getByText('已记下：还价')).toBeVisible()
  await expect(page).not.toHaveURL(/do=/)
  expect((await viewOf(app, page.request, id)).case.offers).toMatchObject([
    { fen: 5000, waives: ['此后不再处理'], decision: { answer: 'counter' } },
  ])
  await page.goto(`${app.origin()}/case/${id}/timeline`)
  await expect(page.getByText('给您一张50元优惠券，此后不再处理。')).toBeVisible()
})

test('a refusal stands beside its field; what was typed outlasts a reload and is recorded once', async ({
  app,
  page,
}) => {
  const id = await openCase(app, page, '/timeline')
  await page.getByRole('link', { name: '记一次沟通' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog.getByLabel('说了什么')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('说了什么').fill('请安排修理。')
  await dialog.getByLabel('什么时间').fill('2026-12-31T10:00')
  await page.clock.setFixedTime('2026-11-20T10:00:00+08:00')
  await dialog.getByLabel('什么时间').fill('2999-12-31T10:00')
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog.getByLabel('什么时间')).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByText('这个时间还没有到')).toBeVisible()
  await page.reload()
  await expect(dialog.getByLabel('说了什么')).toHaveValue('请安排修理。')
  await expect(dialog.getByText('上次没写完')).toBeVisible()
  await dialog.getByLabel('什么时间').fill('2026-11-14T10:00')
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('已记下：记一次沟通')).toBeVisible()
  expect((await viewOf(app, page.request, id)).case.contacts).toMatchObject([
    { at: '2026-11-14T02:00:00Z', words: '请安排修理。', direction: 'out' },
  ])
})

test('an answer that was lost on the way is asked for again, not recorded again', async ({ app, page }) => {
  const id = await openCase(app, page, '/timeline?do=contact')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('说了什么').fill('请安排修理。')
  await page.route('**/commands*', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog.getByText('程序没有回应')).toBeVisible()
  await page.unroute('**/commands*')
  await page.reload()
  await expect(dialog.getByLabel('说了什么')).toHaveValue('请安排修理。')
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog).toBeHidden()
  expect((await viewOf(app, page.request, id)).case.contacts).toHaveLength(1)
})

test('what changed elsewhere is shown before what was typed is recorded', async ({ app, page }) => {
  const id = await openCase(app, page, '/timeline?do=contact')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('说了什么').fill('第一句')
  const { version } = await viewOf(app, page.request, id)
  const elsewhere = await page.request.post(`${app.origin()}/api/cases/${id}/commands`, {
    headers: { origin: app.origin(), 'if-match': `"${version}-x"` },
    data: { commands: [{ type: 'RecordConsumer', payload: { name: '张三' } }] },
  })
  expect(elsewhere.status()).toBe(200)
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog.getByText('案件里有了新的记录')).toBeVisible()
  await expect(dialog.getByText('张三')).toBeVisible()
  await expect(dialog.getByLabel('说了什么')).toHaveValue('第一句')
  await dialog.getByRole('button', { name: '已看过，照我填的保存' }).click()
  await expect(dialog).toBeHidden()
  const { case: kase } = await viewOf(app, page.request, id)
  expect(kase).toMatchObject({ consumer: { name: '张三' }, contacts: [{ words: '第一句' }] })
})

test('what another changed in the meantime is not put back by a form that did not touch it', async ({ app, page }) => {
  const id = await openCase(app, page, '/details?do=person')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^姓名/).fill('张三')
  const { version } = await viewOf(app, page.request, id)
  await page.request.post(`${app.origin()}/api/cases/${id}/commands`, {
    headers: { origin: app.origin(), 'if-match': `"${version}-x"` },
    data: { commands: [{ type: 'RecordConsumer', payload: { phone: '138-0000-0000' } }] },
  })
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByRole('button', { name: '已看过，照我填的保存' }).click()
  await expect(dialog).toBeHidden()
  const { case: kase } = await viewOf(app, page.request, id)
  expect(kase.consumer).toEqual({ name: '张三', phone: '138-0000-0000' })
})

test('a record is corrected with a reason, then its content is erased; both are said in the timeline', async ({
  app,
  page,
}) => {
  const id = await openCase(app, page, '/timeline?do=contact')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('说了什么').fill('请安排修里。')
  await dialog.getByRole('button', { name: '记下' }).click()
  await page.getByRole('link', { name: /^更正 .* 沟通/ }).click()
  await dialog.getByLabel('说了什么').fill('请安排修理。')
  await dialog.getByRole('button', { name: '更正' }).click()
  await expect(dialog.getByLabel('理由')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('理由').fill('写错一个字')
  await dialog.getByRole('button', { name: '更正' }).click()
  await expect(page.getByText('已更正')).toBeVisible()
  await expect(page.getByText('请安排修理。')).toBeVisible()
  await page.getByRole('link', { name: /^删除内容 .* 沟通/ }).click()
  await dialog.getByLabel('理由').fill('不该记在这里')
  await dialog.getByRole('button', { name: '永久删除内容' }).click()
  await expect(page.getByText('内容已按要求删除。').first()).toBeVisible()
  expect(JSON.stringify((await viewOf(app, page.request, id)).case)).not.toContain('请安排修理')
})

test('only what was changed in the details is recorded', async ({ app, page }) => {
  const id = await openCase(app, page, '/details')
  await page.getByRole('link', { name: '修改：店铺' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('公司全称').fill('示例数码有限公司')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('示例数码有限公司')).toBeVisible()
  const timeline = await (await page.request.get(`${app.origin()}/api/cases/${id}/timeline`)).json()
  expect(timeline.entries.at(-1)).toMatchObject({ type: 'OrderRecorded' })
  expect(timeline.entries.at(-1).words).not.toContain('290000000012')
  await page.getByRole('link', { name: '修改：时间' }).click()
  await dialog.getByLabel(/^发货/).fill('2026-11-14T10:00')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByLabel(/^签收/)).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByLabel(/^发货/)).toHaveAttribute('aria-invalid', 'true')
})

test('a question is answered where it is asked, a demand chosen from the ladder, a paper read', async ({
  app,
  page,
}) => {
  const id = await openCase(app, page, '/rights')
  await page
    .getByRole('link', { name: /^回答：正常使用下，商品有故障/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('是', { exact: true }).check()
  await dialog.getByRole('button', { name: '保存回答' }).click()
  await expect(dialog).toBeHidden()
  expect((await viewOf(app, page.request, id)).case.facts['fault.present']).toMatchObject({ value: true })
  await page.getByRole('link', { name: '用自己的话写请求' }).click()
  await dialog.getByLabel('请求', { exact: true }).fill('退货退款')
  await dialog.getByLabel('金额（元）').fill('1299')
  await dialog.getByRole('button', { name: '就提这个' }).click()
  await expect(page.getByText('我选定的请求')).toBeVisible()
  await expect(page).not.toHaveURL(/do=/)
  await page.goto(`${app.origin()}/case/${id}`)
  await expect(page.getByText('¥1,299.00').first()).toBeVisible()
  await page.goto(`${app.origin()}/case/${id}/papers`)
  await page.getByRole('button', { name: '看文字：电话沟通提纲' }).click()
  await expect(dialog).toContainText('这是草稿')
  await expect(dialog).toContainText('290000000012')
})

test('by keyboard alone a contact is recorded and the focus comes back', async ({ app, page }) => {
  const id = await openCase(app, page, '/timeline')
  const link = page.getByRole('link', { name: '记一次沟通' })
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab')
    if (await link.evaluate((one) => one === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  const words = dialog.getByLabel('说了什么')
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab')
    if (await words.evaluate((one) => one === document.activeElement)) break
  }
  await page.keyboard.type('只用键盘写的')
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab')
    if (await dialog.getByRole('button', { name: '记下' }).evaluate((one) => one === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await viewOf(app, page.request, id)).case.contacts).toMatchObject([{ words: '只用键盘写的' }])
})

test('a case is closed, reopened, and forgotten only after the words are typed', async ({ app, page }) => {
  const id = await openCase(app, page, '/details')
  const dialog = page.getByRole('dialog')
  await page.getByRole('link', { name: '结案', exact: true }).click()
  await dialog.getByLabel('解决了', { exact: true }).check()
  await dialog.getByRole('button', { name: '结案' }).click()
  await page.getByRole('link', { name: '重新打开案件' }).click()
  await dialog.getByLabel('理由').fill('又坏了')
  await dialog.getByRole('button', { name: '重新打开' }).click()
  await page.getByRole('link', { name: '删除整个案件' }).click()
  await dialog.getByRole('button', { name: '永久删除案件' }).click()
  await expect(dialog.getByText('请一字不差地输入')).toBeVisible()
  await dialog.getByRole('textbox').fill('永久删除')
  await dialog.getByRole('button', { name: '永久删除案件' }).click()
  await page.waitForURL(/\/cases$/)
  expect((await page.request.get(`${app.origin()}/api/cases/${id}`)).status()).toBe(404)
})

test('an exhibit is added, said what it shows, and withdrawn with a reason', async ({ app, page }) => {
  const id = await openCase(app, page, '/evidence')
  const text = { name: '聊天.txt', mimeType: 'text/plain', buffer: Buffer.from('客服：不能退货。') }
  await page.locator('input[type=file]').first().setInputFiles(text)
  await expect(page.getByText('已加入')).toBeVisible()
  await page.getByRole('link', { name: '说明证据 E1' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('一句话说明它是什么').fill('客服拒绝退货的聊天')
  await dialog.getByLabel('种类').selectOption('chat')
  await dialog.getByLabel('在“上面看得清什么”里找').fill('拒绝')
  await dialog.getByLabel('对方拒绝或拖延的原话').check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('看得清：对方拒绝或拖延的原话')).toBeVisible()
  await page.getByRole('link', { name: '撤回证据 E1' }).click()
  await dialog.getByLabel('理由').fill('截错了')
  await dialog.getByRole('button', { name: '撤回' }).click()
  await expect(page.getByText('已撤回 1')).toBeVisible()
  const dropped = await page.evaluateHandle(() => {
    const all = new DataTransfer()
    all.items.add(new File(['说好的三天'], '拖进来的.txt', { type: 'text/plain' }))
    return all
  })
  await page.getByRole('region', { name: '加证据' }).dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByRole('link', { name: '说明证据 E2' }).first()).toBeVisible()
  expect((await viewOf(app, page.request, id)).case.evidence).toMatchObject([
    { id: 'E1', title: '客服拒绝退货的聊天', kind: 'chat', shows: ['refusal'], withdrawn: true },
    { id: 'E2', file: expect.stringContaining('拖进来的.txt') },
  ])
})

test('with the program gone the pages say so, keep what was typed, and go on when it is back', async ({
  app,
  page,
}) => {
  const id = await openCase(app, page)
  await expect(page.getByRole('heading', { name: '下一步' })).toBeVisible()
  await page.waitForLoadState('networkidle').catch(() => {})
  await app.kill()
  await expect(page.getByText('与程序的连接断了')).toBeVisible()
  await page.getByRole('link', { name: /^文书/ }).first().click()
  await expect(page.getByText('程序没有回应').first()).toBeVisible({ timeout: 20_000 })
  await page.goBack()
  await page.getByRole('link', { name: '记一次沟通' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('说了什么').fill('断线时写的')
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog.getByText('程序没有回应')).toBeVisible()
  await app.start()
  await expect(async () => {
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect(dialog).toBeHidden({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  expect((await viewOf(app, page.request, id)).case.contacts).toMatchObject([{ words: '断线时写的' }])
})
