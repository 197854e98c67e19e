import type { WaybillShape } from '../../knowledge/library/page-words.ts'
import type { Text } from '../../values/text.ts'
import type { PageLexicon } from '../page-lexicon.ts'
import { isMobile } from './number-value.ts'
import { asDigits, corrected, type Parsed } from './parsed.ts'

/** `lettered`: begun by a carrier's own letters; `plain`: digits only, which other numbers are too. */
export type WaybillFit = {
  readonly value: string
  readonly shape: 'lettered' | 'plain' | 'strange'
  readonly carrier?: string
  readonly checks: boolean
}

const fails: Text = { zh: '校验位不对，请核对', en: 'the check digit does not fit; please check' }

/** The waybill number a text begins with: capitals and digits, a parcel count behind it (`-1-2-`) left off. */
export function readWaybill(
  text: string,
  lexicon: PageLexicon,
): (Parsed<string> & { readonly carrier?: string }) | undefined {
  const run = /^[A-Za-z0-9|]+(?: (?=\d{2,}(?:\D|$))\d+)*/.exec(text)?.[0] ?? ''
  const tail = text.slice(run.length)
  const joined = run.split(' ')
  const written = (joined[0]?.length ?? 0) >= 10 ? (joined[0] ?? '') : run.replaceAll(' ', '')
  if (/^(?:\*|\.{2}|…)/.test(tail) || (/^[-:/.]\d/.test(tail) && !/^-\d{1,3}-/.test(tail))) return undefined
  const fit = waybillFit(written, lexicon)
  if (fit === undefined) return undefined
  const isFixed = fit.value !== written.toUpperCase()
  const inPieces = joined.length > 1
  const base = { lettered: 1, plain: plainFit(fit.value), strange: 0.85 }[fit.shape]
  return {
    value: fit.value,
    fit: base * (isFixed ? 0.88 : 1) * (fit.checks ? 1 : 0.6) * (inPieces ? 0.9 : 1),
    notes: [...(isFixed ? [corrected] : []), ...(fit.checks ? [] : [fails])],
    ...(fit.carrier === undefined ? {} : { carrier: fit.carrier }),
  }
}

export function waybillFit(written: string, { carriers }: PageLexicon): WaybillFit | undefined {
  // A small l among capitals is a one.
  const bare = (/[A-Z]/.test(written) ? written.replaceAll('l', '1') : written)
    .toUpperCase()
    .replace(/-\d{1,3}(?:-\d{1,3}-?\d*)?-?$/, '')
  if (!/^[A-Z0-9|]{10,24}$/.test(bare) || bare.replaceAll(/\D/g, '').length < 8) return undefined
  for (const { name, shapes } of carriers)
    for (const shape of shapes) {
      const value = shaped(bare, shape)
      if (value === undefined) continue
      const checks = shape.check !== 's10' || isS10(value)
      return { value, shape: shape.begins.length > 0 ? 'lettered' : 'plain', carrier: name, checks }
    }
  const digits = asDigits(bare)
  if (/^\d{10,15}$/.test(digits)) return { value: digits, shape: 'plain', checks: true }
  return { value: bare, shape: 'strange', checks: true }
}

function plainFit(digits: string): number {
  if (isMobile(digits)) return 0.6
  return digits.length >= 12 ? 0.97 : 0.9
}

/** The number as the carrier would write it, when it has that carrier's shape. */
function shaped(bare: string, { begins, letters, leads, digits, check }: WaybillShape): string | undefined {
  if (check === 's10') return /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(bare) && begins.includes(bare[0] ?? '') ? bare : undefined
  if (begins.length === 0) {
    const plain = asDigits(bare)
    const isOurs = digits.includes(plain.length) && leads.some((lead) => plain.startsWith(lead))
    return isOurs && /^\d+$/.test(plain) ? plain : undefined
  }
  for (const begin of begins) {
    if (!bare.startsWith(begin)) continue
    const more = new RegExp(`^[A-HJ-NPR-Z]{0,${letters}}`).exec(bare.slice(begin.length))?.[0] ?? ''
    for (let taken = more.length; taken >= 0; taken -= 1) {
      const head = begin + more.slice(0, taken)
      const body = asDigits(bare.slice(head.length))
      if (/^\d+$/.test(body) && digits.includes(body.length)) return head + body
    }
  }
  return undefined
}

/** UPU S10: the ninth digit follows from the eight before it. */
function isS10(code: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(code[i + 2]), 0)
  const rest = 11 - (sum % 11)
  return Number(code[10]) === (rest === 10 ? 0 : rest === 11 ? 5 : rest)
}
