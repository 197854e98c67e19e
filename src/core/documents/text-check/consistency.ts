import { readNumber } from '../../knowledge/lookup/written-number.ts'
import type { ReadField } from '../../language/read-field.ts'
import type { LintFinding } from '../../lint/finding.ts'
import { dayOf } from '../../values/instant.ts'
import { bare, type Checked, type Found, placeOf, SURE } from './checked.ts'
import { exhibitRefs } from './exhibit-refs.ts'
import * as words from './text-check-words.ts'

/** What the text says and the case says otherwise: numbers, sums, days, names, counts, exhibits. */
export function inconsistencies(checked: Checked): readonly LintFinding[] {
  return [
    ...checked.fields.flatMap((field) => differs(field, checked) ?? []),
    ...names(checked),
    ...counts(checked),
    ...exhibitRefs(checked),
  ].map((finding) => ({ kind: 'consistency', ...finding }))
}

function differs(field: ReadField, checked: Checked): Found | undefined {
  const { start, end, score } = field
  const { order } = checked.kase
  switch (field.field) {
    case 'order-number': {
      if (order.number === undefined || bare(order.number) === bare(field.value)) return undefined
      const severity = score >= SURE ? 'error' : 'advice'
      return { start, end, rule: 'order-number-differs', severity, ...words.differs('order-number', order.number) }
    }
    case 'waybill-number':
      return order.waybill === undefined || bare(order.waybill) === bare(field.value)
        ? undefined
        : { start, end, rule: 'waybill-differs', severity: 'advice', ...words.differs('waybill', order.waybill) }
    case 'time':
      return timeDiffers(field, checked)
    case 'amount':
      return field.role === 'demanded' ? aboveFormula(field, checked) : paidDiffers(field, checked)
    default:
      return undefined
  }
}

type Time = ReadField & { readonly field: 'time' }
type Amount = ReadField & { readonly field: 'amount' }

/** A whole date that a label says is of the order, and is not. Days told in passing may be of anything. */
function timeDiffers({ start, end, role, value, score }: Time, { kase, points }: Checked): Found | undefined {
  const { order } = kase
  const known = {
    ordered: order.placedAt ?? order.paidAt,
    paid: order.paidAt ?? order.placedAt,
    shipped: order.shippedAt,
    signed: order.signedAt,
    cancelled: order.cancelledAt,
    promised: undefined,
    unknown: undefined,
  }[role]
  const isWhole = /月|[-/.]\d/.test(points.slice(start, end).join(''))
  const day = value.length === 10 ? value : dayOf(value)
  if (known === undefined || score < SURE || !isWhole || day === dayOf(known)) return undefined
  return { start, end, rule: 'day-differs', severity: 'error', ...words.dayDiffers(role, dayOf(known)) }
}

/** What was paid, where the words right before the sum say so: a sum may be spoken of in many other ways. */
const paidLabel = /(?:实付|实际支付|支付了|共支付|付了|付款)(?:款|金额|货款|价款)?[为是:\s]*(?:人民币)?[¥￥\s]*$/

function paidDiffers({ start, end, value }: Amount, { kase, points }: Checked): Found | undefined {
  const { paidFen, items } = kase.order
  if (paidFen === undefined || !paidLabel.test(points.slice(Math.max(0, start - 16), start).join(''))) return undefined
  const prices = items.flatMap(({ priceFen, quantity }) => [priceFen, priceFen * quantity])
  if ([paidFen, ...prices].includes(value)) return undefined
  return { start, end, rule: 'paid-differs', severity: 'error', ...words.paidDiffers(paidFen) }
}

/** A demand above everything the formulas give for this case; advice, for losses may be proved. */
function aboveFormula({ start, end, value }: Amount, { advice: { rights, ladder } }: Checked): Found | undefined {
  const sums = [
    ...rights.flatMap(({ status, amount }) => (status === 'does-not-apply' ? [] : (amount?.fen ?? []))),
    ...ladder.flatMap(({ fen }) => fen ?? []),
  ]
  const most = Math.max(...sums)
  if (sums.length === 0 || value <= most) return undefined
  return { start, end, rule: 'sum-above-formula', severity: 'advice', ...words.aboveFormula(most) }
}

const personLabel =
  /(?<=(?<!被)(?:投诉人|申请人|联系人|具状人|姓名|署名)[:：]\s*)[\p{Script=Han}·]{2,10}?(?=先生|女士|小姐|[^\p{Script=Han}·]|$)/gu
const shopLabel = /(?<=店铺(?:名称)?[:：]\s*[“"「]?)[^\s，。；,;“”"「」（(]{2,30}/g
/** Often written before the name of a shop, of which it is no part. */
const platform = /^(?:京东|天猫|淘宝|拼多多|抖音)(?:平台|商城)?(?=.)/
const mobile = /(?<!\d)1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)/g

function names(checked: Checked): readonly Found[] {
  const { plain, kase } = checked
  const { consumer, order } = kase
  const written = [...plain.matchAll(personLabel)].flatMap((match): Found[] =>
    consumer.name === undefined || consumer.name === match[0]
      ? []
      : [
          {
            ...placeOf(match, checked),
            rule: 'name-differs',
            severity: 'error',
            ...words.differs('name', consumer.name),
          },
        ],
  )
  const shop = order.shop?.name
  const shops = [...plain.matchAll(shopLabel)].flatMap((match): Found[] => {
    const said = bare(match[0]).replace(platform, '')
    const isKnown = [shop, order.shop?.company].some((name) => name !== undefined && bare(name).includes(said))
    if (shop === undefined || isKnown) return []
    return [{ ...placeOf(match, checked), rule: 'shop-differs', severity: 'error', ...words.differs('shop', shop) }]
  })
  const own = [consumer.phone, consumer.landline, order.shop?.phone].flatMap((phone) => (phone ? bare(phone) : []))
  const phones = [...plain.matchAll(mobile)].flatMap((match): Found[] => {
    if (consumer.phone === undefined || own.includes(bare(match[0]))) return []
    const said = words.differs('phone', consumer.phone)
    return [{ ...placeOf(match, checked), rule: 'phone-differs', severity: 'advice', ...said }]
  })
  return [...written, ...shops, ...phones]
}

const n = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const reached = '(?:联系|沟通|打电话|打过电话|打了电话|致电|拨打|催促|催办|反映|咨询|询问|交涉|协商|投诉)'
const count = new RegExp(
  `${reached}[^。！？!?\\n]{0,10}?${n}次|(?:打|拨)(?:了|过)?${n}次[^。！？!?\\n]{0,4}?电话|${n}次[^。！？!?\\n]{0,6}?${reached}`,
  'g',
)

/** `七八次` is seven or eight. */
const about = /([一二两三四五六七八九])[一二三四五六七八九]$/

/** `先后联系客服五次` against the contacts on record: more than are recorded cannot be shown. */
function counts(checked: Checked): readonly Found[] {
  const made = checked.kase.contacts.length
  return [...checked.plain.matchAll(count)].flatMap((match): Found[] => {
    const said = readNumber((match[1] ?? match[2] ?? match[3] ?? '').replace(about, '$1'))
    if (said === undefined || said <= made) return []
    const place = placeOf(match, checked)
    return [{ ...place, rule: 'contacts-differ', severity: 'error', ...words.contactsDiffer(said, made) }]
  })
}
