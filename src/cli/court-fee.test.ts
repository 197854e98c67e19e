import { describe, expect, it } from 'vitest'
import { run } from './world.fixture.ts'

const fee = async (words: string) => JSON.parse((await run(`court-fee ${words} --json`)).out)

describe('youju court-fee', () => {
  it.each([
    ['500', 5_000, 2_500],
    ['5000', 5_000, 2_500],
    ['10,000', 5_000, 2_500],
    ['50000', 105_000, 52_500],
    ['15万', 330_000, 165_000],
    ['1,299.00元', 5_000, 2_500],
  ])('on %s yuan gives the fee and its half in fen', async (amount, fen, halvedFen) => {
    expect(await fee(amount)).toMatchObject({ fen, halvedFen })
  })

  it('prints fen, halvedFen and steps that add up, and nothing else, in the language asked for', async () => {
    const { ending, out, said } = await run('court-fee 150000 --json --lang en')
    expect({ ending, said }).toEqual({ ending: 'holds', said: [] })
    expect(JSON.parse(out)).toEqual({
      fen: 330_000,
      halvedFen: 165_000,
      steps: [
        { text: 'claim up to 10000.00 yuan: 50.00 yuan flat', fen: 5_000 },
        { text: 'part from 10000.00 to 100000.00 yuan × 2.5%', fen: 225_000 },
        { text: 'part from 100000.00 to 150000.00 yuan × 2%', fen: 100_000 },
      ],
    })
  })

  it.each([
    ['500', '约 16.67', '50.00', '30.00'],
    ['5000', '约 16.67', '50.00', '70.00'],
    ['10000', '约 16.67', '50.00', '120.00'],
    ['50000', '约 350.00', '650.00', '520.00'],
    ['150000', '约 1100.00', '2150.00', '1270.00'],
  ])('for people shows on %s yuan the other fees too', async (amount, order, execution, preservation) => {
    const { out } = await run(`court-fee ${amount}`)
    expect(out).toContain(`支付令申请费：${order} 元`)
    expect(out).toContain(`申请执行费：${execution} 元`)
    expect(out).toContain(`保全申请费：${preservation} 元`)
    expect(out).toContain('管辖权异议（异议不成立时）：50.00—100.00 元')
    expect(out).toContain('其他非财产案件的受理费：50.00—100.00 元')
  })

  it('shows what a case of personality rights costs on that sum', async () => {
    expect((await run('court-fee 50000')).out).toContain('侵害人格权案件的受理费：100.00—500.00 元')
    expect((await run('court-fee 100000')).out).toContain('侵害人格权案件的受理费：600.00—1000.00 元')
  })

  it('says who pays and bears it, when it is halved, on what ground, and since when', async () => {
    const { lines } = await run('court-fee 50000')
    expect(lines.slice(0, 4)).toEqual([
      '请求金额：50000.00 元',
      '案件受理费：1050.00 元（诉讼费办法第13条）',
      '  请求金额不超过 10000.00 元的部分，每件 50.00 元 = 50.00 元',
      '  10000.00 元至 50000.00 元的部分 × 2.5% = 1000.00 元',
    ])
    const text = lines.join('\n')
    expect(text).toMatch(/减半后：525\.00 元.*只减一次/)
    expect(text).toContain('申请撤诉（诉讼费办法第15条）')
    expect(text).toMatch(/谁先交：原告/)
    expect(text).toMatch(/最后谁出：败诉方/)
    expect(text).toMatch(/费率自 2007-04-01 起施行/)
  })

  it.each(['江苏', '江苏省', 'jiangsu', 'Jiangsu'])('knows the limit of small claims in %s', async (province) => {
    const { out } = await run(`court-fee 50000 --province ${province}`)
    expect(out).toContain('符合：江苏省 2026 年：不超过 64610.00 元适用')
    expect(out).toContain('小额诉讼：还不能确定')
  })

  it('says that a limit is unknown, and that no other number stands in', async () => {
    expect((await run('court-fee 100 --province 北京')).out).toMatch(/北京市 2026 年的数没有查到.*不能用别的年份/)
    expect((await run('court-fee 100')).out).toContain('还不知道在哪个省起诉')
    expect((await run('court-fee 100 --province jiangsu --now 2025-03-01T10:00')).out).toContain('2025 年的数没有查到')
  })

  it('shuts small claims where an appraisal is needed or the sum is too high', async () => {
    expect((await run('court-fee 100 --appraisal')).out).toMatch(/小额诉讼：不适用.*\n.*\n.*不符合：不需要评估、鉴定/)
    expect((await run('court-fee 258440.01 --province 江苏')).out).toMatch(/小额诉讼：不适用/)
  })

  it.each([
    ['court-fee', '还缺 AMOUNT'],
    ['court-fee 一百', 'AMOUNT：“一百”不是可用的金额'],
    ['court-fee 12.345', '两位小数'],
    ['court-fee 100 --province jiangsi', '您是不是要写“'],
    ['court-fee 100 --province 江', '--province 没有“江”'],
    ['court-fee 100 --province Mars', '写省、自治区、直辖市的名称'],
    ['court-fee 100 --now 2007-03-31T10:00', '2007-03-31 的收费标准没有收录'],
  ])('refuses %s, saying how to mend it', async (words, why) => {
    const { ending, out, said } = await run(words)
    expect({ ending, out }).toEqual({ ending: 'misused', out: '' })
    expect(said.join()).toContain(why)
  })
})
