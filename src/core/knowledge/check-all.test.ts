import { describe, expect, it } from 'vitest'
import { courtFee, guideRow, smallBase } from './base.fixture.ts'
import { checkKnowledge } from './check-all.ts'

type Edits = Parameters<typeof smallBase>[0]
const rules = (edits: Edits) => checkKnowledge(smallBase(edits)).map((finding) => finding.rule)
const swap = (from: string, to: string) => (text: string) => text.replace(from, to)

const letterWhen = (fact: string) => `id: notice
kind: letter
title: 函
formats: [txt]
when: { fact: ${fact}, is: true, text: { zh: 有权利, en: A right } }
sections: [{ parts: [{ text: 您好, ground: form }] }]
source: [cpl#24]
checked-on: 2026-07-17
`

const clock = (id: string, who: string, rule: string, start: string) => `
id: ${id}
who: ${who}
what: { zh: 做, en: do }
rule: ${rule}
n: 7
starts: [{ ${start} }]
cites: [cpl#24]
standing: law
after: { zh: 过期, en: late }
examples: [{ start: '2026-03-01T10:00:00+08:00', due: '2026-03-09T23:59:59+08:00' }]
source: [cpl#24]
checked-on: 2026-07-17
`

describe('checkKnowledge', () => {
  it('finds nothing wrong in a whole base', () => {
    expect(checkKnowledge(smallBase())).toEqual([])
  })

  it('finds nothing wrong in rates that follow each other', () => {
    const next = courtFee.replace('id: court', 'id: court-new').replace('2007-04-01', '2026-07-01')
    const edits = { 'fees/court.yaml': swap('to: null', 'to: 2026-06-30'), 'fees/court-new.yaml': next }
    expect(checkKnowledge(smallBase(edits))).toEqual([])
  })

  it.each<[string, string, Edits]>([
    ['yaml', 'a file that is no YAML', { 'rights/fault-refund.yaml': 'id: [' }],
    ['yaml', 'an alias', { 'rights/x.yaml': 'id: &a x\ntitle: *a' }],
    ['schema', 'an unknown key', { 'rights/fault-refund.yaml': swap('rung: 3', 'rung: 3\ncolour: red') }],
    ['schema', 'a missing check date', { 'facts/fault.found.yaml': swap('checked-on: 2026-07-17', '') }],
    ['schema', 'a missing source', { 'channels/seller.yaml': swap('source: [cpl#24]', 'source: []') }],
    [
      'refs-resolve',
      'a citation of nothing',
      { 'rights/fault-refund.yaml': swap('cites: [cpl#24]', 'cites: [cpl#24, cpl#999]') },
    ],
    ['facts-exist', 'a letter called for by no known fact', { 'letters/notice.yaml': letterWhen('fault.seen') }],
    ['facts-exist', 'a letter called for by no known right', { 'letters/notice.yaml': letterWhen('right.moon') }],
    [
      'facts-exist',
      'a right that asks for a right',
      { 'rights/fault-refund.yaml': swap('fact: fault.found', 'fact: right.fault-refund') },
    ],
    ['facts-exist', 'an undefined fact', { 'rights/fault-refund.yaml': swap('fact: fault.found', 'fact: fault.seen') }],
    [
      'facts-exist',
      'a clock that starts from an undefined fact',
      { 'deadlines/return-window.yaml': swap('fault.found-on', 'fault.lost-on') },
    ],
    [
      'links-exist',
      'a problem sent to an unknown channel',
      { 'problems/quality-defect.yaml': swap('[seller]', '[seller, moon]') },
    ],
    [
      'links-exist',
      'a right of an unknown problem',
      { 'rights/fault-refund.yaml': swap('[quality_defect]', '[quality_defect, rain]') },
    ],
    [
      'links-exist',
      'a window without a clock',
      { 'channels/seller.yaml': swap('kind: seller', 'kind: seller\nwindow: never') },
    ],
    [
      'shared-part',
      'a shared need that is not there',
      { 'problems/quality-defect.yaml': swap('use: order', 'use: parcel') },
    ],
    [
      'shared-part',
      'a shared warning that is not there',
      { 'problems/quality-defect.yaml': swap('use: keep-order', 'use: keep-calm') },
    ],
    [
      'stories-teach',
      'a problem without a model story',
      { 'cases/model-fault.yaml': swap('model\n', 'guide-story\n') },
    ],
    ['stories-teach', 'a success rate', { 'cases/model-fault.yaml': swap('坏了', '成功率提高了') }],
    ['links-exist', 'a story of an unknown right', { 'cases/model-fault.yaml': swap('[fault-refund]', '[moon]') }],
    [
      'links-exist',
      'a channel with a paper that is not there',
      { 'channels/seller.yaml': swap('kind: seller', 'kind: seller\npapers: [moon]') },
    ],
    [
      'sources-known',
      'a source nobody listed',
      { 'facts/fault.found.yaml': swap('source: [cpl#24]', 'source: [hearsay]') },
    ],
    [
      'grade-carries',
      'a right carried by grade B alone',
      { 'rights/fault-refund.yaml': swap('cites: [cpl#24]', 'cites: [cpl#9]') },
    ],
    [
      'versions-apart',
      'two texts of one article at once',
      { 'laws/chm.yaml': (t) => t.replace("'15@2020'", "'15'").replace('to: 2026-04-14', 'to: null') },
    ],
    [
      'names-apart',
      'two laws of one name',
      { 'laws/chm.yaml': swap('title: 投诉办法', 'title: 投诉办法\nshort: [《消法》]') },
    ],
    [
      'refs-resolve',
      'a provision beside one that is not there',
      { 'laws/fpi.yaml': swap('title: 可以请求', "title: 可以请求, with: ['cpl#999']") },
    ],
    [
      'versions-apart',
      'a successor from before the end of what it replaces',
      { 'laws/fpi.yaml': swap('title: 可以请求', "title: 可以请求, replaces: ['chm#15@2020']") },
    ],
    ['versions-apart', 'dates that run backwards', { 'laws/chm.yaml': swap('to: 2026-04-14', 'to: 2019-01-01') }],
    [
      'cites-fit',
      'a no-reason return resting on cpl#24',
      { 'rights/fault-refund.yaml': swap('[quality_defect]', '[no_reason_return_refused]') },
    ],
    [
      'cites-fit',
      'platform liability resting on ecl#49',
      {
        'rights/fault-refund.yaml': (t) =>
          t.replace('against: [seller]', 'against: [platform]').replace('cites: [cpl#24]', 'cites: [cpl#24, ecl#49]'),
      },
    ],
    [
      'guide-stays-a-hint',
      "the guide's cadence as somebody's duty",
      {
        'deadlines/return-window.yaml': (t) =>
          t.replace('standing: law', 'standing: guide').replace('who: consumer', 'who: platform'),
      },
    ],
    [
      'guide-stays-a-hint',
      'an unverified number in a right',
      { 'rights/fault-refund.yaml': swap('claim: 消费者可以退货', 'claim: 请拨打 400-606-5500') },
    ],
    [
      'guide-stays-a-hint',
      "the guide's number in a contact, spelled otherwise",
      {
        'channels/seller.yaml': (t) =>
          `${t}contacts: [{ kind: phone, value: '400 6065500', standing: platform, source: S9, checked-on: 2026-05-14 }]`,
      },
    ],
    [
      'guide-stays-a-hint',
      'its words in a tip that claims to be more than a hint',
      { 'channels/seller.yaml': (t) => `${t}tips: [{ text: { zh: 十二 12 小时, en: x }, standing: heuristic }]` },
    ],
    [
      'guide-stays-a-hint',
      'its figure in a clock that another row names',
      {
        'deadlines/return-window.yaml': (t) =>
          t.replace('standing: law', 'standing: guide').replace('提出退货', '12小时'),
      },
    ],
    ['guide-ledger', 'a gap in the numbers', { 'guide-claims/c01-phone-number.yaml': swap('id: c01', 'id: c02') }],
    [
      'guide-ledger',
      'a row that stands twice',
      { 'guide-claims/c01-again.yaml': () => guideRow.replace('phone', 'again') },
    ],
    [
      'guide-ledger',
      'a grade better than its ground',
      { 'guide-claims/c01-phone-number.yaml': swap('[help#452-1570]', '[cpl#9]') },
    ],
    ['guide-ledger', 'a ground without grade', { 'guide-claims/c01-phone-number.yaml': swap('grade: A', '') }],
    [
      'guide-ledger',
      'a hint of the guide that no row names',
      {
        'channels/seller.yaml': (t) => `${t}tips: [{ text: { zh: 提示, en: hint }, standing: guide }]`,
        'guide-claims/c01-phone-number.yaml': swap(', channels: [seller]', ''),
      },
    ],
    [
      'guide-ledger',
      "a clock of the guide's that no row names",
      { 'deadlines/return-window.yaml': swap('standing: law', 'standing: guide') },
    ],
    [
      'links-exist',
      'a row that names an unknown place',
      { 'guide-claims/c01-phone-number.yaml': swap('channels: [seller]', 'letters: [none]') },
    ],
    [
      'refs-resolve',
      'a row that cites nothing',
      { 'guide-claims/c01-phone-number.yaml': swap('cites: [help#452-1570]', 'cites: [help#1]') },
    ],
    [
      'law-standing-cites',
      'a legal clock without provision',
      { 'deadlines/return-window.yaml': swap('cites: [cpl#24]', 'cites: []') },
    ],
    [
      'clocks-lean-safe',
      "the user's own day rolled later",
      { 'deadlines/return-window.yaml': swap('rule: days', 'rule: days-rolled') },
    ],
    [
      'grade-carries',
      'a legal clock carried by grade C alone',
      {
        'deadlines/return-window.yaml': swap('cites: [cpl#24]', 'cites: [cpl#9]'),
        'laws/cpl.yaml': swap('grade: B', 'grade: C'),
      },
    ],
    [
      'grade-carries',
      "a legal clock carried by a platform's page alone",
      { 'deadlines/return-window.yaml': swap('cites: [cpl#24]', 'cites: [help#452-1570]') },
    ],
    [
      'clocks-lean-safe',
      'a span that is nobody’s rolled later',
      {
        'deadlines/return-window.yaml': (t) =>
          t.replace('consumer', 'nobody').replace('rule: days', 'rule: days-rolled'),
      },
    ],
    [
      'clocks-lean-safe',
      "the user's own clock started where another's rolled one ran out",
      {
        'deadlines/answer.yaml': (_t) => clock('answer', 'seller', 'days-rolled', 'fact: fault.found-on'),
        'deadlines/return-window.yaml': swap('fact: fault.found-on', 'clock: answer'),
      },
    ],
    [
      'clocks-lean-safe',
      "another's legal day not rolled",
      { 'deadlines/return-window.yaml': swap('who: consumer', 'who: seller') },
    ],
    [
      'grade-carries',
      'a sum carried by grade B alone',
      { 'bases/refund.yaml': swap('cites: [cpl#24]', 'cites: [cpl#9]') },
    ],
    ['sources-known', 'a basis out of nowhere', { 'bases/refund.yaml': swap('source: [cpl#24]', 'source: [hearsay]') }],
    [
      'refs-resolve',
      'a basis on nothing',
      { 'bases/refund.yaml': swap('cites: [cpl#24]', 'cites: [cpl#24, cpl#999]') },
    ],
    [
      'law-standing-cites',
      'a legal fee without provision',
      { 'fees/court.yaml': swap('cites: [cpl#24]', 'cites: []') },
    ],
    [
      'fees-apart',
      'two sets of rates on one day',
      {
        'fees/court.yaml': swap('to: null', 'to: 2026-07-01'),
        'fees/court-new.yaml': courtFee.replace('id: court', 'id: court-new').replace('2007-04-01', '2026-07-01'),
      },
    ],
    ['fees-apart', 'rates that run backwards', { 'fees/court.yaml': swap('to: null', 'to: 2007-03-31') }],
    [
      'fees-apart',
      'a part of a charge that is not there',
      { 'fees/order.yaml': swap('of: acceptance', 'of: execution') },
    ],
    ['schema', 'slices out of order', { 'fees/court.yaml': swap('over-fen: 10000000', 'over-fen: 1000000') }],
    ['schema', 'a range upside down', { 'fees/court.yaml': swap('from: 5000, to: 5000', 'from: 5001, to: 5000') }],
    [
      'sources-known',
      'a limit nobody saw',
      { 'thresholds/small-claims.yaml': swap('seen-in: [S10]', 'seen-in: [S99]') },
    ],
    [
      'schema',
      'an agreed limit below the other',
      { 'thresholds/small-claims.yaml': swap('may-up-to-fen: 400', 'may-up-to-fen: 100') },
    ],
    [
      'examples-cover',
      'a right without a failing example',
      { 'rights/fault-refund.yaml': swap('expect: does-not-apply', 'expect: applies') },
    ],
    [
      'named-by-file',
      'a file named otherwise',
      { 'rights/other.yaml': (_t) => '', 'rights/fault-refund.yaml': swap('id: fault-refund', 'id: fault-return') },
    ],
  ])('%s catches %s', (rule, _what, edits) => {
    expect(rules(edits)).toContain(rule)
  })

  it('lets a letter ask for the verdict on a right', () => {
    expect(rules({ 'letters/notice.yaml': letterWhen('right.fault-refund') })).toEqual([])
    expect(rules({ 'letters/notice.yaml': letterWhen('fault.found') })).toEqual([])
  })

  it('lets a legal clock rest on an excerpt, a reminder on hearsay, and a clock start from one that is not rolled', () => {
    const graded = (grade: string, standing: string) => ({
      'deadlines/return-window.yaml': (t: string) =>
        t.replace('cites: [cpl#24]', 'cites: [cpl#9]').replace('standing: law', `standing: ${standing}`),
      'laws/cpl.yaml': swap('grade: B', `grade: ${grade}`),
    })
    expect(rules(graded('B', 'law'))).toEqual([])
    expect(rules(graded('C', 'heuristic'))).toEqual([])
    const after = { 'deadlines/return-window.yaml': swap('fact: fault.found-on', 'clock: answer') }
    const answer = clock('answer', 'seller', 'working-days', 'fact: fault.found-on')
    expect(rules({ ...after, 'deadlines/answer.yaml': answer })).toEqual([])
  })

  it('takes a given last day from facts only', () => {
    const given = (t: string) => t.replace('rule: days\nn: 7', 'rule: given-day')
    expect(rules({ 'deadlines/return-window.yaml': given })).toEqual([])
    const wrong = (from: string, to: string) =>
      rules({ 'deadlines/return-window.yaml': (t) => given(t).replace(from, to) })
    expect(wrong('fact: fault.found-on', 'offer: received')).toContain('schema')
    expect(wrong('rule: given-day', 'rule: given-day\nn: 7')).toContain('schema')
    expect(wrong('rule: given-day', 'rule: given-day\nrepeats: true')).toContain('schema')
  })

  it("lets a clock of the guide's speak the words of its own row, and its hints say anything", () => {
    const found = rules({
      'deadlines/return-window.yaml': (t) =>
        t.replace('standing: law', 'standing: guide').replace('提出退货', '12小时'),
      'channels/seller.yaml': (t) => `${t}tips: [{ text: { zh: 打 4006065500, en: x }, standing: guide }]`,
      'guide-claims/c01-phone-number.yaml': swap(
        'channels: [seller]',
        'channels: [seller], deadlines: [return-window]',
      ),
    })
    expect(found).toEqual([])
  })

  it('says where: file and line', () => {
    const [finding] = checkKnowledge(
      smallBase({ 'rights/fault-refund.yaml': swap('cites: [cpl#24]', 'cites: [cpl#24, cpl#999]') }),
    )
    expect(finding).toMatchObject({ rule: 'refs-resolve', file: 'rights/fault-refund.yaml', line: 8 })
    expect(finding?.why.zh).toContain('cpl#999')
  })
})
