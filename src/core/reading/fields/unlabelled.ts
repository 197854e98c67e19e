import type { Text } from '../../values/text.ts'
import { type Cell, median } from '../layout/cell.ts'
import { readAmount } from './amount-value.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import type { PageKind } from './label.ts'
import type { Reader } from './parse-value.ts'
import { stripped } from './region.ts'
import { readWaybill, waybillFit } from './waybill-value.ts'
import { isAddressLike, readAddress, readCarrier, readPersonName, readPhone, untapped } from './words-value.ts'

const noLabel: Text = { zh: '旁边没有写明是什么', en: 'nothing beside it says what it is' }
const shops =
  /^[^:：。，,!！?？]{2,24}(?:官方旗舰店|海外旗舰店|自营旗舰店|旗舰店|专营店|专卖店|自营店|官方店|企业店|直营店|自营专区|专区|食品店|图书专营|自营)$/

/** What can be told by its own shape, where no label says what it is. Hints, except a waybill beside its carrier's name. */
export function unlabelled(
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
  kind: PageKind,
  reader: Reader,
): readonly Candidate[] {
  const free = cells.filter(({ line }) => !labelled.has(line))
  return [
    ...free.flatMap((cell) => carriersWaybill(cell, cells, reader)),
    ...free.flatMap((cell) => shop(cell, kind)),
    ...free.flatMap(person),
    ...(kind === 'payment' ? paidHead(free, reader) : []),
  ]
}

/** `京东快递 JD0123…` in one line, or the carrier alone and the number next to it; else a number of a carrier's own shape. */
function carriersWaybill(cell: Cell, cells: readonly Cell[], reader: Reader): readonly Candidate[] {
  const { lexicon } = reader
  const named = [...cell.text.matchAll(lexicon.carrierNamed)].find(({ index }) => index <= 1)
  const rest = named === undefined ? '' : stripped(cell.text.slice(named.index + named[0].length))
  const inline = rest === '' ? undefined : readWaybill(rest, lexicon)
  const region = { place: 'inline' as const, cells: [cell] }
  const carrier = named === undefined ? undefined : readCarrier(cell.text, lexicon)
  const isAlone = carrier !== undefined && (rest === '' || inline !== undefined)
  const carriers = isAlone
    ? [candidateOf('carrier', { strength: 'likely' }, region, { ...carrier, notes: [noLabel] })]
    : []
  if (inline !== undefined) {
    const agrees = inline.carrier === undefined || inline.carrier === carrier?.value
    const fit = inline.fit * (agrees && waybillFit(inline.value, lexicon)?.shape === 'lettered' ? 1.05 : 0.9)
    return [...carriers, candidateOf('waybillNumber', { strength: 'likely' }, region, { ...inline, fit })]
  }
  const alone = /^(?:[A-Z]{2}[A-Za-z0-9|]{9,20}|\d{12,15}$)/.test(cell.text)
    ? readWaybill(cell.text, lexicon)
    : undefined
  if (alone === undefined) return carriers
  const above = cells[cell.line - 1]
  const isNamed = above !== undefined && above.text.search(lexicon.carrierNamed) >= 0 && above.text.length < 14
  const { shape, carrier: owner } = waybillFit(alone.value, lexicon) ?? {}
  if (shape !== 'lettered' && !(isNamed && owner !== undefined && above.text.includes(owner.slice(0, 2))))
    return carriers
  const strength = isNamed && shape === 'lettered' ? 'likely' : 'hint'
  const candidate = candidateOf('waybillNumber', { strength }, region, { ...alone, notes: [...alone.notes, noLabel] })
  return [...carriers, isNamed ? candidate : { ...candidate, score: Math.max(candidate.score, 0.82 * alone.fit) }]
}

/** A line that ends as names of shops do. */
function shop(cell: Cell, kind: PageKind): readonly Candidate[] {
  const value = untapped(cell.text)
  if (!shops.test(value)) return []
  const strength =
    kind === 'order-page' || kind === 'product-page' || kind === 'refund-record' || kind === 'return-record'
      ? 'likely'
      : 'hint'
  return [candidateOf('shop', { strength }, { place: 'inline', cells: [cell] }, { value, fit: 1, notes: [noLabel] })]
}

/** `张三 138****0000`, and an address that reads as one. */
function person(cell: Cell): readonly Candidate[] {
  const region = { place: 'inline' as const, cells: [cell] }
  const at = cell.text.search(/(?<!\d)1[3-9]\d(?:\d{8}|\*{4}\d{4}|[- ]\d{4}[- ]\d{4})(?!\d)/)
  const phone = at < 0 ? undefined : readPhone(cell.text.slice(at))
  const name = phone === undefined || at === 0 ? undefined : readPersonName(cell.text.slice(0, at).trim())
  const address = isAddressLike(cell.text) ? readAddress(cell.text) : undefined
  return [
    ...(phone === undefined ? [] : [candidateOf('phone', { strength: 'likely' }, region, phone)]),
    ...(name === undefined ? [] : [candidateOf('name', { strength: 'likely' }, region, name)]),
    ...(address === undefined ? [] : [candidateOf('address', { strength: 'hint' }, region, address)]),
  ]
}

/** The large amount at the head of a bill. */
function paidHead(free: readonly Cell[], { isPicture }: Reader): readonly Candidate[] {
  const usual = median(free.flatMap(({ box }) => box?.height ?? []))
  return free.flatMap((cell) => {
    const amount = /^[-¥￥\d]/.test(cell.text) ? readAmount(cell.text, { isPicture }) : undefined
    const isLarge = cell.box === undefined || cell.box.height > usual * 1.3
    if (amount === undefined || !isLarge || !/\d\.\d\d$|元$/.test(cell.text)) return []
    const candidate = candidateOf(
      'amountFen',
      { strength: 'hint' },
      { place: 'inline', cells: [cell] },
      { ...amount, notes: [...amount.notes, noLabel] },
    )
    return [{ ...candidate, score: Math.max(candidate.score, 0.75) }]
  })
}
