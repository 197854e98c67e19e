import type { Advice, DeadlineFinding, EvidenceFinding, RightFinding } from '../../../core/advice/advice.ts'
import type { EvidenceKind } from '../../../core/values/evidence-kind.ts'
import { evidenceKindNames } from '../../../core/values/evidence-kind-names.ts'
import type { ReplyKind } from '../../../core/values/reply-kind.ts'

export type Names = {
  readonly evidenceKind: Readonly<Record<EvidenceKind, string>>
  readonly replyKind: Readonly<Record<ReplyKind, string>>
  readonly outcome: Readonly<Record<'solved' | 'partly' | 'given-up' | 'judged', string>>
  readonly person: Readonly<Record<string, string>>
  readonly standing: Readonly<Record<Advice['ladder'][number]['standing'], string>>
  readonly rightStatus: Readonly<Record<RightFinding['status'], string>>
  readonly evidenceStatus: Readonly<Record<EvidenceFinding['status'], string>>
  readonly channelStatus: Readonly<Record<Advice['channels'][number]['status'], string>>
  readonly deadlineStatus: Readonly<Record<DeadlineFinding['status'], string>>
  readonly caseStatus: Readonly<Record<'empty' | 'open' | 'closed', string>>
  readonly answer: Readonly<Record<'accept' | 'counter' | 'decline', string>>
  readonly direction: Readonly<Record<'out' | 'in', string>>
}

/** Names of the values of the domain, for users. */
export const names: Names = {
  evidenceKind: evidenceKindNames('zh-CN'),
  replyKind: {
    acknowledged: '已受理',
    answered: '有答复',
    accepted: '同意',
    refused: '拒绝',
    'mediation-ended': '调解终止',
    closed: '已结案',
    judged: '已判决',
  },
  outcome: { solved: '解决了', partly: '部分解决', 'given-up': '不再追究', judged: '已判决' },
  person: {
    consumer: '您',
    seller: '商家',
    platform: '平台',
    regulator: '监管部门',
    association: '消费者协会',
    carrier: '快递公司',
    court: '法院',
    nobody: '无人',
  },
  standing: { law: '法律规定', platform: '平台规则', guide: '指南说法，未核实', heuristic: '经验提醒', user: '您自定' },
  rightStatus: { applies: '成立', 'does-not-apply': '不成立', 'needs-facts': '还差事实' },
  evidenceStatus: { have: '已有', weak: '不足', missing: '缺' },
  channelStatus: { open: '可用', 'not-yet': '还不能用', closed: '已关闭', 'would-close': '会关闭别的渠道' },
  deadlineStatus: { running: '进行中', due: '一天内到期', overdue: '已过期', done: '已办' },
  caseStatus: { empty: '空', open: '进行中', closed: '已结案' },
  answer: { accept: '接受', counter: '还价', decline: '不接受' },
  direction: { out: '我方', in: '对方' },
}
