import type { EvidenceKind } from './evidence-kind.ts'
import { type Lang, say, type Text } from './text.ts'

/** What users call each kind of exhibit. */
const evidenceKindTexts: Readonly<Record<EvidenceKind, Text>> = {
  'order-page': { zh: '订单页', en: 'order page' },
  'product-page': { zh: '商品页', en: 'product page' },
  chat: { zh: '聊天记录', en: 'chat' },
  'goods-photo': { zh: '商品照片', en: 'photo of the goods' },
  'unboxing-video': { zh: '开箱视频', en: 'unboxing video' },
  waybill: { zh: '快递面单', en: 'waybill' },
  logistics: { zh: '物流记录', en: 'tracking record' },
  payment: { zh: '付款记录', en: 'payment record' },
  invoice: { zh: '发票', en: 'invoice' },
  'package-photo': { zh: '包装照片', en: 'photo of the package' },
  'label-photo': { zh: '标签照片', en: 'photo of the label' },
  'test-report': { zh: '检测报告', en: 'test report' },
  'cancel-notice': { zh: '取消通知', en: 'notice of cancellation' },
  'return-record': { zh: '退货记录', en: 'return record' },
  'refund-record': { zh: '退款记录', en: 'refund record' },
  medical: { zh: '病历票据', en: 'medical papers' },
  'pickup-notice': { zh: '取件通知', en: 'pick-up notice' },
  'call-record': { zh: '通话记录', en: 'call record' },
  'seller-info': { zh: '商家信息', en: 'seller information' },
  'authority-letter': { zh: '机关文书', en: 'letter of an authority' },
  mail: { zh: '邮件', en: 'e-mail' },
  other: { zh: '其他', en: 'other' },
}

export function evidenceKindName(kind: EvidenceKind): Text {
  return evidenceKindTexts[kind]
}

/** All of them in one language. */
export function evidenceKindNames(lang: Lang): Readonly<Record<EvidenceKind, string>> {
  return Object.fromEntries(Object.entries(evidenceKindTexts).map(([kind, text]) => [kind, say(text, lang)])) as Record<
    EvidenceKind,
    string
  >
}
