import type { Text } from '../../values/text.ts'
import type { PageKind } from '../labels/label.ts'
import { stripped } from '../labels/region.ts'
import { type Cell, median, typeSize } from '../layout/cell.ts'
import { readAmount } from './amount-value.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import type { Reader } from './parse-value.ts'
import { readWaybill, waybillFit } from './waybill-value.ts'
import { isAddressLike, readAddress, readCarrier, readPersonName, readPhone, untapped } from './words-value.ts'

/** Who receives and where: name, phone and address often follow one label. */
const receivers = /^(?:收货|收件|联系人|姓名)/
const noLabel: Text = { zh: '旁边没有写明是什么', en: 'nothing beside it says what it is' }

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
    ...free.flatMap((cell) => shop(cell, kind, reader)),
    ...[...free, ...cells.filter(({ text, line }) => labelled.get(line) === 0 && receivers.test(text))].flatMap(person),
    ...(kind === 'payment' ? paidHead(free, reader) : []),
    ...(kind === 'invoice' ? oldInvoice(free, reader) : []),
  ]
}

/** `京东快递 JD0123…` in one line, or the carrier alone and the number next to it; else a number of a carrier's own shape. */
function carriersWaybill(cell: Cell, cells: readonly Cell[], reader: Reader): readonly Candidate[] {
  const { lexicon } = reader
  const named = [...cell.text.matchAll(lexicon.carrierNamed)].find(({ index }) => index <= 1)
  const behind = named === undefined ? '' : cell.text.slice(named.index + named[0].length)
  const rest = stripped(/^\s?\(([A-Z0-9]{10,})\)/.exec(behind)?.[1] ?? behind)
  const inline = rest === '' ? undefined : readWaybill(rest, lexicon)
  const region = { place: 'inline' as const, cells: [cell] }
  const carrier = named === undefined ? undefined : readCarrier(cell.text, lexicon)
  const isAlone = carrier !== undefined && (rest === '' || inline !== undefined)
  const carriers = isAlone
    ? [candidateOf('carrier', { strength: 'likely' }, region, { ...carrier, notes: [noLabel] })]
    : []
  if (inline !== undefined) {
    // The number has the shape of the carrier that stands before it.
    const fit = inline.fit * (inline.carrier !== undefined && inline.carrier === carrier?.value ? 1.05 : 0.9)
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
  const agrees = isNamed && shape === 'lettered' && readCarrier(above.text, lexicon)?.value === owner
  const candidate = candidateOf('waybillNumber', { strength }, region, {
    ...alone,
    fit: alone.fit * (agrees ? 1.03 : 1),
    notes: agrees ? alone.notes : [...alone.notes, noLabel],
  })
  return [...carriers, isNamed ? candidate : { ...candidate, score: Math.max(candidate.score, 0.82 * alone.fit) }]
}

/** A line that ends as names of shops do. */
function shop(cell: Cell, kind: PageKind, { lexicon }: Reader): readonly Candidate[] {
  const value = untapped(cell.text)
  const ending = [...value.matchAll(new RegExp(lexicon.says.shopEndings, 'g'))].at(-1)
  const isName = ending !== undefined && ending.index + ending[0].length === value.length && ending.index >= 2
  if (!isName || value.length > 30 || /[:：。，,!！?？]/.test(value)) return []
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
  const sizeOf = ({ text, box }: Cell) => (box === undefined ? undefined : typeSize({ text, box }))
  const usual = median(free.flatMap((cell) => sizeOf(cell) ?? []))
  return free.flatMap((cell) => {
    const amount = /^[-¥￥\d]/.test(cell.text) ? readAmount(cell.text, { isPicture }) : undefined
    const isLarge = cell.box === undefined || (sizeOf(cell) ?? 0) > usual * 1.3
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

/** Older invoices print their code, number and total with no words beside them; of the total the two parts are shown too. */
function oldInvoice(free: readonly Cell[], { isPicture }: Reader): readonly Candidate[] {
  const hint = (field: Candidate['field'], cell: Cell, value: string | number, score: number): Candidate => ({
    ...candidateOf(
      field,
      { strength: 'hint' },
      { place: 'inline', cells: [cell] },
      { value, fit: 1, notes: [noLabel] },
    ),
    score,
  })
  const numbers = free.flatMap((cell) => {
    const digits = /^(?:No\.?|N[o°]|№)?\s?(\d{8}|\d{10}|\d{12}|\d{20})$/i.exec(cell.text)?.[1]
    if (digits === undefined) return []
    return digits.length === 8 || digits.length === 20
      ? [hint('invoiceNumber', cell, digits, 0.7)]
      : [hint('invoiceCode', cell, digits, 0.7)]
  })
  const amounts = free.flatMap((cell) => {
    const amount = /^[¥￥]/.test(cell.text) ? readAmount(cell.text, { isPicture }) : undefined
    return amount === undefined ? [] : [{ cell, fen: amount.value }]
  })
  const total = amounts.find(({ fen }) => amounts.some((a) => amounts.some((b) => a !== b && a.fen + b.fen === fen)))
  return total === undefined ? numbers : [...numbers, hint('invoiceFen', total.cell, total.fen, 0.85)]
}
