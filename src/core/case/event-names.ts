import type { Text } from '../values/text.ts'

/** What kinds of records are called. */
const names: Readonly<Record<string, Text>> = {
  CaseOpened: { zh: '建立案件', en: 'case opened' },
  CaseClosed: { zh: '结束案件', en: 'case closed' },
  CaseReopened: { zh: '重新打开', en: 'case reopened' },
  OrderRecorded: { zh: '订单', en: 'order' },
  ConsumerRecorded: { zh: '本人信息', en: 'consumer' },
  ProblemDescribed: { zh: '问题经过', en: 'problem told' },
  ProblemConfirmed: { zh: '问题类型', en: 'problem type' },
  FactStated: { zh: '事实', en: 'fact' },
  EvidenceAdded: { zh: '加入证据', en: 'exhibit added' },
  EvidenceDescribed: { zh: '说明证据', en: 'exhibit described' },
  EvidenceWithdrawn: { zh: '撤回证据', en: 'exhibit withdrawn' },
  ContactLogged: { zh: '沟通', en: 'contact' },
  FilingMade: { zh: '提交', en: 'filing' },
  FilingChased: { zh: '催办', en: 'chased' },
  AppealFiled: { zh: '申诉', en: 'appeal' },
  FilingWithdrawn: { zh: '撤回提交', en: 'filing withdrawn' },
  ReplyReceived: { zh: '答复', en: 'answer' },
  OfferReceived: { zh: '方案', en: 'offer' },
  OfferDecided: { zh: '答复方案', en: 'offer answered' },
  DemandChosen: { zh: '请求', en: 'demand' },
  PaperIssued: { zh: '出具文书', en: 'paper issued' },
  RemedyBegun: { zh: '走上途径', en: 'remedy begun' },
  MoneyReceived: { zh: '收到款项', en: 'money received' },
  EventCorrected: { zh: '更正', en: 'correction' },
  PayloadErased: { zh: '删除内容', en: 'content erased' },
}

export function eventName(type: string): Text {
  return names[type] ?? { zh: type, en: type }
}
