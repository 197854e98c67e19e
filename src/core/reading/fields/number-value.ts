import type { Text } from '../../values/text.ts'
import { asDigits, corrected, type Parsed, split } from './parsed.ts'

type Lengths = Readonly<Record<number, number>>

/** How usual so many digits are for a number of that kind; what is not listed is none. */
const orderLengths: Lengths = {
  ...every([9, 10], 0.88),
  ...every([11, 12, 13], 1),
  ...every([14, 15, 16, 17, 18], 0.97),
}
const invoiceLengths: Lengths = { 8: 1, 20: 1 }
const codeLengths: Lengths = { 10: 1, 12: 1 }
const serviceLengths: Lengths = {
  ...every([6, 7], 0.9),
  ...every([8, 9, 10, 11, 12, 13, 14, 15, 16], 1),
  ...every([17, 18, 19, 20], 0.97),
}

const stroke: Text = {
  zh: '最后的 1 也可能是“复制”前的竖线',
  en: 'the last 1 may be the line before the copy button',
}
const personal: Text = { zh: '也像手机号', en: 'it could be a phone number too' }

export function readOrderNumber(text: string, first: string): Parsed<string> | undefined {
  const read = digitsOf(text, first, orderLengths)
  if (read === undefined) return undefined
  return isMobile(read.value) ? { ...read, fit: read.fit * 0.85, notes: [...read.notes, personal] } : read
}

export function readInvoiceNumber(text: string, first: string): Parsed<string> | undefined {
  return digitsOf(text, first, invoiceLengths)
}

export function readInvoiceCode(text: string, first: string): Parsed<string> | undefined {
  return digitsOf(text, first, codeLengths)
}

export function readServiceNumber(text: string, first: string): Parsed<string> | undefined {
  return digitsOf(text, first, serviceLengths)
}

/** Numbers of complaints have letters, digits and hyphens; eight characters at least, of them four digits. */
export function readTicketNumber(text: string): Parsed<string> | undefined {
  const run = /^(?:[A-Za-z]{0,8}[-\s]?)[0-9][0-9A-Za-z]*(?:-[0-9A-Za-z]+)*/.exec(text)?.[0].replaceAll(' ', '')
  if (run === undefined || run.length < 6 || run.length > 32 || /^20\d\d-\d{1,2}-\d{1,2}/.test(run)) return undefined
  if (isCut(text.slice(run.length)) || run.replaceAll(/\D/g, '').length < 4) return undefined
  const fit = run.length < 8 ? 0.88 : 1
  return isMobile(run) ? { value: run, fit: fit * 0.85, notes: [personal] } : { value: run, fit, notes: [] }
}

/** A company's code: eighteen characters with a check character (GB 32100), or the fifteen to twenty of older ones. */
export function readTaxId(text: string): Parsed<string> | undefined {
  const run = /^[0-9A-Za-z]{15,20}/.exec(text.replaceAll(' ', ''))?.[0].toUpperCase()
  if (run === undefined) return undefined
  if (run.length !== 18) return { value: run, fit: 0.9, notes: [] }
  if (isCreditCode(run)) return { value: run, fit: 1, notes: [] }
  const fixed = run.replaceAll('O', '0').replaceAll('I', '1')
  if (isCreditCode(fixed)) return { value: fixed, fit: 0.94, notes: [corrected] }
  const note: Text = { zh: '校验位不对，请核对', en: 'the check character does not fit; please check' }
  return { value: run, fit: 0.6, notes: [note] }
}

export function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits)
}

/** The last of the eighteen characters follows from the others. */
function isCreditCode(code: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const values = [...code].map((sign) => signs.indexOf(sign))
  if (code.length !== 18 || values.includes(-1)) return false
  const sum = weights.reduce((total, weight, i) => total + weight * (values[i] ?? 0), 0)
  return values[17] === (31 - (sum % 31)) % 31
}

/**
 * The digits at the head of a text. A blank may stand inside; pieces are put together only when the first alone is too
 * short, and then, as when a second piece follows, the number asks to be looked at.
 */
function digitsOf(text: string, first: string, lengths: Lengths): Parsed<string> | undefined {
  const whole =
    /^(?:\d{4}-){2,4}\d{1,4}(?![\d-])/.exec(text)?.[0].replaceAll('-', ' ') ??
    /^[0-9OoQIl|]+(?: [0-9OoQIl|]+)*/.exec(text)?.[0] ??
    ''
  // A stroke before 复制 is a line and no one; without it, it may be either.
  const isLined = /\|[ (]*$/.test(whole) && /^[ (]*复制/.test(text.slice(whole.length))
  const run = (isLined ? whole.replace(/[| ]+$/, '') : whole).replace(yearOf(text, whole), '')
  if (!/^\d/.test(run) && !/^[OoQIl|]\d{6}/.test(run)) return undefined
  const tail = text.slice(run.length)
  const groups = run.split(' ')
  // The last piece may begin a day, an amount or a count.
  if (groups.length > 1 && /^[-/.:年月元件%]/.test(tail)) groups.pop()
  else if (isCut(tail)) return undefined
  const [head = ''] = groups
  const joined = groups.join('')
  const regular = groups.length > 2 && groups.slice(0, -1).every(({ length }) => length === head.length)
  const sources = regular ? [joined] : [head, joined]
  const chosen = sources.find((source) => (lengths[source.length] ?? 0) > 0)
  if (chosen === undefined) return undefined
  const value = asDigits(chosen)
  const inPieces = groups.length > 1 && !(regular && run === first.slice(0, run.length))
  // The line before 复制 may have been read as a last one.
  const isLong = chosen.length === 13 && chosen.endsWith('1') && /^[( ]*复制/.test(tail)
  const notes = [...(value === chosen ? [] : [corrected]), ...(inPieces ? [split] : []), ...(isLong ? [stroke] : [])]
  const fit = (lengths[chosen.length] ?? 0) * (value === chosen ? 1 : 0.88) * (inPieces || isLong ? 0.9 : 1)
  if (isLong || /[Il|]$/.test(chosen)) return { value, fit, notes, rival: value.slice(0, -1) }
  const rival = inPieces && chosen !== joined && joined.length <= 20 ? { rival: asDigits(joined) } : {}
  return { value, fit, notes, ...rival }
}

/** The year at the end of a number that runs into a day: `3000123456782026-03-05`. */
function yearOf(text: string, run: string): string {
  const isDay = /^([-/.])[01]?\d\1[0-3]?\d/.test(text.slice(run.length))
  return (isDay ? /(?<=\d{9})20[23]\d$/.exec(run)?.[0] : undefined) ?? ''
}

/** What goes on right behind a number shows that it was cut, masked or is part of something longer. */
function isCut(tail: string): boolean {
  if (/^copy/i.test(tail) || /^[/:]20\d\d[-/.年]/.test(tail)) return false
  return /^(?:[*A-HJ-Za-km-z]|\.{2}|…|-\d|\.\d|[:/]\d)/.test(tail)
}

function every(lengths: readonly number[], fit: number): Lengths {
  return Object.fromEntries(lengths.map((length) => [length, fit]))
}
