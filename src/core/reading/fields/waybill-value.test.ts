import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { drawnPage, pair } from '../drawn-page.fixture.ts'
import type { Barcode } from '../page.ts'
import { pageLexiconOf } from '../page-lexicon.ts'
import { CERTAIN } from '../page-reading.ts'
import { readPage } from '../read-page.ts'
import { waybillFit } from './waybill-value.ts'

const lexicon = pageLexiconOf(knowledge)
const shape = (text: string) => {
  const fit = waybillFit(text, lexicon)
  return fit && [fit.shape, fit.carrier, fit.value]
}

describe('a waybill number', () => {
  it.each([
    ['JD0123456789012', ['lettered', '京东快递', 'JD0123456789012']],
    ['JDVB01234567890', ['lettered', '京东快递', 'JDVB01234567890']],
    ['JD0123456789012-1-2-', ['lettered', '京东快递', 'JD0123456789012']],
    ['JDO123456789O12', ['lettered', '京东快递', 'JD0123456789012']],
    ['SF1234567890123', ['lettered', '顺丰速运', 'SF1234567890123']],
    ['YT1234567890123', ['lettered', '圆通速递', 'YT1234567890123']],
    ['78901234567890', ['plain', '中通快递', '78901234567890']],
    ['RB123456785CN', ['lettered', '邮政EMS', 'RB123456785CN']],
  ])('is known by its shape: %s', (text, expected) => {
    expect(shape(text)).toEqual(expected)
  })

  it.each(['12345', 'HELLO WORLD', 'ABCDEFGHIJKL', ''])('is not %j', (text) => {
    expect(shape(text)).toBeUndefined()
  })

  it('of the post has a check digit', () => {
    expect(waybillFit('RB123456785CN', lexicon)?.checks).toBe(true)
    expect(waybillFit('RB123456784CN', lexicon)?.checks).toBe(false)
  })
})

describe('the waybill of a page', () => {
  const read = (rows: Parameters<typeof drawnPage>[0], barcodes: readonly Barcode[] = []) =>
    readPage(drawnPage(rows, { barcodes }), { knowledge })
  const code = (text: string, format = 'Code128'): Barcode => ({ format, text })

  it('is certain by its barcode alone, when the number has a carrier’s letters', () => {
    expect(read([], [code('JD0123456789012')]).fields.waybillNumber).toMatchObject({
      value: 'JD0123456789012',
      from: 'barcode',
    })
    expect(read([], [code('JD0123456789012')]).fields.waybillNumber?.score).toBeGreaterThanOrEqual(CERTAIN)
    expect(read([], [code('789012345678901')]).fields.waybillNumber?.score).toBeLessThan(CERTAIN)
    expect(read([], [code('6901234567892', 'EAN-13')]).fields.waybillNumber).toBeUndefined()
  })

  it('is confirmed by barcode and writing together', () => {
    const { waybillNumber } = read([pair('运单号', 'JD0123456789012')], [code('JD0123456789012')]).fields
    expect([waybillNumber?.from, waybillNumber?.score, waybillNumber?.line]).toEqual(['both', 0.99, 1])
  })

  it('is what the barcode says when the writing differs, and the difference is told', () => {
    const reading = read([pair('运单号', 'JD0123456789013')], [code('JD0123456789012')])
    expect(reading.fields.waybillNumber?.value).toBe('JD0123456789012')
    expect(reading.conflicts.map(({ en }) => en)).toEqual([expect.stringContaining('JD0123456789013')])
  })

  it('is not the order’s number, which labels carry as a barcode too', () => {
    const reading = read([pair('订单号', '300012345678'), '京东快递'], [code('300012345678')])
    expect([reading.fields.orderNumber?.value, reading.fields.waybillNumber]).toEqual(['300012345678', undefined])
  })

  it('is not that of the parcel sent back', () => {
    expect(
      read([pair('退货运单号', 'JD0123456789012'), '服务单号：1234567890']).fields.waybillNumber?.score ?? 0,
    ).toBeLessThan(CERTAIN)
  })

  it('is certain behind the name of its carrier', () => {
    const certain = (text: string) => (read([text]).fields.waybillNumber?.score ?? 0) >= CERTAIN
    expect([
      certain('京东快递：JD0123456789012 复制'),
      certain('中通快递 78901234567890'),
      certain('顺丰速运 78901234567890'),
    ]).toEqual([true, true, false])
  })

  it('is never a phone', () => {
    expect(read([pair('运单号', '13800000000')]).fields.waybillNumber?.score ?? 0).toBeLessThan(CERTAIN)
  })
})
