import { epochMs, formatShanghai } from '../../../core/values/instant.ts'
import type { CasePlace, StepTarget } from '../../case/step-target.ts'
import type { Turn } from '../../case/where-it-stands.ts'
import { casePages } from './case-pages.ts'
import { names } from './names.ts'

/** The last second of a day reads as the day. */
function until(due: string): string {
  const text = formatShanghai(due)
  return text.endsWith('23:59') ? text.slice(0, 10) : text
}

function daysOver(due: string, now: string): number {
  return Math.max(0, Math.floor((epochMs(now) - epochMs(due)) / 86_400_000))
}

/** The frame and the overview of one case, then its pages. */
export const caseTexts = {
  name: '案件',
  untitled: '新的案件',
  pages: '案件的各页',
  overview: '概览',
  backToCase: '回到案件概览',
  place: {
    timeline: '时间线',
    evidence: '证据',
    rights: '权利和请求',
    channels: '渠道',
    clocks: '期限',
    offers: '方案',
    routes: '途径比较',
    papers: '文书',
    details: '资料',
  } satisfies Record<CasePlace, string> as Record<CasePlace, string>,
  placeAbout: {
    timeline: '什么时候发生了什么，精确到分',
    evidence: '要证明什么，还缺什么',
    rights: '能要什么，凭什么，多少钱',
    channels: '能去哪里投诉，交了什么',
    clocks: '谁该在什么时候前做什么',
    offers: '对方给的，和您能要的比一比',
    routes: '各条路的花费、时间和条件',
    papers: '信、投诉书、起诉状，看和下载',
    details: '订单、店铺、本人，改和结案',
  } satisfies Record<CasePlace, string> as Record<CasePlace, string>,
  nextStep: '下一步',
  after: '然后',
  goTo({ place, sheet, hash }: StepTarget, channelTitle: (id: string) => string): string {
    if (sheet === 'reopen') return '重新打开案件'
    if (sheet === 'problem') return '写下发生了什么'
    if (sheet === 'problem-type') return '选定问题类型'
    if (sheet === 'fact') return '现在回答'
    const channel = hash?.startsWith('channel-') ? channelTitle(hash.slice('channel-'.length)) : ''
    const words: Record<CasePlace, string> = {
      timeline: '看时间线',
      evidence: '去补证据',
      rights: '看权利和请求',
      channels: channel === '' ? '看渠道' : `去“${channel}”，看怎么做`,
      clocks: '看这个期限',
      offers: '看方案并答复',
      routes: '比较途径',
      papers: '看文书',
      details: '去填资料',
    }
    return words[place]
  },
  stands: {
    nothingFiled: '还没有向任何渠道提交，',
    filed: (day: string, channel: string, ticket: string) =>
      `${day} 已向${channel}提交${ticket === '' ? '' : `（单号 ${ticket}）`}，`,
    noDemand: '还没有选定请求；',
    demand: (words: string) => `请求是“${words}”；`,
    turn(turn: Turn, now: string): string {
      switch (turn.type) {
        case 'closed':
          return turn.closing === undefined
            ? '已结案。'
            : `${until(turn.closing.at)} 已结案：${names.outcome[turn.closing.outcome]}。`
        case 'describe':
          return '刚建立：请先写下发生了什么，选定问题类型。'
        case 'answer-offer':
          return `轮到您：${until(turn.by)} 前答复${turn.from}的方案。`
        case 'own-window':
          return `轮到您：${until(turn.clock.due)} 前${turn.clock.what}。`
        case 'they-are-late':
          return `轮到您：${names.person[turn.clock.who] ?? turn.clock.who}的期限 ${until(turn.clock.due)} 已过 ${daysOver(turn.clock.due, now)} 天——${turn.clock.what}。`
        case 'they-must':
          return `等${names.person[turn.clock.who] ?? turn.clock.who}：${until(turn.clock.due)} 前${turn.clock.what}。`
        case 'no-answer-yet':
          return '对方还没有答复，没有法定的答复期限。'
        case 'answered':
          return '对方已有答复，轮到您决定下一步。'
        case 'not-filed':
          return '轮到您开始。'
      }
    },
  },
  firstWindow: '最先关上的时限',
  noWindow: '现在没有在走的时限。填上日期（签收、发现问题、提交），就能算出来。',
  howReckoned: '怎么算的',
  sumChosen: '请求金额',
  sumMost: '依法最高的一项',
  noSum: '还算不出金额。填上实付金额，回答几个问题就能算。',
  whyThisSum: '凭什么、怎么算',
  left: (days: number, hours: number, minutes: number) =>
    days > 2
      ? `还有 ${days} 天`
      : days > 0
        ? `还有 ${days} 天 ${hours} 小时`
        : hours > 0
          ? `还有 ${hours} 小时 ${minutes} 分`
          : `还有 ${minutes} 分钟`,
  overBy: (days: number, hours: number) => (days > 0 ? `已过 ${days} 天` : hours > 0 ? `已过 ${hours} 小时` : '刚过'),
  somethingNew: '有新情况就记一笔',
  warnings: '要当心的',
  moreWarnings: (count: number) => `还有 ${count} 条`,
  deleteOrClose: '结案与删除',
  closedNothingAdded: '案件已结案，不能再加记录。',
  ...casePages,
}
