import { formatYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'
import type { PageKind } from '../labels/label.ts'
import type { Cell } from '../layout/cell.ts'
import type { PageLexicon } from '../page-lexicon.ts'
import { type Candidate, capped, rounded } from './candidate.ts'

const notYet: Text = { zh: '像是还没有付款的页面', en: 'the page looks like one before paying' }
const notThere: Text = {
  zh: '这种页面上的金额不一定是付的钱',
  en: 'on such a page an amount need not be what was paid',
}
const adds: Text = { zh: '商品总额、运费、优惠算下来一致', en: 'goods, shipping and discounts add up to it' }
const off: Text = {
  zh: '和商品总额、运费、优惠算下来不一致，请核对',
  en: 'goods, shipping and discounts add up to something else; please check',
}
const settled: Text = { zh: '订单已付款', en: 'the order is paid' }

/** Amounts measured against the page they stand on: is it paid yet, and does the sum add up. */
export function checkedAmounts(
  candidates: readonly Candidate[],
  cells: readonly Cell[],
  kind: PageKind,
  { notPlacedYet, notPaidYet, alreadyPaid }: PageLexicon['says'],
): readonly Candidate[] {
  const text = cells.map((cell) => cell.text).join('\n')
  const isPlaced = candidates.some(({ field, strength }) => field === 'orderNumber' && strength === 'sure')
  const isBefore = notPaidYet.test(text) || (!isPlaced && notPlacedYet.test(text))
  const isPaid = alreadyPaid.test(text)
  const computed = computedFen(candidates)
  const checked = candidates.flatMap((one): readonly Candidate[] => {
    if (one.field !== 'amountFen') return [one]
    if (kind === 'invoice' && one.strength !== 'sure') return []
    if (kind === 'product-page' || kind === 'chat' || kind === 'logistics' || kind === 'waybill')
      return [capped(one, 0.6, notThere)]
    if (isBefore && !isPaid) return [capped(one, 0.7, notYet)]
    if (kind === 'refund-record' && one.strength !== 'sure') return [capped(one, 0.6, notThere)]
    return [summed(one, computed, isPaid && kind === 'order-page')]
  })
  const hasAmount = checked.some(({ field }) => field === 'amountFen')
  if (hasAmount || computed === undefined || kind !== 'order-page' || isBefore) return checked
  const inferred: Candidate = {
    field: 'amountFen',
    strength: 'hint',
    value: computed.fen,
    score: 0.6,
    from: 'text',
    line: computed.line,
    notes: [
      {
        zh: '由商品总额、运费、优惠算出，没有直接看到',
        en: 'computed from goods, shipping and discounts, not seen itself',
      },
    ],
  }
  return [...checked, inferred]
}

function summed(one: Candidate, computed: Computed | undefined, isPaid: boolean): Candidate {
  if (computed !== undefined && one.value === computed.fen) {
    const score = one.strength === 'hint' ? one.score : 1 - (1 - one.score) * 0.4
    return { ...one, score: rounded(Math.min(0.99, score)), notes: [...one.notes, adds] }
  }
  // With every part shown a difference means that one of them was misread.
  if (computed?.isWhole === true && one.strength !== 'hint') {
    const sum = { zh: `${off.zh}（${formatYuan(computed.fen)}）`, en: `${off.en} (${formatYuan(computed.fen)})` }
    return capped(one, 0.86, sum)
  }
  if (one.strength === 'likely' && isPaid)
    return { ...one, score: rounded(one.score * 1.04), notes: [...one.notes, settled] }
  return one
}

type Computed = { readonly fen: number; readonly isWhole: boolean; readonly line: number }

/** Goods and shipping less the discounts; whole when discounts are among them. Each amount counts once. */
function computedFen(candidates: readonly Candidate[]): Computed | undefined {
  const goods = candidates.filter(({ field, strength }) => field === 'goodsFen' && strength === 'sure')
  const [good] = goods
  if (good === undefined || typeof good.value !== 'number' || goods.length > 1) return undefined
  const sum = (field: Candidate['field']) =>
    candidates.flatMap((one) => (one.field === field && typeof one.value === 'number' ? [one.value] : []))
  const [shipping, discounts] = [sum('shippingFen'), sum('discountFen')]
  const fen = good.value + (shipping[0] ?? 0) - discounts.reduce((total, value) => total + value, 0)
  return fen <= 0 ? undefined : { fen, isWhole: discounts.length > 0, line: good.line ?? 0 }
}
