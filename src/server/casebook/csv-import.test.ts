import { describe, expect, it } from 'vitest'
import { aCasebook } from './casebook.fixture.ts'
import { importCsv, previewCsv } from './csv-import.ts'
import { keptCase } from './kept-case.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 订单号,问题 and a row in GB18030. */
const gbk = Uint8Array.from([
  ...[0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xce, 0xca, 0xcc, 0xe2, 0x0a],
  ...[0x32, 0x39, 0x30, 0x2c, 0xbb, 0xb5, 0xc1, 0xcb, 0x0a],
])
const sheet = `订单号,店铺,商品,实付,签收时间,问题,姓名,备注
290000000001,示例数码专营店,示例牌手表,"¥1,299.00",2026/9/4,"不走了，
坏了",张三,甲

290000000002,示例店,杯子,三十,2026/9/4,碎了,李四,
290000000003,示例店,杯子,30,2026/9/4,碎了,王五,
`

async function previewed(bytes: Uint8Array, lang: 'zh-CN' | 'en' = 'zh-CN') {
  const book = await aCasebook()
  const preview = previewCsv(book, bytes, lang)
  const kept = (await book.store.cases({ now: book.now(), limit: 9 })).length
  await book.store.close()
  return { preview, kept }
}

async function rowsOf(text: string) {
  const { preview } = await previewed(utf8(text))
  if (!preview.ok) throw new Error(preview.refusal.code)
  return preview.value.rows
}

describe('a preview of a CSV file', () => {
  it('shows row for row what would be opened, with lines as an editor counts them, and keeps nothing', async () => {
    const { preview, kept } = await previewed(utf8(sheet))
    expect(kept).toBe(0)
    expect(preview).toMatchObject({
      ok: true,
      value: {
        columns: expect.arrayContaining([
          { header: '订单号', field: 'order-number' },
          { header: '备注', field: null },
        ]),
        rows: [
          { line: 2, ok: true, title: '示例牌手表', values: { paid: '1299.00', name: '张三' }, errors: [] },
          { line: 5, ok: false, title: '杯子', errors: [{ column: '实付' }] },
          { line: 6, ok: true },
        ],
        counts: { rows: 3, ok: 2, bad: 1 },
      },
    })
  })

  it.each([
    ['GB18030', gbk],
    ['a byte order mark', utf8('\ufeff订单号,问题\n290,坏了\n')],
    ['semicolons', utf8('订单号;问题\n290;坏了\n')],
    ['tabs and CRLF', utf8('订单号\t问题\r\n290\t坏了\r\n')],
    [
      'UTF-16',
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from('订单号\t问题\n290\t坏了\n', (c) => c.charCodeAt(0)).buffer),
      ]),
    ],
    ['a title above the header', utf8('登记表,\n订单号,问题\n290,坏了\n')],
  ])('reads %s', async (_what, bytes) => {
    const { preview } = await previewed(bytes)
    expect(preview.ok && preview.value.rows).toMatchObject([
      { ok: true, values: { 'order-number': '290', words: '坏了' } },
    ])
  })

  it.each([
    ['csv-workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0])],
    ['csv-workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
    ['csv-encoding', Uint8Array.from([0xff, 0xff, 0xff])],
    ['csv-no-header', utf8('甲,乙\n1,2\n')],
    ['csv-no-header', utf8('')],
    ['csv-no-rows', utf8('订单号,问题\n,\n')],
    ['csv-quotes', utf8('订单号,问题\n1,坏\n2,"没关\n3,坏\n')],
    ['csv-too-many', utf8(`问题\n${'坏了\n'.repeat(2001)}`)],
    ['csv-too-large', new Uint8Array(10_000_001)],
  ])('refuses with %s what is no such table', async (code, bytes) => {
    const { preview } = await previewed(bytes)
    expect(preview).toMatchObject({ ok: false, refusal: { code } })
    if (code === 'csv-quotes') expect(preview.ok ? '' : preview.refusal.text.zh).toContain('第 3 行')
  })

  it('takes a problem type by its name and tells which there are when it is none', async () => {
    expect(await rowsOf('问题类型\n发票拒开、错开\n发票\n质量不好\n')).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false, errors: [{ column: '问题类型', text: expect.stringContaining('可以空着') }] },
    ])
  })

  it('sees that a comma pushed the cells aside', async () => {
    expect(await rowsOf('订单号,问题\n290,坏了,客服不理\n')).toMatchObject([
      { ok: false, errors: [{ text: expect.stringContaining('3 格') }] },
    ])
  })

  it('names what a case refuses by its column', async () => {
    const [row] = await rowsOf('问题,下单时间,付款时间\n坏了,2026/9/4 10:00,2026/9/4 9:00\n')
    expect(row?.errors).toMatchObject([{ column: '付款时间' }])
  })

  it('speaks the language asked for', async () => {
    const { preview } = await previewed(utf8(sheet), 'en')
    expect(preview.ok && preview.value.rows[1]?.errors[0]?.text).toContain('not a usable amount')
  })
})

describe('an import of a CSV file', () => {
  it('opens the good rows, names the bad ones, and opens none twice', async () => {
    const book = await aCasebook()
    const first = await importCsv(book, utf8(sheet), 'zh-CN')
    if (!first.ok) throw new Error(first.refusal.code)
    expect(first.value).toMatchObject({
      opened: [{ line: 2 }, { line: 6 }],
      skipped: [{ line: 5, errors: [{ column: '实付' }] }],
    })
    const kept = await keptCase(book, first.value.opened[0]?.caseId ?? '')
    expect(kept.ok && kept.value.kase).toMatchObject({
      order: { number: '290000000001', paidFen: 129900 },
      consumer: { name: '张三' },
      problem: { words: '不走了，\n坏了', types: [{ type: 'quality_defect', confirmed: false }] },
      facts: { 'order.signed-on': { value: '2026-09-04' } },
    })
    book.clock.now = '2026-11-23T02:00:00Z'
    const again = await importCsv(book, utf8(sheet), 'zh-CN')
    expect(again.ok && again.value.opened).toEqual(first.value.opened.map((one) => ({ ...one, again: true })))
    await book.store.close()
  })

  it('opens of a mended file only what was mended', async () => {
    const book = await aCasebook()
    await importCsv(book, utf8(sheet), 'zh-CN')
    const mended = await importCsv(book, utf8(`${sheet.replace('三十', '30')}`), 'zh-CN')
    expect(mended).toMatchObject({
      value: { opened: [{ line: 2, again: true }, { line: 5 }, { line: 6, again: true }], skipped: [] },
    })
    expect(await book.store.cases({ now: book.now(), limit: 9 })).toHaveLength(3)
    await book.store.close()
  })

  it('takes rows without an order number for different cases', async () => {
    const book = await aCasebook()
    const twice = await importCsv(book, utf8('问题\n杯子碎了\n杯子碎了\n'), 'zh-CN')
    expect(twice.ok && new Set(twice.value.opened.map(({ caseId }) => caseId)).size).toBe(2)
    await book.store.close()
  })
})
