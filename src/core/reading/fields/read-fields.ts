import type { Text } from '../../values/text.ts'
import { type FoundLabel, findLabels, type PageKind } from '../labels/label.ts'
import { clockUnder, momentBefore, type Region, regionsOf } from '../labels/region.ts'
import { rowsUnder } from '../labels/text-table.ts'
import { beside, type Cell } from '../layout/cell.ts'
import type { Page } from '../page.ts'
import { isFenField, isTextField, isTimeField, type PageField, type PageFields, type Unread } from '../page-reading.ts'
import { checkedAmounts } from './amount-checks.ts'
import { waybillsIn } from './barcode-waybill.ts'
import { type Candidate, candidateOf, capped } from './candidate.ts'
import { chosenOf } from './choose.ts'
import { checkedEdges } from './edge-check.ts'
import { orderHints } from './order-hints.ts'
import { parseValue, type Reader } from './parse-value.ts'
import type { Parsed } from './parsed.ts'
import { checkedTimes } from './time-checks.ts'
import { timelineMoments } from './timeline.ts'
import { unlabelled } from './unlabelled.ts'

const dayOnly: Text = { zh: '只看到日期，钟点可能没有截到', en: 'only the day was seen; the clock may be cut off' }

export type FieldsReading = {
  readonly fields: PageFields
  readonly unread: readonly Unread[]
  readonly conflicts: readonly Text[]
  readonly labels: readonly FoundLabel[]
}

/** The facts of a purchase that stand on a page, each the likeliest value with the others beside it. */
export function readFields(page: Page, cells: readonly Cell[], kind: PageKind, reader: Reader): FieldsReading {
  const labels = findLabels(cells, reader.lexicon, kind)
  const labelled = new Map<number, number>()
  for (const { cell, start } of labels) if (!labelled.has(cell.line)) labelled.set(cell.line, start)
  const read = labels.map((label) => ({ label, found: valuesOf(label, labels, cells, labelled, reader) }))
  const told = [
    ...read.flatMap(({ found }) => found),
    ...timelineMoments(cells, kind, reader),
    ...unlabelled(cells, labelled, kind, reader),
    ...waybillsIn(page.barcodes, reader.lexicon, namesCarrier(cells, reader)),
  ]
  const candidates = [...told, ...orderHints(cells, labels, labelled, told, kind, reader)]
  const apart = checkedEdges(withoutOrderBarcodes(candidates), page)
  const own = apart.map((one) => ofOthers(one, kind))
  const sound = checkedTimes(checkedAmounts(own, cells, kind, reader.lexicon.says), kind, reader)
  const chosen = fieldsOf(sound)
  return {
    ...chosen,
    labels,
    unread: read.flatMap(({ label, found }) => (found.length > 0 ? [] : unreadOf(label, chosen.fields))),
  }
}

/** The value of a label; of the head of a table one for each row. */
function valuesOf(
  label: FoundLabel,
  labels: readonly FoundLabel[],
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
  reader: Reader,
): readonly Candidate[] {
  const field = outcomeOf(label, cells)
  if (field === undefined) return []
  if (isTimeField(field)) {
    const before = momentBefore(label)
    const parsed = before && parseValue(field, before, reader)
    if (parsed) return [candidateOf(field, label, before, parsed)]
  }
  const found: Candidate[] = []
  for (const region of rowsUnder(label, labels, cells) ?? regionsOf(label, cells, labelled)) {
    const parsed = parsedIn(label, region, cells, reader)
    if (parsed !== undefined) {
      const candidate = candidateOf(field, label, region, parsed)
      const isHalf = reader.isPicture && parsed.precision === 'day' && label.say.endsWith('时间')
      found.push(isHalf ? capped(candidate, 0.85, dayOnly) : candidate)
      if (region.place !== 'column') break
    }
    if (region.place === 'inline' && !isFenField(label.field)) return elsewhere(label, region, field, reader)
  }
  return found
}

/** What a region says; a day whose clock stands under it is read with it. */
function parsedIn({ field }: FoundLabel, region: Region, cells: readonly Cell[], reader: Reader): Parsed | undefined {
  const parsed = parseValue(field, region, reader)
  const [cell] = region.cells
  const isWhole = parsed !== undefined && parsed.precision !== 'day'
  const clock = !isTimeField(field) || isWhole || cell === undefined ? undefined : clockUnder(cell, cells)
  return clock === undefined ? parsed : parseValue(field, { ...region, text: `${region.text} ${clock.text}` }, reader)
}

/** A value that stands a word further on: `运单号 京东快递 JD0123…`, `收货人 地址：…`. */
function elsewhere(label: FoundLabel, region: Region, field: Candidate['field'], reader: Reader): readonly Candidate[] {
  const at = region.text.search(/\d{6}|[A-Z]{2}[A-Z0-9]{8}|20\d\d[-/.年]/)
  if (at < 1 || at > 12 || label.field === 'name' || label.field === 'shop') return []
  const parsed = parseValue(
    label.field,
    { ...region, text: region.text.slice(at), first: region.first.slice(at) },
    reader,
  )
  return parsed === undefined ? [] : [candidateOf(field, { strength: 'hint' }, region, parsed)]
}

/** What the value of a label is handed out as. Of two tax ids on an invoice the seller's is wanted. */
function outcomeOf(label: FoundLabel, cells: readonly Cell[]): Candidate['field'] | undefined {
  const { field } = label
  if (field === 'taxId') return isBuyers(label, cells) ? undefined : 'sellerTaxId'
  if (field === 'discountFen') return field
  return isTimeField(field) || isFenField(field) || isTextField(field) ? field : undefined
}

/** Of two of them the buyer's stands first, at the left or above. */
function isBuyers({ cell, start }: FoundLabel, cells: readonly Cell[]): boolean {
  const others = cells.filter(({ text }) => /识别号|信用代码/.test(text))
  if (others.length === 1) return (cell.text.match(/识别号/g) ?? []).length > 1 && start < cell.text.length / 2
  const { box } = cell
  return others.some((other) => {
    if (other.line === cell.line) return false
    if (box === undefined || other.box === undefined) return other.line > cell.line
    return beside(box, other.box) > 0.4 ? other.box.x > box.x : other.box.y > box.y
  })
}

/** Names and phones on a parcel's track and in a chat are mostly a courier's or a shop's. */
function ofOthers(one: Candidate, kind: PageKind): Candidate {
  const isPersonal = one.field === 'phone' || one.field === 'name' || one.field === 'address'
  return isPersonal && mixed.has(kind) ? capped(one, 0.6, maybeOthers) : one
}

const mixed: ReadonlySet<PageKind> = new Set([
  'logistics',
  'pickup-notice',
  'chat',
  'seller-info',
  'payment',
  'invoice',
  'waybill',
])
const maybeOthers: Text = { zh: '可能是快递员、商家或别人的', en: 'it may be a courier’s, a shop’s or somebody else’s' }

function namesCarrier(cells: readonly Cell[], { lexicon }: Reader): boolean {
  return cells.some(({ text }) => text.search(lexicon.carrierNamed) >= 0)
}

/** Labels on parcels carry the order number as a barcode too. */
function withoutOrderBarcodes(candidates: readonly Candidate[]): readonly Candidate[] {
  const orders = new Set(candidates.filter(({ field }) => field === 'orderNumber').map(({ value }) => value))
  return candidates.filter(
    ({ field, from, value }) => field !== 'waybillNumber' || from === 'text' || !orders.has(value),
  )
}

function fieldsOf(candidates: readonly Candidate[]): Pick<FieldsReading, 'fields' | 'conflicts'> {
  const names = [...new Set(candidates.flatMap(({ field }) => (field === 'discountFen' ? [] : [field])))]
  const conflicts: Text[] = []
  const fields: Record<string, unknown> = {}
  for (const name of names) {
    const chosen = chosenOf(
      name,
      candidates.filter(({ field }) => field === name),
    )
    if (chosen === undefined) continue
    fields[name] = chosen.value
    if (chosen.conflict !== undefined) conflicts.push(chosen.conflict)
  }
  return { fields, conflicts }
}

/** A sure label of a wanted value with nothing legible beside it. */
function unreadOf(label: FoundLabel, fields: PageFields): readonly Unread[] {
  const wanted: readonly string[] = [
    'orderNumber',
    'waybillNumber',
    'amountFen',
    'placedAt',
    'paidAt',
    'refundFen',
    'invoiceFen',
    'invoiceNumber',
    'ticketNumber',
    'serviceNumber',
  ]
  const { field, strength, cell } = label
  if (strength !== 'sure' || !wanted.includes(field) || !isWanted(field)) return []
  if (fields[field] !== undefined && fields[field].score >= 0.9) return []
  return [{ field, line: cell.line, ...(cell.box === undefined ? {} : { box: cell.box }) }]
}

function isWanted(field: string): field is PageField {
  return isTimeField(field) || isFenField(field) || isTextField(field)
}
