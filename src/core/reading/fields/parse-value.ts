import type { LabelledField } from '../../knowledge/library/page-words.ts'
import type { Region } from '../labels/region.ts'
import { stripped } from '../labels/region.ts'
import { type Moment, momentsIn, resolved } from '../layout/moment.ts'
import type { PageLexicon } from '../page-lexicon.ts'
import { isFenField, isTimeField } from '../page-reading.ts'
import { readAmount } from './amount-value.ts'
import {
  readInvoiceCode,
  readInvoiceNumber,
  readOrderNumber,
  readServiceNumber,
  readTaxId,
  readTicketNumber,
} from './number-value.ts'
import type { Parsed } from './parsed.ts'
import { readWaybill } from './waybill-value.ts'
import { readAddress, readCarrier, readPersonName, readPhone, readShop, readTitle } from './words-value.ts'

export type Reader = {
  readonly lexicon: PageLexicon
  /** When the page was seen, as far as known: what days without a year are told by. */
  readonly seen: string | undefined
  readonly isPicture: boolean
}

/** What the place of a value says when it is read as that field; undefined when it has not its shape. */
export function parseValue(field: LabelledField, region: Region, reader: Reader): Parsed | undefined {
  const text = stripped(region.text)
  if (isFenField(field) || field === 'discountFen' || field === 'itemFen') return fen(field, region.text, reader)
  if (isTimeField(field)) return time(text, reader)
  switch (field) {
    case 'orderNumber':
      return readOrderNumber(text, region.first)
    case 'waybillNumber':
      return waybill(text, reader)
    case 'invoiceNumber':
      return readInvoiceNumber(text, region.first)
    case 'invoiceCode':
      return readInvoiceCode(text, region.first)
    case 'invoiceDate':
      return day(text, reader)
    case 'taxId':
      return readTaxId(text)
    case 'ticketNumber':
      return readTicketNumber(text)
    case 'serviceNumber':
      return readServiceNumber(text, region.first)
    case 'phone':
      return readPhone(text)
    case 'name':
      return readPersonName(region.first)
    case 'address':
      return readAddress(text)
    case 'carrier':
      return readCarrier(text, reader.lexicon)
    case 'shop':
      return readShop(region.first)
    case 'company':
    case 'itemName':
      return readTitle(region.first)
    case 'quantity':
      return quantity(text)
    default:
      return undefined
  }
}

/** The number itself, with the carrier's name before it left off: `京东快递 JD0123…`. */
function waybill(text: string, { lexicon }: Reader): Parsed | undefined {
  const named = [...text.matchAll(lexicon.carrierNamed)].find(({ index }) => index === 0)
  return readWaybill(named === undefined ? text : stripped(text.slice(named[0].length)), lexicon)
}

function fen(field: string, text: string, { isPicture }: Reader): Parsed | undefined {
  const bare = text.replace(/^(?:\s|[:;,|>)\]_~"'“”*#=]|\([^)]*\)?|共|约)+/, '')
  if (field === 'shippingFen' && /^(?:免运费|包邮|免费|免邮)/.test(bare)) return { value: 0, fit: 0.97, notes: [] }
  return readAmount(bare, { isPicture })
}

function time(text: string, { seen }: Reader): Parsed | undefined {
  const [first, second] = momentsIn(text)
  const moment = clockBefore(first, second) ?? first
  if (moment === undefined || moment.start > 2 || (moment.hour !== undefined && moment.minute === undefined))
    return undefined
  if (moment.month === undefined && moment.back === undefined) return undefined
  const at = resolved(moment, seen)
  if (at === undefined) return undefined
  // A clock that could not be read: the day is not all that is shown.
  const isHalf = at.precision === 'day' && /^\s?\S{0,3}[:：.]\s?\d/.test(text.slice(moment.end))
  // A moment of another zone than that of Shanghai.
  const isAway = /^(?:\.\d+)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)/.test(text.slice(moment.end).replace(/\+08:?00/, ''))
  const isOdd = moment.isOdd || isHalf || isAway
  const fit = (isOdd ? 0.85 : 1) * (at.inferred.length > 0 ? 0.75 : 1)
  return {
    ...at,
    fit,
    notes: isOdd ? [{ zh: '时间有一处不清楚，请核对', en: 'part of the time is unclear; please check' }] : [],
  }
}

/** `14:28:09 2026-03-05` is one moment. */
function clockBefore(first: Moment | undefined, second: Moment | undefined): Moment | undefined {
  const isClock = first?.hour !== undefined && first.month === undefined && first.back === undefined
  if (!isClock || second?.month === undefined || second.hour !== undefined || second.start - first.end > 2)
    return undefined
  return { ...first, ...second, start: first.start, isOdd: first.isOdd || second.isOdd }
}

/** The day alone, of what is dated by the day. */
function day(text: string, reader: Reader): Parsed | undefined {
  const read = time(text, reader)
  return read === undefined ? undefined : { ...read, value: String(read.value).slice(0, 10), precision: 'day' }
}

function quantity(text: string): Parsed | undefined {
  const count = Number(/^[xX×*]?\s?(\d{1,4})(?![\d.])/.exec(text)?.[1] ?? Number.NaN)
  return Number.isInteger(count) && count > 0 ? { value: count, fit: 0.95, notes: [] } : undefined
}
