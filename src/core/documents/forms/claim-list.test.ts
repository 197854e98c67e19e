import { describe, expect, it } from 'vitest'
import type { Case } from '../../case/case.ts'
import type { ClaimLine } from '../../knowledge/letters/letter-part.ts'
import type { Block } from '../outline.ts'
import { now, sampleAdvice, sampleCase, sampleDossier } from '../sample-case.fixture.ts'
import { claimList } from './claim-list.ts'

const lines: readonly ClaimLine[] = [
  { label: '退款', takes: { remedies: ['refund'] } },
  { label: '解除', restsOn: ['cpl#24'], text: '解除合同。', blank: '＿' },
  { label: '撤销', restsOn: ['cc#148'], text: '撤销合同。', blank: '＿' },
  { label: '更换', takes: { remedies: ['exchange'] }, blank: '＿' },
  { label: '对平台', takes: { against: ['platform'] } },
  { label: '诉讼费', always: '由被告承担。' },
  { label: '保全费', byHand: '金额＿' },
  { label: '其他', rest: true, blank: '＿' },
]

function rows(changes: Partial<Case> = {}, more: readonly string[] = []) {
  const advice = sampleAdvice()
  const found = more.map((id) => ({ id, title: id, status: 'applies' as const, reasons: [], cites: [] }))
  const dossier = sampleDossier(sampleCase(changes), { ...advice, rights: [...advice.rights, ...found] })
  const [table] = claimList({ claims: lines }, { ...dossier, rights: dossier.everyRight }).blocks
  return (table as Block & { type: 'table' }).rows.map((row) => row.map(({ text }) => text))
}
const chosen = (fen: number | undefined, rights: readonly string[]) => ({
  demands: [{ at: now, words: '按我说的办', rights, ...(fen === undefined ? {} : { fen }) }],
})

describe('the checklist of claims', () => {
  it('ticks what is demanded, each right on the first line that takes it, the rest on the last', () => {
    expect(rows({}, ['joint'])).toEqual([
      ['退款', '■', '退货，退还已付价款人民币1299.00元。'],
      ['解除', '■', '解除合同。'],
      ['撤销', '□', '＿'],
      ['更换', '□', '＿'],
      ['对平台', '■', '由平台承担连带责任。'],
      ['诉讼费', '■', '由被告承担。'],
      ['保全费', '□', '金额＿'],
      ['其他', '■', expect.stringMatching(/^承担退货的运输等必要费用。\n按平台规则举证。$/)],
    ])
  })

  it('puts the user’s own words on the last line, and no sum beside another', () => {
    const told = rows(chosen(50000, ['fault-refund']))
    expect(told[0]).toEqual(['退款', '■', 'fault-refund。'])
    expect(told[7]).toEqual(['其他', '■', '按我说的办（人民币500.00元）。'])
  })

  it('keeps the sums of the rights where they are what the user asks for, or the user names none', () => {
    const line = ['退款', '■', '退货，退还已付价款人民币1299.00元。']
    expect(rows(chosen(129900, ['fault-refund']))[0]).toEqual(line)
    const silent = rows(chosen(undefined, ['fault-refund']))
    expect([silent[0], silent[7]]).toEqual([line, ['其他', '■', '按我说的办。']])
  })
})
