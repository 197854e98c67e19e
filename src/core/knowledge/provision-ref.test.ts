import { describe, expect, it } from 'vitest'
import { smallBase } from './base.fixture.ts'
import { chineseNumber, citeText, findProvision, isInForce, parseRef, shortCite } from './provision-ref.ts'

const { knowledge } = smallBase()

describe('findProvision', () => {
  it('finds an article, a paragraph with its own entry, and any article of a group', () => {
    expect(findProvision(knowledge, 'cpl#25')?.provision.title).toBe('无理由退货')
    expect(findProvision(knowledge, 'cpl#44.1')?.provision.key).toBe('44.1')
    expect(findProvision(knowledge, 'cpl#9')?.provision.key).toBe('8-10')
  })
  it('falls back from an unknown paragraph to the article', () => {
    expect(findProvision(knowledge, 'cpl#25.1')?.provision.key).toBe('25')
  })
  it('takes the version of the day: the old one up to its last day, the new one from its first', () => {
    expect(findProvision(knowledge, 'chm#15', '2026-04-14')?.provision.title).toBe('旧办法')
    expect(findProvision(knowledge, 'chm#15', '2026-04-15')?.provision.title).toBe('新办法')
    expect(findProvision(knowledge, 'chm#15', '2019-12-31')).toBeUndefined()
    expect(findProvision(knowledge, 'chm#15')?.provision.title).toBe('新办法')
  })
  it('knows nothing of other laws, articles and things that are no refs', () => {
    for (const ref of ['cpl#999', 'nope#1', 'cpl', '#25', 'cpl#', '消法25'])
      expect(findProvision(knowledge, ref)).toBeUndefined()
  })
  it('finds an interpretation that reaches back for an earlier purchase, but not before it was made', () => {
    expect(findProvision(knowledge, 'fpi#1', '2024-01-01', '2026-11-20')?.provision.key).toBe('1')
    expect(findProvision(knowledge, 'fpi#1', '2024-01-01', '2024-08-21')).toBeUndefined()
    expect(findProvision(knowledge, 'fpi#1', '2024-01-01')).toBeUndefined()
    expect(findProvision(knowledge, 'chm#15', '2019-12-31', '2026-11-20')).toBeUndefined()
  })
  it('takes an unstated first day as in force', () => {
    const provision = findProvision(knowledge, 'cpl#8', '1990-01-01')?.provision
    expect(provision && isInForce(provision, '1990-01-01')).toBe(true)
  })
})

describe('citing', () => {
  it('names law, article and paragraph as Chinese papers do', () => {
    expect(citeText(knowledge, 'cpl#44.1')).toBe('《中华人民共和国消费者权益保护法》第四十四条第一款')
    expect(shortCite(knowledge, 'cpl#44.1')).toBe('消法第44条第1款')
    expect(shortCite(knowledge, 'chm#15')).toBe('投诉办法第15条')
  })
  it('names a group of articles from first to last, and a sub-article by its number', () => {
    expect(citeText(knowledge, 'cpl#8-10')).toBe('《中华人民共和国消费者权益保护法》第八条至第十条')
    expect(citeText(knowledge, 'cpl#253-1')).toBe('《中华人民共和国消费者权益保护法》第二百五十三条之一')
    expect(shortCite(knowledge, 'cpl#253-1')).toBe('消法第253条之1')
  })
  it('names a text without article numbers by what the entry is about', () => {
    expect(citeText(knowledge, 'help#452-1570')).toBe('《帮助页》（纠纷单条件）')
  })
  it('returns an unknown ref as it is', () => {
    expect(citeText(knowledge, 'cpl#999')).toBe('cpl#999')
    expect(shortCite(knowledge, 'cpl#999')).toBe('cpl#999')
  })
  it.each([
    [1, '一'],
    [10, '十'],
    [19, '十九'],
    [20, '二十'],
    [110, '一百一十'],
    [148, '一百四十八'],
    [105, '一百零五'],
    [1203, '一千二百零三'],
    [1010, '一千零一十'],
    [500, '五百'],
  ])('writes %i as %s', (n, text) => expect(chineseNumber(n)).toBe(text))
  it('splits sub-articles', () => {
    expect(parseRef('crl#253-1')).toEqual({ law: 'crl', key: '253-1', article: '253-1' })
  })
})
