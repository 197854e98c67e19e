import { describe, expect, it } from 'vitest'
import { smallBase } from '../base.fixture.ts'
import { checkKnowledge } from '../check-all.ts'

type Edits = Parameters<typeof smallBase>[0]
const swap = (from: string, to: string) => (text: string) => text.replace(from, to)

const door = (id: string, kind: string, rest: string) => `
id: ${id}
title: { zh: 门, en: a door }
kind: ${kind}
standing: law
steps: [{ zh: 敲, en: knock }]
${rest}
source: [cpl#24]
checked-on: 2026-07-17
`
const shuts = (channel: string, cites = 'cpl#24') =>
  `closes: [{ channel: ${channel}, because: { zh: 关, en: shut }, cites: [${cites}] }]`

describe('doors that agree', () => {
  it('say by which provision they shut another, stand beside none they shut, and come after it', () => {
    const edits = {
      'channels/judge.yaml': door('judge', 'court', shuts('complaint-12315')),
      'channels/complaint-12315.yaml': door('complaint-12315', 'authority', shuts('ticket')),
      'channels/ticket.yaml': door('ticket', 'platform', shuts('ticket', '')),
      'problems/quality-defect.yaml': swap('[seller]', '[seller, ticket, complaint-12315, judge]'),
    }
    expect(checkKnowledge(smallBase(edits))).toEqual([])
  })

  it.each<[string, string, Edits]>([
    [
      'shut another by no provision',
      'seller',
      { 'channels/judge.yaml': door('judge', 'association', shuts('seller', '')) },
    ],
    [
      'shut what stands beside them',
      'seller (beside)',
      { 'channels/judge.yaml': door('judge', 'association', `${shuts('seller')}\nbeside: [seller]`) },
    ],
    [
      'shut one that says it stands beside them',
      'seller (beside)',
      {
        'channels/judge.yaml': door('judge', 'association', shuts('seller')),
        'channels/seller.yaml': (text) => `${text}beside: [judge]`,
      },
    ],
    [
      'try a dispute and leave the regulator open',
      'complaint-12315',
      {
        'channels/judge.yaml': door('judge', 'arbitration', ''),
        'channels/complaint-12315.yaml': door('complaint-12315', 'authority', ''),
      },
    ],
    [
      'stand in a problem before the platform’s door they shut',
      'judge → ticket',
      {
        'channels/judge.yaml': door('judge', 'association', shuts('ticket')),
        'channels/ticket.yaml': door('ticket', 'platform', ''),
        'problems/quality-defect.yaml': swap('[seller]', '[seller, judge, ticket]'),
      },
    ],
    [
      'lead with a contact that only the guide gives',
      '我的',
      {
        'channels/seller.yaml': (text) =>
          `${text}contacts: [{ kind: app, value: 我的, standing: guide, source: guide, checked-on: 2026-05-14 }]`,
      },
    ],
  ])('do not %s', (_, detail, edits) => {
    const found = checkKnowledge(smallBase(edits))
    expect(found.map(({ rule }) => rule)).toEqual(['doors-agree'])
    expect(found[0]?.why.zh).toContain(detail)
  })
})
