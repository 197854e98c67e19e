/** What kind of thing an exhibit is, from the user's point of view. */
export const evidenceKinds = [
  'order-page',
  'product-page',
  'chat',
  'goods-photo',
  'unboxing-video',
  'waybill',
  'logistics',
  'payment',
  'invoice',
  'package-photo',
  'label-photo',
  'test-report',
  'cancel-notice',
  'return-record',
  'refund-record',
  'medical',
  'pickup-notice',
  'call-record',
  'seller-info',
  'authority-letter',
  'mail',
  'other',
] as const

export type EvidenceKind = (typeof evidenceKinds)[number]

export function isEvidenceKind(value: unknown): value is EvidenceKind {
  return evidenceKinds.some((kind) => kind === value)
}
