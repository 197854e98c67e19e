import { describe, expect, it } from 'vitest'
import { run } from '../world.fixture.ts'

const shown = async (words: string) => JSON.parse((await run(`law ${words} --json`)).out)

describe('youju law show', () => {
  it('prints a provision for people: what it says, since when, where it was read, what rests on it', async () => {
    const { ending, out, said } = await run('law show 消法25')
    expect({ ending, said }).toEqual({ ending: 'holds', said: [] })
    for (const part of [
      '消法第25条',
      'cpl#25',
      '内容：网购',
      '举证（推论，条文没有写）',
      '2014-03-15 起；2026-09-20 有效',
    ])
      expect(out).toContain(part)
    expect(out).toMatch(/核验：A，见过全文；读自 S1/)
    expect(out).toContain('(no-reason-refund)')
    expect(out).toContain('更正指南：C06 [不对]')
  })

  it.each(['cpl#25', '《消费者权益保护法》第二十五条', '消费者权益保护法第25条第1款', '消保法 二十五'])(
    'reads %s as cpl#25 in JSON',
    async (words) => {
      expect(await shown(`show ${words}`)).toMatchObject({
        ref: 'cpl#25',
        law: '中华人民共和国消费者权益保护法',
        article: '25',
        title: '网购七日无理由退货',
        standing: 'law',
        grade: 'A',
        on: '2026-09-20',
        inForce: true,
        from: '2014-03-15',
        to: null,
        checkedOn: '2026-08-19',
        corrects: [{ number: 'C06', verdict: 'wrong' }, { number: 'C07' }],
      })
    },
  )

  it('says so when a paragraph has no entry of its own', async () => {
    expect((await run('law show cpl#25.1')).out).toContain('没有单独收 cpl#25.1，下面是整条')
    expect((await run('law show cpl#44.1')).out).not.toContain('整条')
  })

  it('gives the text of the day and says that it is another', async () => {
    const { ending, out } = await run('law show chm#15 --on 2026-04-14')
    expect(ending).toBe('holds')
    expect(out).toContain('chm#15 在 2026-04-14 不是有效的文本；那一天有效的是：')
    expect(out).toContain('《市场监督管理投诉举报处理暂行办法》')
    expect(await shown('show chm#15 --on 2026-04-14')).toMatchObject({ ref: 'chm2020#14', on: '2026-04-14' })
    expect(await shown('show chm#15 --on 2026-04-15')).toMatchObject({ ref: 'chm#15' })
  })

  it('counts by --now when no day is given', async () => {
    expect(await shown('show chm#15 --now 2026-04-14T12:00:00+08:00')).toMatchObject({ ref: 'chm#15', inForce: false })
    expect(await shown('show chm#15 --now 2026-04-15T12:00:00+08:00')).toMatchObject({ ref: 'chm#15', inForce: true })
  })

  it('answers no when no text was in force on the day', async () => {
    const { ending, out, said } = await run('law show chm#15 --on 2019-12-31')
    expect({ ending, out }).toEqual({ ending: 'falls-short', out: '' })
    expect(said[0]).toContain('没有有效的文本')
  })

  it('prints every entry of an article, in JSON the others under also', async () => {
    expect((await run('law show 消法44')).out).toMatch(/第44条第1款[\s\S]*第44条第2款/)
    expect(await shown('show 消法44')).toMatchObject({ ref: 'cpl#44.1', also: [{ ref: 'cpl#44.2' }] })
    expect(await shown('show 消法44条2款')).not.toHaveProperty('also')
  })

  it('lists what is held of a law, with --json as an array', async () => {
    const { lines } = await run('law show 消法')
    expect(lines[0]).toBe('《中华人民共和国消费者权益保护法》（cpl）')
    expect(lines).toContain('cpl#7  消法第7条  人身财产安全')
    const seven = { ref: 'cpl#7', article: '7', title: '人身财产安全', standing: 'law', grade: 'A', to: null }
    expect(await shown('show 消法')).toContainEqual(expect.objectContaining(seven))
  })

  it.each([
    ['law show', '还缺 WORDS…'],
    ['law', '还缺 show|search'],
    ['law shwo cpl#25', '没有“shwo”，您是不是要写“show”'],
    ['law show 消法999', '没有收在这里（不等于没有这一条）'],
    ['law show 量子法1', '没有找到“量子法1”指的法律'],
    ['law show cpl#25 --on 2026-02-30', '选项 --on：“2026-02-30”不是一个日期'],
    ['law show cpl#25 -n 3', '没有“-n”这个选项'],
    ['law search 定金 --on 2026-01-01', '没有“--on”这个选项'],
    ['law search 定金 -n 0', '要写 1 至 100 的整数，这里是“0”'],
    ['law search 定金 -n 1.5', '要写 1 至 100 的整数'],
    ['law show C61', '没有“C61”这一条；指南说法编号是 C01 到 C60'],
  ])('%s is refused with the next step', async (words, message) => {
    const { ending, out, said } = await run(words)
    expect({ ending, out, told: said.length }).toEqual({ ending: 'misused', out: '', told: 1 })
    expect(said[0]).toContain(message)
  })

  it('speaks English around the Chinese texts', async () => {
    const { out } = await run('law show cpl#24 --lang en')
    for (const part of [
      'Says: 商品不符合',
      'Except (inferred, not in the article): ',
      'from 2014-03-15; on 2026-09-20 in force',
    ])
      expect(out).toContain(part)
  })
})

describe('youju law show guide', () => {
  it('lists the sixty claims with their verdicts', async () => {
    const { ending, lines } = await run('law show guide')
    expect({ ending, count: lines.length }).toEqual({ ending: 'holds', count: 60 })
    expect(lines[5]).toMatch(/^C06 \[不对\] /)
    const rows = await shown('show guide')
    expect(rows[5]).toMatchObject({ number: 'C06', verdict: 'wrong', cites: expect.arrayContaining(['cpl#25']) })
  })

  it.each(['guide c06', 'guide C06', 'guide 6', 'C06', 'c06-no-reason-is-article-25', '指南 6'])(
    'shows one claim asked for as %s',
    async (words) => {
      expect(await shown(`show ${words}`)).toMatchObject({ number: 'C06', id: 'c06-no-reason-is-article-25' })
    },
  )

  it('says what is so, on what ground, and what is done here', async () => {
    const { out } = await run('law show C37')
    for (const part of [
      '[不对]',
      '实际上：第四十九条讲合同成立',
      '依据：电商法第49条 (ecl#49)',
      '这里怎么做：',
      '权利 platform-joint-liability',
    ])
      expect(out).toContain(part)
    expect((await run('law show C37 --lang en')).out).toContain('[wrong] ')
  })
})

describe('youju law search', () => {
  it('prints refs, citations and titles, best first', async () => {
    const { ending, lines } = await run('law search 七天无理由 -n 3')
    expect(ending).toBe('holds')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('1. cpl#25  消法第25条  网购七日无理由退货')
  })

  it('takes words with blanks, ten answers unless told otherwise, and prints JSON', async () => {
    const hits = await shown('search 快递 放驿站 没经过我同意')
    expect(hits).toHaveLength(10)
    expect(Object.keys(hits[0])).toEqual(['ref', 'law', 'article', 'title', 'score'])
    expect(hits.slice(0, 3).map(({ ref }: { ref: string }) => ref)).toContain('exm#28')
  })

  it('answers no when nothing fits', async () => {
    const { ending, out, said } = await run('law search 魑魅魍魉')
    expect({ ending, out }).toEqual({ ending: 'falls-short', out: '' })
    expect(said[0]).toContain('没有找到合适的条文')
    expect((await run('law search 魑魅魍魉 --json')).out).toBe('[]\n')
  })
})
