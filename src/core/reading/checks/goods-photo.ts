import type { Text } from '../../values/text.ts'
import { asDigits } from '../fields/parsed.ts'
import { waybillFit } from '../fields/waybill-value.ts'
import { plainLine } from '../layout/cell.ts'
import type { Page } from '../page.ts'
import { type PageKnowledge, pageLexiconOf } from '../page-lexicon.ts'
import type { PageReading } from '../page-reading.ts'
import { type CheckFinding, nothingToMend } from './check-finding.ts'

/** Fewer characters of a number in a row may stand there by chance. */
const PART = 6

const again: Text = {
  zh: '再拍一张：面单和商品在同一画面里，运单号和条码平整、清楚、不反光',
  en: 'take another photo: label and goods in one picture, number and barcode flat, sharp, without glare',
}

/**
 * Whether a photo of the goods shows the waybill of this order, by its barcode or in writing. A number that is known may be
 * found in writing the reader alone would not be sure of.
 */
export function checkGoodsPhoto(
  page: Page,
  reading: PageReading,
  orderWaybill: string | undefined,
  knowledge: PageKnowledge,
): CheckFinding {
  const lexicon = pageLexiconOf(knowledge)
  const found = reading.fields.waybillNumber
  if (orderWaybill === undefined || orderWaybill.trim() === '') {
    if (found === undefined)
      return finding(
        'missing',
        {
          zh: '画面里没有看到运单号，订单的运单号也还不知道',
          en: 'no waybill number is legible, and that of the order is not known yet',
        },
        again,
      )
    const how = {
      zh: '从订单的物流页抄下运单号，就能核对',
      en: 'copy the waybill number from the order’s tracking page to compare',
    }
    return finding(
      'weak',
      {
        zh: `画面里有运单号 ${found.value}，还不知道是不是这个订单的`,
        en: `the photo shows the waybill ${found.value}; whether it is this order’s is not known`,
      },
      how,
    )
  }
  const wanted = bare(orderWaybill)
  const codes = page.barcodes.flatMap(({ text }) => waybillFit(text.trim(), lexicon)?.value ?? [])
  if (codes.some((code) => bare(code) === wanted))
    return finding(
      'have',
      { zh: `条码就是这个订单的运单号 ${orderWaybill}`, en: `the barcode is this order’s waybill ${orderWaybill}` },
      nothingToMend,
    )
  const written = page.lines.map(({ text }) => bare(plainLine(text)))
  const other = codes.find((code) => waybillFit(code, lexicon)?.shape === 'lettered')
  if (other === undefined && written.some((line) => line.includes(wanted)))
    return finding(
      'have',
      { zh: `写着这个订单的运单号 ${orderWaybill}`, en: `this order’s waybill ${orderWaybill} is written on it` },
      nothingToMend,
    )
  if (other !== undefined)
    return finding(
      'missing',
      {
        zh: `面单是另一个包裹的：条码读出 ${other}，订单是 ${orderWaybill}`,
        en: `the label is another parcel’s: the barcode says ${other}, the order ${orderWaybill}`,
      },
      again,
    )
  const near = written.flatMap((line) => windows(line, wanted.length)).find((part) => differing(part, wanted) <= 2)
  if (near !== undefined)
    return finding(
      'weak',
      {
        zh: `像是这个订单的运单号，但有字符看不准（认成 ${near.toUpperCase()}）`,
        en: `it looks like this order’s waybill, but a character is unclear (read as ${near.toUpperCase()})`,
      },
      again,
    )
  const part = longestPart(written, wanted)
  if (part.length >= PART)
    return finding(
      'weak',
      {
        zh: `只看得清运单号的一部分（${part.toUpperCase()}）`,
        en: `only part of the waybill number is legible (${part.toUpperCase()})`,
      },
      again,
    )
  if (found !== undefined && found.score >= 0.6)
    return finding(
      'missing',
      {
        zh: `画面里是另一个运单号 ${found.value}，订单是 ${orderWaybill}`,
        en: `the photo shows another waybill, ${found.value}; the order’s is ${orderWaybill}`,
      },
      again,
    )
  return finding(
    'missing',
    { zh: '画面里没有看到这个订单的运单号', en: 'this order’s waybill number is not legible in the photo' },
    again,
  )
}

function finding(status: CheckFinding['status'], why: Text, how: Text): CheckFinding {
  return { status, why, how }
}

/** Small letters and digits alone, letters that look like digits read as those. */
function bare(text: string): string {
  return asDigits(text.replaceAll(/[^A-Za-z0-9]/g, '')).toLowerCase()
}

function windows(line: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(0, line.length - length + 1) }, (_, at) => line.slice(at, at + length))
}

function differing(a: string, b: string): number {
  return [...a].filter((mark, i) => mark !== b[i]).length
}

/** The longest run of the number's characters that stands in one of the lines. */
function longestPart(lines: readonly string[], wanted: string): string {
  for (let length = wanted.length - 1; length >= PART; length -= 1) {
    const part = windows(wanted, length).find((run) => lines.some((line) => line.includes(run)))
    if (part !== undefined) return part
  }
  return ''
}
