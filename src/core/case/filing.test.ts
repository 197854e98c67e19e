import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith } from './case.fixture.ts'
import { decide } from './decide.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'

const order: Command = { type: 'RecordOrder', at: now, payload: { number: '302500000001' } }
const filedAt = '2026-09-16T02:00:00Z'
const words =
  '本人于2026年9月1日在某某旗舰店购买手表一只，订单号302500000001，实付1299.90元。9月10日发现每天慢十五分钟，多次联系客服没有结果，要求退货退款并承担运费。'
const rewritten =
  '举报某某旗舰店销售不合格手表（订单号302500000001）。该表走时误差明显超出国家标准，商家明知仍拒绝处理，请依法查处并告知结果。'

const file = (channel: string, text?: string, more: object = {}): Command => ({
  type: 'MakeFiling',
  at: now,
  payload: { channel, at: filedAt, ...(text === undefined ? {} : { text }), ...more },
})
const later = (type: 'ChaseFiling' | 'FileAppeal' | 'WithdrawFiling', at: string, filing = 'F1'): Command => ({
  type,
  at: now,
  payload: { filing, at },
})

describe('a filing', () => {
  it.each(['jd-service', 'jd-phone', 'jd-dispute', 'jd-appeal'])(
    'on %s without an order number is refused',
    (channel) => {
      expect(refusedWith(given(open), file(channel))).toEqual(['order-number-missing'])
      expect(refusedWith(given(open, order), file(channel))).toEqual([])
    },
  )

  it.each(['seller', 'complaint-12315', 'consumers-association', 'court'])('on %s needs no order number', (channel) => {
    expect(refusedWith(given(open), file(channel))).toEqual([])
  })

  it('with a text filed before is refused, on every channel, naming the earlier one', () => {
    const log = given(open, order, file('jd-service', words))
    expect(refusedWith(log, file('complaint-12315', words))).toEqual(['filing-repeated'])
    expect(refusedWith(log, file('jd-service', words))).toEqual(['filing-repeated'])
    const decided = decide(fold(log), file('complaint-12315', words))
    expect(!decided.ok && decided.refusal.text.zh).toContain('F1（jd-service）')
  })

  it.each([
    ['re-spaced and re-punctuated', words.replaceAll('，', ' , ').replaceAll('。', '！')],
    ['with a polite frame around it', `您好！${words}谢谢，望尽快处理，盼复。`],
    ['with a word changed', words.replace('手表一只', '手表1块')],
    ['cut at the end', words.slice(0, 60)],
  ])('%s counts as the same text', (_how, text) => {
    expect(refusedWith(given(open, order, file('jd-service', words)), file('complaint-12315', text))).toEqual([
      'filing-repeated',
    ])
  })

  it('written afresh for its channel is another text, though it names the same order', () => {
    expect(refusedWith(given(open, order, file('jd-service', words)), file('report-12315', rewritten))).toEqual([])
  })

  it('short and contained in a longer text is another text; the very same short text is not', () => {
    const log = given(open, order, file('jd-service', words))
    expect(refusedWith(log, file('seller', '要求退货退款'))).toEqual([])
    expect(refusedWith(given(open, file('seller', '退款')), file('court', '退款'))).toEqual(['filing-repeated'])
    expect(refusedWith(given(open, file('seller', '退')), file('court', ' 退 '))).toEqual(['filing-repeated'])
  })

  it('may repeat a text for a reason given, which is kept, or once the first is withdrawn', () => {
    const log = given(open, order, file('jd-service', words))
    const because = file('complaint-12315', words, { sameTextBecause: '平台要求原文提交' })
    expect(fold([...log, ...given(open, order, because).slice(2)]).filings.at(-1)?.sameTextBecause).toBe(
      '平台要求原文提交',
    )
    expect(refusedWith(log, because)).toEqual([])
    expect(refusedWith(log, file('court', words, { sameTextBecause: ' ' }))).toEqual(['text-missing'])
    const withdrawn = given(open, order, file('jd-service', words), later('WithdrawFiling', now))
    expect(refusedWith(withdrawn, file('complaint-12315', words))).toEqual([])
  })

  it('is chased, appealed and withdrawn after it was made, not before', () => {
    const log = given(open, order, file('jd-service', undefined, { ticket: 'T1' }))
    const after = given(
      open,
      order,
      file('jd-service', undefined, { ticket: 'T1' }),
      later('ChaseFiling', '2026-09-18T02:00:00Z'),
      later('ChaseFiling', '2026-09-20T02:00:00Z'),
      later('FileAppeal', '2026-09-21T02:00:00Z'),
      later('WithdrawFiling', '2026-09-22T02:00:00Z'),
    )
    expect(fold(after).filings).toEqual([
      {
        id: 'F1',
        channel: 'jd-service',
        at: filedAt,
        ticket: 'T1',
        replies: [],
        chasedAt: ['2026-09-18T02:00:00Z', '2026-09-20T02:00:00Z'],
        appealedAt: '2026-09-21T02:00:00Z',
        withdrawnAt: '2026-09-22T02:00:00Z',
      },
    ])
    for (const type of ['ChaseFiling', 'FileAppeal', 'WithdrawFiling'] as const) {
      expect(refusedWith(log, later(type, '2026-09-15T02:00:00Z'))).toEqual(['contradiction'])
      expect(refusedWith(log, later(type, now, 'F9'))).toEqual(['filing-unknown'])
      expect(refusedWith(after, later(type, now))).toEqual(['filing-withdrawn'])
    }
  })

  it('collects replies, each with its own id, none before the filing', () => {
    const reply = (at: string, more: object = {}): Command => ({
      type: 'ReceiveReply',
      at: now,
      payload: { filing: 'F1', at, kind: 'refused', words: '不同意', by: [], ...more },
    })
    const log = given(open, order, file('jd-service'), reply('2026-09-17T02:00:00Z'), reply('2026-09-18T02:00:00Z'))
    expect(fold(log).filings[0]?.replies.map(({ id, at }) => [id, at])).toEqual([
      ['R1', '2026-09-17T02:00:00Z'],
      ['R2', '2026-09-18T02:00:00Z'],
    ])
    expect(refusedWith(log, reply('2026-09-15T02:00:00Z'))).toEqual(['contradiction'])
    expect(refusedWith(log, reply(now, { filing: 'F7' }))).toEqual(['filing-unknown'])
    expect(refusedWith(log, reply(now, { by: ['E1'] }))).toEqual(['exhibit-unknown'])
    expect(refusedWith(log, reply(now, { kind: 'maybe' }))).toEqual(['not-a-choice'])
    expect(refusedWith(log, reply(now, { id: 'R2' }))).toEqual(['id-taken'])
  })
})
