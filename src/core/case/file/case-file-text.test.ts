import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given, history, now, open, sha } from '../case.fixture.ts'
import type { Case } from '../case.ts'
import { fold } from '../fold.ts'
import { readCaseFile } from './case-file.ts'
import { caseFileText } from './case-file-text.ts'

function filesOf(kase: Case): ReadonlyMap<string, string> {
  return new Map(kase.evidence.filter(({ withdrawn }) => withdrawn !== true).map(({ id, file }) => [id, file]))
}

function reading(kase: Case) {
  const files = filesOf(kase)
  const text = caseFileText({ kase, files })
  const read = readCaseFile({
    text,
    name: 'case.yaml',
    id: 'other',
    now: '2027-06-01T00:00:00Z',
    files: kase.evidence.filter(({ id }) => files.has(id)),
  })
  return { read, text }
}

/** The case as its own file tells it. */
function reread(kase: Case): Case {
  const { read, text } = reading(kase)
  if (!read.ok) throw new Error(`${read.refusals.map((refusal) => refusal.text.en).join('\n')}\n${text}`)
  return read.case
}

/** What a correction or an erasure can leave of a case that nobody could tell anew: times against each other, a number gone. */
const leftBehind = ['contradiction', 'filing-repeated', 'order-number-missing']

/** What the form has words for, without what follows from when and in which order it was recorded. */
function essence(kase: Case) {
  const there = filesOf(kase)
  const by = (ids: readonly string[]) => ids.filter((id) => there.has(id))
  const bare = ({ id: _, ...rest }: { readonly id: string }) => rest
  return printable({
    id: kase.id,
    status: kase.status,
    order: kase.order,
    consumer: kase.consumer,
    problem: { ...kase.problem, types: kase.problem.types.filter(({ confirmed }) => confirmed) },
    facts: Object.fromEntries(
      Object.entries(kase.facts).map(([fact, { at: _, ...stated }]) => [fact, { ...stated, by: by(stated.by) }]),
    ),
    evidence: kase.evidence.filter(({ id }) => there.has(id)).map(({ addedAt: _, ...exhibit }) => exhibit),
    contacts: kase.contacts.map((contact) => ({ ...bare(contact), by: by(contact.by) })),
    filings: kase.filings.map((filing) => ({
      ...bare(filing),
      replies: filing.replies.map((reply) => ({ ...bare(reply), by: by(reply.by) })),
    })),
    offers: kase.offers.map(bare),
    demands: kase.demands,
    remedies: kase.remedies.map(bare),
    money: kase.money.map(bare),
    closing: kase.closing,
  })
}

/** Characters that a case file cannot hold stand there as the mark for such. */
function printable(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, inner) =>
    typeof inner === 'string' ? inner.replaceAll(unprintable, '\ufffd') : inner,
  )
  return JSON.parse(text)
}
const unprintable = /[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

describe('a case written as case.yaml', () => {
  it('reads back as the same case, whatever it went through', () => {
    fc.assert(
      fc.property(history, (log) => {
        const kase = fold(log)
        const { read, text } = reading(kase)
        if (read.ok) expect(essence(read.case)).toEqual(essence(kase))
        else {
          expect(log.some(({ type }) => type === 'EventCorrected' || type === 'PayloadErased')).toBe(true)
          expect({
            codes: read.refusals.map(({ code }) => code).filter((code) => !leftBehind.includes(code)),
            text,
          }).toEqual({ codes: [], text })
        }
      }),
      { numRuns: 200 },
    )
  })

  it('tells what was said to be empty from what was never said', () => {
    const kase = fold(
      given(
        open,
        { type: 'RecordOrder', at: now, payload: { invoice: {}, platform: '' } },
        { type: 'RecordConsumer', at: now, payload: { phone: '' } },
      ),
    )
    expect(reread(kase)).toMatchObject({ order: { items: [], invoice: {}, platform: '' }, consumer: { phone: '' } })
  })

  it('looks as one would write it by hand', () => {
    const kase = fold(
      given(
        open,
        {
          type: 'RecordOrder',
          at: now,
          payload: {
            number: '300000000001',
            shop: { name: '示例店', selfOperated: false },
            items: [{ name: '手表', priceFen: 129_990, quantity: 1, flags: [] }],
            signedAt: '2026-09-05T04:00:00Z',
            paidAt: '2026-09-01T02:01:30Z',
          },
        },
        { type: 'DescribeProblem', at: now, payload: { words: '第一行：坏了\n第二行 # 不是注释' } },
        { type: 'ConfirmProblem', at: now, payload: { type: 'food_safety', confirmed: false } },
        { type: 'StateFact', at: now, payload: { fact: 'fault.present', status: 'known', value: true, by: [] } },
        { type: 'StateFact', at: now, payload: { fact: 'loss.proved-fen', status: 'known', value: 30_000, by: [] } },
      ),
    )
    expect(caseFileText({ kase, files: new Map() })).toBe(`id: case
order:
  number: "300000000001"
  shop:
    name: 示例店
    self-operated: false
  items:
    - name: 手表
      quantity: 1
      price: "1299.90"
  paid-at: 2026-09-01 10:01:30
  signed-at: 2026-09-05 12:00
problem:
  words: |-
    第一行：坏了
    第二行 # 不是注释
facts:
  fault.present: true
  loss.proved-fen: 300.00元
`)
  })

  it('leaves out exhibits that do not go along, and every mention of them', () => {
    const exhibit = (mark: string) => ({ sha256: sha(mark), bytes: 3, kind: 'chat', title: mark, shows: [] }) as const
    const kase = fold(
      given(
        open,
        { type: 'AddEvidence', at: now, payload: { ...exhibit('a'), file: 'evidence/a.png' } },
        { type: 'AddEvidence', at: now, payload: { ...exhibit('b'), file: 'evidence/b.png' } },
        {
          type: 'LogContact',
          at: now,
          payload: { at: now, channel: 'seller', direction: 'out', words: '请退', by: ['E1', 'E2'] },
        },
      ),
    )
    const text = caseFileText({ kase, files: new Map([['E2', 'evidence/E2.png']]) })
    expect(text).not.toContain('E1')
    expect(text).toContain('file: evidence/E2.png')
    expect(text).toContain('exhibits:\n      - E2')
  })
})
