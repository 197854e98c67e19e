import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CERTAIN } from '../../core/reading/page-reading.ts'
import { readPage } from '../../core/reading/read-page.ts'
import { knowledge } from '../pack/knowledge.fixture.ts'
import { type DrawnPage, drawnPage, type Word } from './drawn-page.fixture.ts'
import { openReader } from './reader.ts'

const reader = openReader()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-designs-'))
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

const row = (texts: readonly string[], xs: readonly number[], y: number, size = 26): readonly Word[] =>
  texts.map((text, i) => ({ text, x: xs[i] ?? 0, y, size }))
const title: Word = { text: '订单详情', x: 80, y: 40, size: 40 }
const wide = { width: 1600, height: 640 }
const phone = { width: 1080, height: 900 }

/** The same order as apps and web pages of different makers show it. */
const designs: Readonly<Record<string, DrawnPage>> = {
  steps: {
    ...wide,
    words: [
      title,
      ...row(['提交订单', '付款成功', '商品出库', '完成'], [180, 520, 860, 1230], 160),
      ...row(['2026-03-05', '2026-03-05', '2026-03-06', '2026-03-08'], [175, 515, 855, 1190], 204, 22),
      ...row(['14:28:09', '14:29:11', '09:30:00', '18:05:42'], [185, 525, 865, 1200], 236, 22),
      ...row(['订单号：300000000011', '实付款：', '¥1299.00'], [80, 1100, 1300], 420),
    ],
  },
  table: {
    ...wide,
    words: [
      title,
      ...row(['订单号', '下单时间', '商品', '实付金额', '状态'], [80, 380, 740, 1040, 1320], 160),
      ...row(
        ['300000000011', '2026-03-05 14:28:09', '示例手表', '¥1299.00', '已完成'],
        [80, 380, 740, 1040, 1320],
        230,
      ),
    ],
  },
  dark: {
    ...phone,
    paper: '#101014',
    ink: '#e8e8e8',
    words: [
      title,
      ...row(['实付款(含运费)', '¥1299.00'], [60, 800], 200, 36),
      ...row(['订单编号', '300000000011 | 复制'], [60, 620], 300, 36),
      ...row(['下单时间', '2026-03-05'], [60, 780], 400, 36),
      ...row(['14:28:09'], [820], 448, 34),
      ...row(['再次购买', '申请售后'], [500, 800], 700, 36),
    ],
  },
  run: {
    ...phone,
    words: [
      title,
      ...row(['共1件商品 合计：¥1299.00', '实付 ¥1299.00'], [60, 700], 200, 34),
      ...row(['订单编号：300000000011  创建时间：2026-03-05 14:28:09'], [60], 300, 28),
      ...row(['付款时间：2026-03-05 14:29:11  支付方式：在线支付'], [60], 350, 28),
      ...row(['再次购买', '申请售后'], [500, 800], 700, 36),
    ],
  },
}

it.each(Object.entries(designs))(
  'an order drawn as %s is read right and surely',
  { timeout: 60_000 },
  async (name, design) => {
    const path = join(folder, `${name}.png`)
    await drawnPage(design).png().toFile(path)
    const { page } = await reader.read(path)
    const { fields } = readPage(page, { knowledge, capturedAt: '2026-03-10T02:00:00Z' })
    expect([fields.orderNumber?.value, fields.placedAt?.value, fields.amountFen?.value]).toEqual([
      '300000000011',
      '2026-03-05T14:28:09+08:00',
      129900,
    ])
    for (const { score = 0 } of [fields.orderNumber, fields.placedAt, fields.amountFen].flatMap((one) => one ?? []))
      expect(score).toBeGreaterThanOrEqual(CERTAIN)
  },
)
