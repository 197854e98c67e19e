import { describe, expect, it } from 'vitest'
import { readKnowledge } from '../server/pack/knowledge-folder.ts'
import { run } from './world.fixture.ts'

const knowledge = await readKnowledge()
const claim = async (words: string) => JSON.parse((await run(`claim ${words} --json`)).out)

describe('youju claim', () => {
  it.each([
    ['--basis fraud --price 129', 50_000],
    ['--basis fraud --price 129 --with-refund', 12_900 + 50_000],
    ['--basis fraud --price 2000', 600_000],
    ['--basis fraud --price 2000 --with-refund', 200_000 + 600_000],
    ['--basis fraud --price 2010 --shipping 10', 600_000],
    ['--basis fraud-triple --price 2000', 600_000],
    ['--basis food --price 30', 100_000],
    ['--basis food --price 30 --with-refund', 3_000 + 100_000],
    ['--basis food --price 300 --loss 800', 300_000],
    ['--basis food --price 300 --loss 800 --with-refund', 330_000],
    ['--basis food-producer --price 300 --loss 1000.01', 300_003],
    ['--basis promise --price 200 --multiple 10', 200_000],
    ['--basis defect --loss 800', 160_000],
    ['--basis defect --medical 1000 --income 500', 300_000],
    ['--basis deposit --deposit 100 --contract 1000', 20_000],
    ['--basis deposit --deposit 300 --contract 1000', 50_000],
    ['--basis refund --price 1,299元', 129_900],
    ['--basis no-reason --price 200 --shipping 10', 19_000],
    ['--basis overcharge --price 999 --shipping 0 --owed 799', 20_000],
    ['--basis platform-description --price 1.5万', 20_000],
  ])('%s comes to %d fen', async (words, fen) => {
    expect((await claim(words)).fen).toBe(fen)
  })

  it('prints fen, steps and cites, and nothing else', async () => {
    const { ending, out, said } = await run('claim --basis fraud --price 129 --shipping 0 --with-refund --json')
    expect({ ending, said }).toEqual({ ending: 'holds', said: [] })
    expect(JSON.parse(out)).toEqual({
      fen: 62_900,
      steps: [
        { text: '订单实付金额：129.00 元', fen: 12_900 },
        { text: '价款的三倍：387.00 元', fen: 38_700 },
        { text: '三倍不足 500 元的按 500 元：500.00 元', fen: 50_000 },
        { text: '取其中最高的一项：500.00 元', fen: 50_000 },
        { text: '另退还实付价款：129.00 元', fen: 12_900 },
        { text: '合计：629.00 元', fen: 62_900 },
      ],
      cites: ['cpl#55.1', 'cplr#49', 'cer#86'],
    })
  })

  it('for people names the ground with its standing, what must be so, and that it judged nothing', async () => {
    const { lines } = await run('claim --basis food --price 30')
    expect(lines[0]).toBe('食品：向明知的商家要求的赔偿金：1000.00 元')
    const text = lines.join('\n')
    expect(text).toMatch(/依据（法律）：食安法第148条第2款/)
    expect(text).toMatch(/前提（这里没有判断）：\n {2}- .*商家经营时明知/)
    expect(text).toContain('加 --with-refund')
    expect((await run('claim --basis price-protection --price 10 --protected 9')).out).toContain('依据（平台规则）')
    const english = await run('claim --basis fraud --price 30 --with-refund --lang en')
    expect(english.lines[0]).toBe('deceit: added damages, with the refund: 530.00 yuan')
    expect(english.out).not.toContain('add --with-refund')
  })

  it('lists what a right needs, one line an element, alternatives together', async () => {
    const { out } = await run('claim --basis fraud-triple --price 30')
    expect(out).toContain('  - 有证据表明商家明知而欺骗；或者商品是假冒的，并且有品牌方')
    expect(out).toContain('  - 为生活消费购买')
  })

  it('cites only what was in force on the day', async () => {
    const { cites } = await claim('--basis fraud --price 30 --now 2020-01-01T10:00')
    expect(cites).toEqual(['cpl#55.1'])
    const before = await run('claim --basis fraud --price 30 --now 2010-01-01T10:00')
    expect(before.ending).toBe('misused')
    expect(before.said.join()).toContain('2010-01-01 没有施行')
  })

  it('says which option it had no use for', async () => {
    const { ending, said } = await run('claim --basis fraud --price 30 --shipping 0 --loss 5 --multiple 3')
    expect(ending).toBe('holds')
    expect(said).toEqual([expect.stringContaining('--loss'), expect.stringContaining('--multiple')])
  })

  it.each([
    ['claim', '请用 --basis 写明'],
    ['claim --basis froud', '您是不是要写“fraud”'],
    ['claim --basis fraud-tripel --price 1', '您是不是要写“fraud-triple”'],
    ['claim --basis toString', '没有“toString”'],
    ['claim --basis seller-identity', '没有“seller-identity”'],
    ['claim --basis fraud', '还缺 --price'],
    ['claim --basis no-reason --price 5', '还缺 --shipping'],
    ['claim --basis promise --price 5', '还缺 --multiple'],
    ['claim --basis injury', '--medical、--care、--income、--property、--other-loss（至少写一项）'],
    ['claim --basis fraud --price abc', '选项 --price：“abc”不是可用的金额'],
    ['claim --basis promise --price 5 --multiple 0', '1 到 1000 的整数'],
    ['claim --basis promise --price 5 --multiple 1001', '1 到 1000 的整数'],
    ['claim --basis promise --price 5 --multiple 1.5', '“1.5”不是可用的倍数'],
    ['claim --basis refund --price 5 --with-refund', '--with-refund 只用于'],
    ['claim --basis defect --loss 5 --with-refund', '--with-refund 只用于'],
    ['claim --basis fraud --prise 5', '您是不是要写“--price”'],
  ])('refuses %s, saying how to mend it', async (words, why) => {
    const { ending, out, said } = await run(words)
    expect({ ending, out }).toEqual({ ending: 'misused', out: '' })
    expect(said.join()).toContain(why)
  })

  it('names every basis in its help, in both languages', async () => {
    for (const lang of ['zh-CN', 'en']) {
      const help = (await run(`claim --help --lang ${lang}`)).out
      expect(Object.keys(knowledge.bases).filter((id) => !new RegExp(`(^|\\s)${id}(\\s|$)`, 'm').test(help))).toEqual(
        [],
      )
    }
  })
})
