import type {
  Advice,
  ChannelFinding,
  DeadlineFinding,
  EvidenceFinding,
  RightFinding,
  Rung,
} from '../core/advice/advice.ts'
import type { Text } from '../core/values/text.ts'

/* The words with which advice is shown to a reader; its own sentences come from the knowledge. */

export const sections = {
  next: { zh: '下一步', en: 'Next' },
  warnings: { zh: '注意', en: 'Take care' },
  offers: { zh: '对方的方案', en: 'Offers' },
  deadlines: { zh: '期限', en: 'Clocks' },
  questions: { zh: '还要弄清（越靠前越要紧）', en: 'Still to find out, most decisive first' },
  rights: { zh: '权利', en: 'Rights' },
  ladder: { zh: '可以提的要求，由低到高（不是相加）', en: 'What can be asked for, least first (never added up)' },
  evidence: { zh: '证据', en: 'Evidence' },
  channels: { zh: '渠道', en: 'Doors' },
  routes: { zh: '救济途径', en: 'Ways to a remedy' },
} satisfies Record<string, Text>

export const labels = {
  why: { zh: '为什么', en: 'Why' },
  by: { zh: '最晚', en: 'By' },
  with: { zh: '用', en: 'With' },
  how: { zh: '怎么办', en: 'How' },
  basis: { zh: '依据', en: 'Basis' },
  decides: { zh: '决定', en: 'Decides' },
  waives: { zh: '接受就要放弃', en: 'Accepting gives up' },
  answerBy: { zh: '答复不晚于', en: 'Answer by' },
  cost: { zh: '费用（元）', en: 'Cost (yuan)' },
  time: { zh: '时间', en: 'Time' },
  exhibits: { zh: '证据', en: 'Exhibits' },
  closes: { zh: '用了就关闭', en: 'Using it shuts' },
  belowRungs: { zh: '金额不及', en: 'Falls short of' },
  needs: { zh: '要准备', en: 'Needs' },
  worth: { zh: '值不值', en: 'Worth it' },
  provisional: { zh: '暂定', en: 'provisional' },
  noFigure: { zh: '没有数', en: 'no figure' },
  nothing: { zh: '目前没有要做的事。', en: 'There is nothing to do at present.' },
} satisfies Record<string, Text>

export const rightStatus: Readonly<Record<RightFinding['status'], Text>> = {
  applies: { zh: '成立', en: 'applies' },
  'needs-facts': { zh: '还差事实', en: 'needs facts' },
  'does-not-apply': { zh: '不成立', en: 'does not apply' },
}

export const evidenceStatus: Readonly<Record<EvidenceFinding['status'], Text>> = {
  have: { zh: '已有', en: 'have' },
  weak: { zh: '不足', en: 'weak' },
  missing: { zh: '缺', en: 'missing' },
}

export const channelStatus: Readonly<Record<ChannelFinding['status'], Text>> = {
  open: { zh: '可用', en: 'open' },
  'not-yet': { zh: '还不能用', en: 'not yet' },
  closed: { zh: '已关闭', en: 'closed' },
  'would-close': { zh: '用了会关闭别的渠道', en: 'would shut another' },
}

export const deadlineStatus: Readonly<Record<DeadlineFinding['status'], Text>> = {
  running: { zh: '进行中', en: 'running' },
  due: { zh: '一天内到期', en: 'due within a day' },
  overdue: { zh: '已过期', en: 'overdue' },
  done: { zh: '已办', en: 'done' },
}

export const standing: Readonly<Record<Rung['standing'], Text>> = {
  law: { zh: '法律', en: 'law' },
  platform: { zh: '平台规则', en: 'platform rule' },
  guide: { zh: '指南说法，未核实', en: "the guide's word, unverified" },
  heuristic: { zh: '经验', en: 'rule of thumb' },
  user: { zh: '您自定', en: 'your own' },
}

/** Who must act, by the `who` of a deadline. */
const people: Readonly<Record<string, Text>> = {
  consumer: { zh: '您', en: 'you' },
  seller: { zh: '商家', en: 'the seller' },
  platform: { zh: '平台', en: 'the platform' },
  regulator: { zh: '监管部门', en: 'the authority' },
  association: { zh: '消费者协会', en: "the consumers' association" },
  carrier: { zh: '快递公司', en: 'the carrier' },
  court: { zh: '法院', en: 'the court' },
  nobody: { zh: '无人', en: 'nobody' },
}

export function person(who: string): Text {
  return people[who] ?? { zh: who, en: who }
}

export function moreQuestions(count: number): Text {
  return { zh: `另有 ${count} 个问题，用 --json 查看`, en: `${count} more with --json` }
}

/** From when dates may still move. */
export function asOf(advice: Advice, now: string): Text {
  const from = advice.calendar.provisionalFrom
  return {
    zh: `截至 ${now}（北京时间）。放假安排知道到 ${from} 之前；算到那天以后的期限是暂定的。`,
    en: `As of ${now} (Beijing time). Holidays are known up to ${from}; clocks that reach it are provisional.`,
  }
}
