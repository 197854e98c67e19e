import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { type SmallClaimsQuestion, smallClaims } from './small-claims.ts'

const threshold = knowledge.thresholds['small-claims']

const plainCase: SmallClaimsQuestion = {
  province: 'jiangsu',
  day: '2026-03-01',
  claimFen: 129_900,
  plain: true,
  needsAppraisal: false,
  disputesAppraisal: false,
  exclusion: 'none',
}
const ask = (given: Partial<SmallClaimsQuestion> = {}) => smallClaims({ ...plainCase, ...given }, threshold)
const status = (given: Partial<SmallClaimsQuestion> = {}) => ask(given).status
const open = (given: Partial<SmallClaimsQuestion>) => ask(given).reasons.filter(({ met }) => met !== true)

describe('small claims', () => {
  it.each([
    [1, 'must'],
    [6_461_000, 'must'],
    [6_461_001, 'may-agree'],
    [25_844_000, 'may-agree'],
    [25_844_001, 'not'],
  ])('in Jiangsu in 2026 a claim of %d fen: %s', (claimFen, expected) => {
    expect(status({ claimFen })).toBe(expected)
  })

  it.each([
    ['jiangsu', '2024-06-01', 6_086_200, 24_344_800],
    ['jiangsu', '2026-01-04', 6_461_000, 25_844_000],
    ['zhejiang', '2022-01-11', 5_432_300, 21_729_000],
    ['shanghai', '2022-08-23', 6_837_850, 27_351_400],
    ['hunan', '2023-11-30', 4_570_700, 18_282_600],
  ])('%s on %s has the limits that were seen', (province, day, must, may) => {
    expect([must, must + 1, may, may + 1].map((claimFen) => status({ province, day, claimFen }))).toEqual([
      'must',
      'may-agree',
      'may-agree',
      'not',
    ])
  })

  it.each([
    ['jiangsu', '2026-01-03'],
    ['jiangsu', '2025-06-01'],
    ['zhejiang', '2022-01-10'],
    ['zhejiang', '2026-03-01'],
    ['beijing', '2026-03-01'],
    ['guangdong', '2026-03-01'],
    ['atlantis', '2026-03-01'],
    [undefined, '2026-03-01'],
  ])('in %s on %s are unknown, and no other number stands in', (province, day) => {
    expect(status({ province, day, claimFen: 1 })).toBe('unknown')
    const [why] = open({ province, day })
    expect(why?.text.zh).toMatch(/不能用.*全国的数代替/)
    expect(why?.text.en).toMatch(/no .*national figure stands in/)
  })

  it.each<[string, Partial<SmallClaimsQuestion>]>([
    ['不需要评估、鉴定', { needsAppraisal: true }],
    ['对起诉前的评估、鉴定结果没有异议', { disputesAppraisal: true }],
    ['没有涉外、一方下落不明、反诉等情形', { exclusion: 'counterclaim' }],
    ['事实清楚、权利义务明确、争议不大，而且只要求付钱', { plain: false }],
  ])('are shut where this fails: %s', (words, given) => {
    expect(ask(given)).toMatchObject({ status: 'not' })
    expect(open(given)).toEqual([{ text: expect.objectContaining({ zh: words }), met: false }])
    expect(status({ ...given, province: 'beijing' })).toBe('not')
  })

  it.each(['plain', 'needsAppraisal', 'disputesAppraisal', 'exclusion'] as const)('wait for %s', (fact) => {
    expect(status({ [fact]: undefined })).toBe('unknown')
    expect(open({ [fact]: undefined }).map(({ met }) => met)).toEqual([null])
  })

  it('name every reason, the limit with its year and its grade, and the provisions', () => {
    const { reasons, cites } = ask()
    expect(reasons).toHaveLength(5)
    expect(reasons.at(-1)?.text.zh).toBe(
      '江苏省 2026 年：不超过 64610.00 元适用，不超过 258440.00 元可以约定适用；本案 1299.00 元（转载的数，以法院公布为准）',
    )
    expect(cites).toEqual(['cvpl#165', 'cvpl#166', 'cvpi#272'])
  })

  it('are unknown without any numbers at all', () => {
    expect(smallClaims(plainCase, undefined).status).toBe('unknown')
  })

  it('say nothing of caution where the notice itself was seen', () => {
    if (threshold === undefined) throw new Error('no threshold')
    const seen = {
      ...threshold,
      provinces: threshold.provinces.map((province) => ({
        ...province,
        limits: province.limits.map((limit) => ({ ...limit, grade: 'A' as const })),
      })),
    }
    expect(smallClaims(plainCase, seen).reasons.at(-1)?.text.zh).not.toContain('转载')
  })
})

describe('the list of provinces', () => {
  it('has all 31, each once, and those without a number are listed as unknown', () => {
    const provinces = threshold?.provinces ?? []
    expect(new Set(provinces.map(({ id }) => id)).size).toBe(31)
    expect(provinces.filter(({ limits }) => limits.length > 0).map(({ id }) => id)).toEqual([
      'shanghai',
      'jiangsu',
      'zhejiang',
      'hunan',
    ])
  })

  it('is the one a user chooses the province of the court from', () => {
    const options = knowledge.facts['court.province']?.options ?? []
    expect(options.map(({ value, text }) => [value, text])).toEqual(
      threshold?.provinces.map(({ id, title }) => [id, title]),
    )
  })

  it('has only numbers about half and twice a wage', () => {
    for (const { mustUpToFen, mayUpToFen } of threshold?.provinces.flatMap(({ limits }) => limits) ?? [])
      expect(Math.abs(4 * mustUpToFen - mayUpToFen)).toBeLessThanOrEqual(200)
  })
})
