import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { type Drawn, drawnPage, pair } from './drawn-page.fixture.ts'
import type { Page, PageLine } from './page.ts'
import { CERTAIN, type PageFields } from './page-reading.ts'
import { readPage } from './read-page.ts'

const digits = (length: number) =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 9 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length - 1, maxLength: length - 1 }),
    )
    .map(([head, rest]) => [head, ...rest].join(''))
const two = (count: number) => String(count).padStart(2, '0')
const moment = fc
  .record({
    month: fc.integer({ min: 1, max: 2 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
  })
  .map(
    ({ month, day, hour, minute, second }) =>
      `2026-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`,
  )

const truths = fc.record({
  orderNumber: fc.integer({ min: 11, max: 13 }).chain(digits),
  amountFen: fc.integer({ min: 100, max: 99_999_999 }),
  placedAt: moment,
  waybillNumber: digits(13).map((number) => `JD${number}`),
})
type Truth = {
  readonly orderNumber: string
  readonly amountFen: number
  readonly placedAt: string
  readonly waybillNumber: string
}

/** Ways in which apps put a label and its value. */
const layouts: readonly ((label: string, value: string) => readonly (Drawn | readonly Drawn[])[])[] = [
  (label, value) => [pair(label, value)],
  (label, value) => [{ text: `${label}：${value}` }],
  (label, value) => [
    [
      { text: `${label}：`, x: 40 },
      { text: value, x: 320 },
    ],
  ],
  (label, value) => [{ text: label, size: 32 }, { text: value }],
]

const drawn = (truth: Truth, layout: number): Page => {
  const put = layouts[layout] ?? layouts[0]
  if (put === undefined) throw new RangeError('no layout')
  const amount = `¥${(truth.amountFen / 100).toFixed(2)}`
  return drawnPage([
    { text: '订单详情', center: 540 },
    ...put('实付款', amount),
    ...put('订单编号', truth.orderNumber),
    ...put('下单时间', truth.placedAt),
    ...put('运单号', truth.waybillNumber),
    { text: '再次购买', x: 800 },
  ])
}
const expected = (truth: Truth) => ({ ...truth, placedAt: `${truth.placedAt.replace(' ', 'T')}+08:00` })
const read = (page: Page) => readPage(page, { knowledge, capturedAt: '2026-03-08T02:21:00Z' }).fields

const wrongCertain = (fields: PageFields, truth: Truth) =>
  Object.entries(expected(truth)).flatMap(([field, value]) => {
    const found = Object.entries(fields).find(([name]) => name === field)?.[1]
    return found !== undefined && found.score >= CERTAIN && found.value !== value
      ? [`${field}: ${found.value} for ${value}`]
      : []
  })

const changed = (page: Page, change: (line: PageLine, at: number) => PageLine | undefined): Page => ({
  ...page,
  lines: page.lines.flatMap((line, at) => change(line, at) ?? []),
})

describe('a page in any layout', () => {
  it('gives every value, certain and right, wherever it is drawn and however large', () => {
    fc.assert(
      fc.property(
        truths,
        fc.nat({ max: 3 }),
        fc.double({ min: 0.4, max: 2.5, noNaN: true }),
        fc.integer({ min: 0, max: 60 }),
        (truth, layout, scale, shift) => {
          const page = changed(drawn(truth, layout), (line) => {
            const { x, y, width, height } = line.box ?? { x: 0, y: 0, width: 0, height: 0 }
            const by = (value: number) => Math.round(value * scale) + shift
            return {
              ...line,
              box: { x: by(x), y: by(y), width: Math.round(width * scale), height: Math.round(height * scale) },
            }
          })
          const fields = read({
            ...page,
            width: Math.round(1080 * scale) + 2 * shift,
            height: Math.round((page.height ?? 0) * scale),
          })
          for (const [field, value] of Object.entries(expected(truth))) {
            const found = Object.entries(fields).find(([name]) => name === field)?.[1]
            expect([field, found?.value, (found?.score ?? 0) >= CERTAIN]).toEqual([field, value, true])
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('stands a recogniser’s wobble of the boxes', () => {
    fc.assert(
      fc.property(
        truths,
        fc.nat({ max: 3 }),
        fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 60, maxLength: 60 }),
        (truth, layout, wobble) => {
          const page = changed(drawn(truth, layout), (line, at) => {
            const [dx, dy] = [wobble[at * 2] ?? 0, wobble[at * 2 + 1] ?? 0]
            return line.box ? { ...line, box: { ...line.box, x: line.box.x + dx, y: line.box.y + dy } } : line
          })
          const fields = read(page)
          expect([fields.orderNumber?.value, fields.amountFen?.value, fields.waybillNumber?.value]).toEqual([
            truth.orderNumber,
            truth.amountFen,
            truth.waybillNumber,
          ])
          expect(wrongCertain(fields, truth)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('never shows as certain what letters taken for digits, lost marks or lines left out make of it', () => {
    const noise = fc.constantFrom<(text: string) => string>(
      (text) => text.replace('0', 'O'),
      (text) => text.replace('1', 'l'),
      (text) => text.replace('.', ''),
      (text) => text.replace(/[：¥]/g, ''),
      (text) => text.replace(' ', ''),
      (text) => `${text}复制`,
      (text) => `${text} | 复制`,
      (text) => text.slice(0, -2),
      (text) => text.slice(2),
      (text) => text.replace(/\d{4}/, '****'),
      (text) => text.replace(/(\d{4})(?=\d)/, '$1 '),
      () => '',
    )
    fc.assert(
      fc.property(truths, fc.nat({ max: 3 }), fc.nat({ max: 12 }), noise, (truth, layout, at, spoil) => {
        const page = changed(drawn(truth, layout), (line, i) => {
          const text = i === at ? spoil(line.text) : line.text
          return text === '' ? undefined : { ...line, text }
        })
        // What is cut off without a trace cannot be told from a shorter number: such a line is not a fault of the reader.
        const isCutShort = at < page.lines.length && spoil('12345678901234') === '123456789012'
        const isBeheaded = spoil('12345678901234') === '345678901234'
        const wrong = wrongCertain(read(page), truth)
        expect(isCutShort || isBeheaded ? [] : wrong).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('gives nothing as certain once the labels are cut away', () => {
    fc.assert(
      fc.property(truths, (truth) => {
        const page = drawnPage([
          { text: truth.orderNumber, right: 1020 },
          { text: truth.placedAt, right: 1020 },
          { text: `¥${(truth.amountFen / 100).toFixed(2)}`, right: 1020 },
          { text: truth.waybillNumber, right: 1020 },
        ])
        expect(Object.values(read(page)).filter(({ score }) => score >= CERTAIN)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('reads any text at all without fail, and each line index it names is one of the page', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({
            maxLength: 60,
            unit: fc.constantFrom(
              '订',
              '单',
              '编',
              '号',
              '：',
              ':',
              '1',
              '9',
              '-',
              '.',
              '¥',
              ' ',
              '实',
              '付',
              '年',
              '月',
              '日',
              'J',
              'D',
              '*',
              '|',
              '昨',
              '天',
              '客',
              '服',
            ),
          }),
          { maxLength: 12 },
        ),
        (texts) => {
          const reading = readPage(drawnPage(texts), { knowledge })
          const pasted = readPage({ lines: texts.map((text) => ({ text })), barcodes: [] }, { knowledge })
          for (const { line, score } of [...Object.values(reading.fields), ...Object.values(pasted.fields)]) {
            expect(line === undefined || line < texts.length).toBe(true)
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
