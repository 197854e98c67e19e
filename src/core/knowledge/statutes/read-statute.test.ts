import { describe, expect, it } from 'vitest'
import { readHead, readStatute } from './read-statute.ts'
import type { ReadStatute } from './statute.ts'

/** A statute made up for these tests. */
const kites = `中华人民共和国风筝法

2010年5月1日第一届风筝大会第二次会议通过　根据2019年8月6日《关于修改〈中华人民共和国风筝法〉的决定》修正

目录
第一章 总则
第二章 放飞

第一章　总则

第一条　为了放好风筝，制定本法。

第二条　本法所称风筝，包括：
（一）纸的；
（二）布的。

第十条规定的风筝，适用前款。

第二章 放飞
第一节 场地
第三条 放风筝应当离开电线五十米。
第三条之一 夜里不放。
第十二条 自2010年9月1日起施行。
`
const read = (text: string, file = '风筝法.txt', ...around: [Parameters<typeof readStatute>[2]?]): ReadStatute => {
  const result = readStatute(text, file, ...around)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const refused = (text: string, file = '风筝法.txt') => {
  const result = readStatute(text, file)
  return result.ok ? undefined : result.refusal.code
}

describe('reading a statute', () => {
  it('finds title, days and articles with the chapter they stand in', () => {
    const { title, day, published, effective, articles } = read(kites)
    expect({ title, day, published, effective }).toEqual({
      title: '中华人民共和国风筝法',
      day: '2019-08-06',
      published: '2019-08-06',
      effective: null,
    })
    expect(articles.map(({ article }) => article)).toEqual(['1', '2', '3', '3-1', '12'])
    expect(articles[1]).toEqual({
      article: '2',
      under: ['第一章 总则'],
      text: '本法所称风筝，包括：\n（一）纸的；\n（二）布的。\n第十条规定的风筝，适用前款。',
    })
    expect(articles[3]).toEqual({ article: '3-1', under: ['第二章 放飞', '第一节 场地'], text: '夜里不放。' })
  })

  it.each([
    [
      'Markdown with front matter, headings and bold',
      '---\nsidebar: auto\n---\n\n# 中华人民共和国风筝法\n\n2019年8月6日通过\n\n## 第一章　总则\n\n**第一条**　放风筝。\n\n> **第二条**　收风筝。',
    ],
    [
      'a byte order mark and CRLF',
      '\uFEFF中华人民共和国风筝法\r\n2019年8月6日通过\r\n第一章 总则\r\n第一条 放风筝。\r\n第二条 收风筝。\r\n',
    ],
    [
      'paragraphs parted by two wide blanks',
      '中华人民共和国风筝法\n（2019年8月6日公布）\n第一章 总则\n　　第一条　放风筝。　　第二条　收风筝。',
    ],
    [
      'digits, and blanks inside the number',
      '中华人民共和国风筝法\n2019-08-06 公布\n第一章 总则\n第 1 条 放风筝。\n第２条　收风筝。'.normalize('NFKC'),
    ],
    [
      'a title over two lines',
      '中华人民共和国\n风筝法\n2019年8月6日公布\n第一章 总则\n第一条 放风筝。\n第二条 收风筝。',
    ],
  ])('reads %s', (_, text) => {
    expect(read(text)).toMatchObject({
      title: '中华人民共和国风筝法',
      day: '2019-08-06',
      articles: [
        { article: '1', under: ['第一章 总则'], text: '放风筝。' },
        { article: '2', under: ['第一章 总则'], text: '收风筝。' },
      ],
    })
  })

  it.each([
    ['风筝办法\n（2024年3月1日公布，自2024年5月1日起施行）\n第一条 一。', '2024-03-01', '2024-05-01'],
    ['风筝办法\n2024年3月1日公布\n第一条 一。\n第二条 本办法自2024年5月1日起施行。', '2024-03-01', '2024-05-01'],
    ['风筝办法\n2024年3月1日公布\n第一条 一。\n第二条 本办法自公布之日起施行。', '2024-03-01', '2024-03-01'],
    ['风筝办法\n二〇二四年三月一日公布\n第一条 一。', '2024-03-01', null],
    [
      '风筝办法\n2001年3月1日公布　2024年3月1日修订\n第一条 一。\n第二条 本办法自2001年5月1日起施行。',
      '2024-03-01',
      null,
    ],
    ['风筝办法\n第一条 一。\n第二条 本办法自2024年5月1日起施行。', null, '2024-05-01'],
  ])('tells the days of %j', (text, published, effective) => {
    expect(read(text)).toMatchObject({ published, effective, day: published ?? effective })
  })

  it('takes the day from the end of the name of a file, as the database names its downloads', () => {
    const text = '中华人民共和国风筝法\n第一条 放风筝。'
    for (const name of ['中华人民共和国风筝法_20190806.docx', '风筝法(2019-08-06).md'])
      expect(read(text, name).published).toBe('2019-08-06')
  })

  it('reads a part by the head that stands in a file beside it', () => {
    const head = readHead('# 风筝法\n\n2019年8月6日通过\n\n- 第一编', 'README.md')
    expect(read('# 第二编　线\n\n**第五条**　放线。', '02-lines.md', head)).toMatchObject({
      title: '风筝法',
      day: '2019-08-06',
      articles: [{ article: '5', under: ['第二编 线'] }],
    })
    expect(readHead(kites, '风筝法.txt')).toBeUndefined()
  })

  it('leaves what a text quotes and what is appended to it where they are', () => {
    const { articles } = read('风筝法\n2019年8月6日通过\n第二条 删去下面一条：\n第一条 旧的。\n', '风筝法.txt')
    expect(articles.map(({ article }) => article)).toEqual(['2'])
    expect(read(`${kites}附件：\n第十三条 表格`).articles.map(({ article }) => article)).not.toContain('13')
  })

  it.each(['　'.repeat(300_000), '<!--'.repeat(300_000), '('.repeat(300_000), `第${'一'.repeat(300_000)}条`])(
    'is not slowed by a text made to slow it (%#)',
    (text) => {
      const before = performance.now()
      readStatute(`风筝法\n${text}`, '风筝法.txt')
      expect(performance.now() - before).toBeLessThan(3000)
    },
  )

  it('refuses what it cannot tell', () => {
    expect(refused('说明\n\n这里没有条文。')).toBe('no-articles')
    expect(refused('第一条 放风筝。', '文件.txt')).toBe('no-title')
    expect(refused('风筝法\n第一条 放风筝。')).toBe('no-day')
  })
})
