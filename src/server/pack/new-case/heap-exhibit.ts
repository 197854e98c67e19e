import type { Knowledge } from '../../../core/knowledge/knowledge.ts'
import { checkGoodsPhoto } from '../../../core/reading/checks/goods-photo.ts'
import { pageTiming } from '../../../core/reading/checks/page-timing.ts'
import { type HeapFile, kindOf } from '../../../core/reading/heap/heap-file.ts'
import { CERTAIN, type PageField } from '../../../core/reading/page-reading.ts'
import type { EvidenceKind } from '../../../core/values/evidence-kind.ts'
import { evidenceKindName } from '../../../core/values/evidence-kind-names.ts'
import { formatShanghai, parseInstant } from '../../../core/values/instant.ts'

type Around = {
  readonly waybill: string | number | undefined
  readonly placedAt: string | undefined
  readonly knowledge: Knowledge
  /** The number of the other order it belongs to. */
  readonly stranger: string | undefined
  readonly now: string
}

/** What each field, legibly shown, proves to be on a page (ids of `must-show` in `knowledge/evidence`). */
const shown: { readonly [F in PageField]?: { readonly id: string; readonly on: readonly EvidenceKind[] } } = {
  orderNumber: { id: 'order-number', on: ['order-page', 'invoice', 'logistics', 'refund-record'] },
  shop: { id: 'shop', on: ['order-page'] },
  amountFen: { id: 'price', on: ['order-page', 'payment'] },
  paidAt: { id: 'paid-time', on: ['order-page', 'payment'] },
  waybillNumber: { id: 'waybill', on: ['logistics', 'waybill'] },
  signedAt: { id: 'sign-time', on: ['logistics'] },
  invoiceNumber: { id: 'invoice-number', on: ['invoice'] },
  refundFen: { id: 'refund-sum', on: ['refund-record'] },
  cancelledAt: { id: 'cancel-time', on: ['cancel-notice', 'order-page'] },
}

/** A file as an exhibit: its kind, a title, what it was seen to show. What it proves is left to the user. */
export function exhibitOf(read: HeapFile, { waybill, placedAt, knowledge, stranger, now }: Around) {
  const kind = kindOf(read)
  const taken = read.capturedAt === undefined ? undefined : parseInstant(read.capturedAt)
  const when = taken?.ok === true ? `（${formatShanghai(taken.value)}）` : ''
  const note = stranger === undefined ? '' : `，另一笔订单 ${stranger}`
  return {
    kind,
    title: `${evidenceKindName(kind).zh}${note}${when}`,
    shows: stranger === undefined ? showsOf(read, kind, { waybill, placedAt, knowledge }) : [],
    // A clock that was ahead would put the picture into the future; then nothing is said.
    ...(taken?.ok === true && taken.value <= now ? { takenAt: taken.value } : {}),
  }
}

function showsOf(
  read: HeapFile,
  kind: EvidenceKind,
  { waybill, placedAt, knowledge }: Pick<Around, 'waybill' | 'placedAt' | 'knowledge'>,
): readonly string[] {
  const { fields, items, chat } = read.says
  const ids = Object.entries(fields).flatMap(([field, { score }]) => {
    const known = shown[field as PageField]
    return known?.on.includes(kind) && score >= CERTAIN ? [known.id] : []
  })
  if (kind === 'order-page' && items.some(({ name }) => name.score >= CERTAIN)) ids.push('item')
  if (kind === 'chat' && chat?.lines.some(({ speaker, at }) => speaker === 'self' && at !== undefined))
    ids.push('first-contact')
  if (kind === 'goods-photo' || kind === 'package-photo') {
    const order = waybill === undefined ? undefined : String(waybill)
    if (checkGoodsPhoto(read.page, read.says, order, knowledge).status === 'have') ids.push('waybill')
  }
  if (kind === 'product-page' && read.capturedAt !== undefined) {
    ids.push('page-time')
    const saved = { at: read.capturedAt, from: 'file' }
    if (pageTiming(saved, placedAt).status === 'have') ids.push('page-before-order')
  }
  return [...new Set(ids)]
}
