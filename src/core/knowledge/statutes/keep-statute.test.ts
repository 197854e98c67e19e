import { describe, expect, it } from 'vitest'
import { hasArticle, importedArticle, statuteOn } from './imported-statutes.ts'
import { keepStatute } from './keep-statute.ts'
import type { ReadStatute, Statute } from './statute.ts'

const source = (file: string) => ({ file, sha256: 'a'.repeat(64), importedAt: '2026-11-27T00:00:00Z' })
const text = (articles: Record<string, string>, days: Partial<ReadStatute> = {}): ReadStatute => ({
  title: '风筝法',
  day: '2019-08-06',
  published: '2019-08-06',
  effective: null,
  ...days,
  articles: Object.entries(articles).map(([article, words]) => ({ article, under: [], text: words })),
})
const kept = (held: Statute | undefined, read: ReadStatute, file = '风筝法.md') => {
  const result = keepStatute(held, read, source(file))
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('keeping imported statutes', () => {
  const first = kept(undefined, text({ '1': '放风筝。', '2': '收风筝。' })).statute

  it('takes a new version, and nothing a second time', () => {
    expect(first.articles).toHaveLength(2)
    expect(kept(first, text({ '1': '放风筝。', '2': '收 风筝。' }))).toEqual({
      status: 'same',
      statute: first,
      added: 0,
    })
  })
  it('adds articles that were missing, in their order, each with its file', () => {
    const { status, statute } = kept(first, text({ '1-1': '夜里不放。', '2': '收风筝。' }), '补.md')
    expect(status).toBe('added')
    expect(statute.articles.map(({ article, source }) => [article, statute.sources[source]?.file])).toEqual([
      ['1', '风筝法.md'],
      ['1-1', '补.md'],
      ['2', '风筝法.md'],
    ])
  })
  it('refuses a file in which one held article says anything else, and names it', () => {
    const result = keepStatute(first, text({ '2': '不收风筝。', '3': '新的。' }), source('改.md'))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'statute-differs', at: '改.md' } })
    expect(!result.ok && result.refusal.text.zh).toContain('第 2 条')
  })
})

describe('looking up imported statutes', () => {
  const old = kept(
    undefined,
    text({ '1': '旧的。', '2': '旧的。' }, { day: '2010-05-01', published: '2010-05-01', effective: '2010-09-01' }),
  )
  const now = kept(undefined, text({ '1': '新的。', '2': '新的。', '3': '新的。' }, { effective: '2020-01-01' }))
  const excerpt = kept(undefined, { ...text({ '5': '线。' }), title: '线法' })
  const statutes = [now.statute, old.statute, excerpt.statute]
  const law = { title: '中华人民共和国风筝法' }

  it('finds the version that counts on a day', () => {
    expect(statuteOn(statutes, law, '2010-08-31')).toBeUndefined()
    expect(statuteOn(statutes, law, '2019-12-31')?.day).toBe('2010-05-01')
    expect(statuteOn(statutes, law, '2020-01-01')?.day).toBe('2019-08-06')
  })
  it('gives an article with its file', () => {
    expect(importedArticle(statutes, law, '1', '2026-01-01')).toMatchObject({
      text: '新的。',
      file: '风筝法.md',
      day: '2019-08-06',
    })
  })
  it('tells whether an article is there, and when it cannot tell', () => {
    expect(hasArticle(statutes, law, '3', '2026-01-01')).toBe(true)
    expect(hasArticle(statutes, law, '3', '2015-01-01')).toBe(false)
    expect(hasArticle(statutes, law, '3', '2009-01-01')).toBeUndefined()
    expect(hasArticle(statutes, { title: '线法' }, '5', '2026-01-01')).toBe(true)
    expect(hasArticle(statutes, { title: '线法' }, '6', '2026-01-01')).toBeUndefined()
    expect(hasArticle(statutes, { title: '灯法' }, '1', '2026-01-01')).toBeUndefined()
  })
})
