import { describe, expect, it } from 'vitest'
import type { Exhibit } from '../../case/case.ts'
import type { Block } from '../outline.ts'
import { exhibit, sampleCase, sampleDossier } from '../sample-case.fixture.ts'
import { exhibitList } from './exhibit-list.ts'

const kinds = { electronic: '电子数据', kinds: [{ kind: '书证', of: ['test-report', 'invoice'] as Exhibit['kind'][] }] }

function row(kind: Exhibit['kind'], more: Partial<Exhibit> = {}): readonly string[] {
  const dossier = sampleDossier(sampleCase({ evidence: [exhibit('E1', kind, '某物', more)] }))
  const respondents = [1, 2].map(() => ({ party: 'seller' as const, title: '', role: '' }))
  const [table] = exhibitList({ exhibits: kinds }, { ...dossier, respondents }).blocks
  return (table as Block & { type: 'table' }).rows[0]?.map(({ text }) => text) ?? []
}

describe('the list of exhibits', () => {
  it('says of each what it is, where it is from, what it proves, and in how many copies', () => {
    const taken = { takenAt: '2026-03-19T02:00:00Z', proves: '拒绝退货' }
    expect(row('chat', taken)).toEqual([
      '图1',
      '某物',
      '电子数据',
      '京东手机应用“我的订单”（取得时间：2026年3月19日10时00分）',
      '拒绝退货',
      '打印件；原始载体：手机（本人保管）',
      '＿＿',
      '2份',
      `evidence/E1.png\n${'31'.repeat(32)}`,
    ])
  })

  it.each([
    ['test-report', { original: '纸质原件由本人保管' }, '书证', '复制件；原件：纸质原件由本人保管'],
    ['invoice', { original: '电子发票原文件' }, '电子数据', '打印件；原始载体：电子发票原文件'],
    ['test-report', { original: '本人手机短信' }, '电子数据', '打印件；原始载体：本人手机短信'],
    ['unboxing-video', { mime: 'video/mp4', original: undefined }, '电子数据', '电子文件；原始载体：未填写'],
    ['test-report', { mime: 'audio/mpeg', original: '录音笔' }, '电子数据', '电子文件；原始载体：录音笔'],
  ] as const)('names the kind the law knows: %s %j', (kind, more, named, form) => {
    const { original, ...rest } = more as { original?: string; mime?: string }
    const { original: _kept, ...bare } = exhibit('E1', kind, '某物')
    const one = { ...bare, ...rest, ...(original === undefined ? {} : { original }) }
    const dossier = sampleDossier(sampleCase({ evidence: [one] }))
    const [table] = exhibitList({ exhibits: kinds }, dossier).blocks
    const cells = (table as Block & { type: 'table' }).rows[0]?.map(({ text }) => text)
    expect([cells?.[2], cells?.[5]]).toEqual([named, form])
  })
})
