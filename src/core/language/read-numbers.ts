import { cueBeside } from './cue.ts'
import type { Lexicon } from './lexicon.ts'
import type { ReadField } from './read-field.ts'

/** Runs of digits and capitals that may be the number of something; letters lead or are absent. */
const run = /(?<![\dA-Za-z.])(?:[A-Za-z]{1,5}\d[\dA-Za-z]{7,22}|\d{8,22})(?![\dA-Za-z]|\.\d)/g
/** Carriers begin their numbers with letters of their own. */
const carrier = /^(?:jd[a-z]{0,3}|sf|yt|zt|sto|yd|jt|ems|ea|db|dpk|ky)\d/i

/** Order and waybill numbers. A mobile number or an identity number is never taken for one. */
export function readNumbers(text: string, plain: string, { cues }: Lexicon): readonly ReadField[] {
  const labels = cues.filter(({ field }) => field === 'order-number' || field === 'waybill-number')
  const runs = [...plain.matchAll(run)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return runs.flatMap((span): ReadField[] => {
    const value = text.slice(span.start, span.end).normalize('NFKC')
    const named = labels.flatMap((cue) => {
      const beside = cueBeside(plain, span, [cue], { others: runs })
      return beside === undefined || beside.score < 0.9 ? [] : [cue.field]
    })
    if (named.includes('waybill-number')) return [{ field: 'waybill-number', value, score: 0.95, ...span }]
    if (carrier.test(value)) return [{ field: 'waybill-number', value, score: 0.85, ...span }]
    if (!/^\d+$/.test(value) || isPerson(value)) return []
    if (named.includes('order-number') && !isOther(plain, span.start))
      return [{ field: 'order-number', value, score: 0.95, ...span }]
    return /^\d{12,13}$/.test(value) && !isOther(plain, span.start)
      ? [{ field: 'order-number', value, score: 0.6, ...span }]
      : []
  })
}

function isPerson(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits) || /^\d{17}$/.test(digits) || /^[1-9]\d{5}(?:19|20)\d{10}$/.test(digits)
}

/** A number of something else says so right before it. */
function isOther(plain: string, start: number): boolean {
  return /(?:税号|识别号|账号|帐号|卡号|银行卡|电话|手机|手机号|身份证|身份证号|服务单号?|售后单号?|服务单|发票号码?|工单号?|投诉单号?|流水号|交易号|商户单号|sku|商品编号|商品id|qq|微信)[\s:：是为]*$/.test(
    plain.slice(Math.max(0, start - 12), start),
  )
}
