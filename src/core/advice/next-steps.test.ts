import { describe, expect, it } from 'vitest'
import type { Case } from '../case/case.ts'
import type { Channel } from '../knowledge/channel.ts'
import type { ReckonedDeadline } from '../knowledge/deadline.ts'
import type { EvidenceNeed } from '../knowledge/problem.ts'
import type { EvidenceKind } from '../values/evidence-kind.ts'
import type { EvidenceFinding } from './advice.ts'
import { aChannel, aContact, aDeadline, aFiling, anOffer, aReply, at, aWorld } from './clocks/clock-world.fixture.ts'
import { clocks } from './clocks/deadlines.ts'
import { channelFindings } from './doors/channels.ts'
import { doorsOf } from './doors/door.ts'
import { nextSteps } from './next-steps.ts'
import { offerFindings } from './remedies/offers.ts'
import { aNeed, aProblem, facts, text } from './small-world.fixture.ts'

type Given = {
  kase?: Partial<Case>
  deadlines?: readonly ReckonedDeadline[]
  channels?: readonly Channel[]
  needs?: readonly (readonly [string, EvidenceKind, EvidenceFinding['status']])[]
  questions?: readonly { fact: string; ask: string; why: readonly string[] }[]
  facts?: ReturnType<typeof facts>
  now?: string
  lang?: 'zh-CN' | 'en'
}

function steps({ needs = [], channels = [], questions = [], ...given }: Given) {
  const wanted = needs.map(([id, kind]): EvidenceNeed => aNeed({ id, kinds: [kind] }))
  const problem = { ...aProblem('fault', wanted), channels: channels.map(({ id }) => id) }
  const world = aWorld({ ...given, channels, problems: [problem] })
  const running = clocks(world)
  const doors = doorsOf(running, world)
  const evidence = needs.map(([need, , status]) => ({ need, status, by: [], why: `why ${need}`, how: `get ${need}` }))
  return nextSteps({
    world,
    clocks: running,
    doors,
    channels: channelFindings(doors, world),
    evidence,
    offers: offerFindings(running, [], world),
    questions,
    rightTitles: { refund: '退款' },
  })
}
const dos = (given: Given) => steps(given).map((step) => step.do)

const window = (id: string, n: number, given: Partial<ReckonedDeadline> = {}) =>
  aDeadline({ id, who: 'consumer', n, starts: [{ fact: 'a.at' }], ...given })
const started = facts({ 'a.at': at(4, 12) })
const ask = (id: string) => ({ fact: id, ask: `${id}?`, why: ['refund', 'other'] })

describe('a case that is closed or not begun', () => {
  it('has one step: to reopen it, or to say what happened', () => {
    const closed = steps({
      kase: { status: 'closed' },
      deadlines: [window('w', 1)],
      facts: started,
      questions: [ask('q')],
    })
    expect(closed).toEqual([{ do: '案件已结案；要继续处理，先重开案件。', why: expect.any(String) }])
    const begun = steps({ kase: { problem: { words: '', types: [] } }, questions: [ask('q')] })
    expect(begun).toEqual([{ do: '用自己的话写下发生了什么，并选定问题类型。', why: expect.any(String) }])
  })
})

describe('a window about to close', () => {
  it('comes before everything else, the tightest first', () => {
    const deadlines = [window('later', 60), window('sooner', 5)]
    const needs = [['chat', 'chat', 'missing']] as const
    expect(dos({ deadlines, facts: started, needs, channels: [aChannel({ id: 'app' })] })).toEqual([
      'do sooner',
      'do later',
      'get chat',
    ])
  })

  it('carries its due, what follows, and its own door or else the first open one', () => {
    const door = aChannel({ id: 'dispute', window: 'w' })
    const of = (channels: readonly Channel[]) => steps({ deadlines: [window('w', 5)], facts: started, channels })[0]
    expect(of([aChannel({ id: 'app' }), door])).toEqual({
      do: 'do w',
      why: 'after w',
      by: '2026-09-04T17:00:00+08:00',
      with: 'dispute',
    })
    const shut = aChannel({ id: 'shut', requires: { fact: 'x.y', is: true, text: text('x') } })
    expect(of([shut, aChannel({ id: 'app' })])).toMatchObject({ with: 'app' })
    expect(of([])).not.toHaveProperty('with')
  })

  it('is one that ends within three days, is not over and not done', () => {
    const of = (n: number, given: Partial<ReckonedDeadline> = {}, now = at(4, 12)) =>
      dos({ deadlines: [window('w', n, given)], facts: started, now })
    expect(of(72)).toEqual(['do w'])
    expect(of(73)).toEqual([])
    expect(of(5, {}, at(4, 17))).toEqual(['do w'])
    expect(of(5, {}, at(4, 18))).toEqual([])
    const ended = steps({
      deadlines: [window('w', 5, { ends: [{ fact: 'b.on' }] })],
      facts: { ...started, ...facts({ 'b.on': '2026-09-04' }) },
    })
    expect(ended).toEqual([])
  })

  it("is the user's own by law or platform", () => {
    const of = (given: Partial<ReckonedDeadline>) => dos({ deadlines: [window('w', 60, given)], facts: started })
    expect(of({ standing: 'platform' })).toEqual(['do w'])
    expect(of({ standing: 'guide' })).toEqual([])
    expect(of({ who: 'seller' })).toEqual([])
  })
})

describe('an open offer', () => {
  const reminder = aDeadline({
    id: 'answer',
    who: 'consumer',
    standing: 'guide',
    n: 24,
    starts: [{ offer: 'received' }],
    ends: [{ offer: 'answered' }],
  })
  const of = (offer: object, now = at(4, 12)) =>
    steps({ deadlines: [reminder], kase: { offers: [anOffer({ id: 'O1', at: at(4, 11), ...offer })] }, now })

  it('is to be answered by the time it names, within three days and not after it', () => {
    expect(of({ answerBy: at(6, 18) })).toEqual([
      {
        do: '答复商家的方案：接受、还价或拒绝，先和请求阶梯比一比。',
        why: '对方要求在这个时间前答复。',
        by: '2026-09-06T18:00:00+08:00',
      },
    ])
    expect(of({ answerBy: at(7, 12) })).toHaveLength(1)
    expect(of({ answerBy: at(7, 12, 1) })).toEqual([])
    expect(of({ answerBy: at(4, 12) })).toHaveLength(1)
    expect(of({ answerBy: at(4, 11, 59) })).toEqual([])
  })

  it("is else to be answered by the guide's day, and still after it", () => {
    expect(of({})).toMatchObject([{ by: '2026-09-05T11:00:00+08:00', why: expect.stringContaining('指南') }])
    expect(of({}, at(8))).toHaveLength(1)
  })

  it('is done with once answered', () => {
    expect(of({ decision: { answer: 'accept', at: at(4, 12) } })).toEqual([])
  })

  it('goes by its own time among several', () => {
    const offers = [anOffer({ id: 'O1', answerBy: at(9) }), anOffer({ id: 'O2', from: '平台', answerBy: at(5) })]
    expect(dos({ kase: { offers } })).toEqual(['答复平台的方案：接受、还价或拒绝，先和请求阶梯比一比。'])
  })

  it('takes its place among the windows by its time', () => {
    const both = (answerBy: string) =>
      dos({
        deadlines: [window('w', 24)],
        facts: started,
        kase: { offers: [anOffer({ id: 'O1', answerBy })] },
      }).map((step) => step.slice(0, 2))
    expect(both(at(5, 11))).toEqual(['答复', 'do'])
    expect(both(at(5, 13))).toEqual(['do', '答复'])
  })
})

describe('evidence that can vanish', () => {
  it('is what pages, chats and goods show, missing or weak', () => {
    const needs = [
      ['invoice', 'invoice', 'missing'],
      ['have', 'chat', 'have'],
      ['chat', 'chat', 'missing'],
      ['goods', 'goods-photo', 'weak'],
    ] as const
    expect(steps({ needs })).toEqual([
      { do: 'get chat', why: 'why chat' },
      { do: 'get goods', why: 'why goods' },
    ])
  })

  it('counts when one of several kinds can vanish', () => {
    const wanted = aNeed({ id: 'talks', kinds: ['call-record', 'chat'] })
    const world = aWorld({ problems: [aProblem('fault', [wanted])] })
    const evidence = [{ need: 'talks', status: 'missing', by: [], why: 'why', how: 'get talks' }] as const
    const rest = { clocks: [], doors: [], channels: [], offers: [], questions: [], rightTitles: {} }
    expect(nextSteps({ world, evidence, ...rest }).map((step) => step.do)).toEqual(['get talks'])
  })

  it('leaves out the goods once they went back', () => {
    const needs = [
      ['goods', 'goods-photo', 'missing'],
      ['page', 'order-page', 'missing'],
    ] as const
    expect(dos({ needs, facts: facts({ 'return.received-by-seller-on': '2026-09-03' }) })).toEqual(['get page'])
    expect(dos({ needs })).toEqual(['get goods', 'get page'])
  })
})

describe('the best open door', () => {
  const app = aChannel({ id: 'app', title: { zh: '客服', en: 'service' } })

  it('is the first that is open, with its first step', () => {
    expect(steps({ channels: [app, aChannel({ id: 'phone' })] })).toEqual([
      {
        do: '用“客服”：step of app',
        why: '它是现在能用的渠道里排在最前的，用它不会关闭别的渠道。',
        with: 'app',
      },
    ])
    expect(steps({ channels: [app], lang: 'en' })[0]?.do).toBe('Use service: step of app (en)')
  })

  it('is none that was used, is public, or would close a better one', () => {
    const edge = { channel: 'phone', because: text('shuts'), cites: [] }
    const post = aChannel({ id: 'post', kind: 'public' })
    const authority = aChannel({ id: 'authority', closes: [edge] })
    const used = { filings: [aFiling({ id: 'F1', channel: 'app' })] }
    const phone = aChannel({ id: 'phone', beside: ['app'] })
    expect(steps({ channels: [app, post, phone, authority], kase: used })[0]?.with).toBe('phone')
    const waitingPhone = { ...phone, requires: { fact: 'x.y', is: true, text: text('fit') } as const }
    expect(steps({ channels: [app, post, waitingPhone, authority], kase: used })[0]).toEqual({
      do: '尚待确认：fit。',
      why: '办好之后就能用“phone”。',
    })
    expect(steps({ channels: [app, post], kase: used })).toEqual([])
  })

  it('never ends what runs, and says what it shuts later in the order', () => {
    const edges = (...ids: string[]) => ids.map((channel) => ({ channel, because: text('shuts'), cites: [] }))
    const court = aChannel({ id: 'court', title: { zh: '起诉', en: 'a suit' }, closes: edges('other') })
    const other = aChannel({ id: 'other', title: { zh: '另一处', en: 'the other' } })
    expect(steps({ channels: [court, other] })[0]).toMatchObject({
      why: '它是现在能用的渠道里排在最前的。用了它，这些就不能再用：另一处。',
      with: 'court',
    })
    expect(steps({ channels: [court, other], lang: 'en' })[0]?.why).toContain('Using it shuts: the other.')
    const running = { filings: [aFiling({ id: 'F1', channel: 'other' })] }
    expect(steps({ channels: [court, other], kase: running })).toEqual([])
    const needy = aChannel({ id: 'needy', requires: { fact: 'x.y', is: true, text: text('fit') } })
    expect(steps({ channels: [court, other, needy], kase: running })).toEqual([])
  })

  it('points to no way to a door that waits for something to come about', () => {
    const order = aChannel({ id: 'order', readyWhen: { fact: 'x.y', is: true, text: text('admitted') } })
    expect(steps({ channels: [order] })).toEqual([])
  })

  it('stands beside every door that is still waited for', () => {
    const reply = aDeadline({ id: 'reply', starts: [{ filing: ['app'], step: 'made' }] })
    const pending = { filings: [aFiling({ id: 'F1', channel: 'app', at: at(4, 9) })] }
    const of = (beside: string[], now = at(4, 12)) =>
      steps({
        channels: [{ ...app, beside }, aChannel({ id: 'phone', beside: ['app'] })],
        deadlines: [reply],
        kase: pending,
        now,
      }).find((step) => step.with === 'phone')
    expect(of(['phone'])?.why).toBe('它可以和正在等答复的渠道并行，不会互相影响。')
    expect(of([])).toBeUndefined()
    expect(of([], at(6, 10))?.why).toBe('它是现在能用的渠道里排在最前的，用它不会关闭别的渠道。')
  })

  it('else tells all that the next door still needs, in sentences of the language', () => {
    const field = { id: 'number', title: text('number'), required: true, from: 'order.number' }
    const later = aChannel({ id: 'later', requires: { fact: 'x.y', is: true, text: text('fit') }, fields: [field] })
    expect(steps({ channels: [later] })[0]?.do).toBe('还缺：number。尚待确认：fit。')
    expect(steps({ channels: [later], lang: 'en' })[0]?.do).toBe(
      'Still needed: number (en). To be confirmed: fit (en).',
    )
  })

  it('does not point to a way to the next door while something is waited for', () => {
    const reply = aDeadline({ id: 'reply', starts: [{ filing: ['app'], step: 'made' }] })
    const later = aChannel({ id: 'later', requires: { fact: 'x.y', is: true, text: text('fit') } })
    const kase = { filings: [aFiling({ id: 'F1', channel: 'app', at: at(4, 9) })] }
    expect(steps({ channels: [app, later], deadlines: [reply], kase })).toEqual([])
  })

  it('has to be used by the end of its window, else by the next end within a month', () => {
    const by = (n: number, given: Partial<ReckonedDeadline> = {}) =>
      steps({ channels: [app], deadlines: [window('w', n, given)], facts: started }).find(
        (step) => step.with === 'app' && step.do !== 'do w',
      )?.by
    expect(by(30 * 24)).toBe('2026-10-04T12:00:00+08:00')
    expect(by(30 * 24 + 1)).toBeUndefined()
    expect(by(100, { standing: 'guide' })).toBeUndefined()
    expect(by(100, { who: 'seller' })).toBeUndefined()
    const own = aChannel({ id: 'app', window: 'own' })
    const two = [window('own', 200), window('w', 100)]
    expect(steps({ channels: [own], deadlines: two, facts: started })[0]?.by).toBe('2026-09-12T20:00:00+08:00')
    const past = window('w', 100, { ends: [{ fact: 'b.on' }] })
    const world = { ...started, ...facts({ 'b.on': '2026-09-04' }) }
    expect(steps({ channels: [app], deadlines: [past], facts: world })[0]).not.toHaveProperty('by')
    const overdue = window('w', 100)
    expect(steps({ channels: [app], deadlines: [overdue], facts: started, now: at(20) })[0]).not.toHaveProperty('by')
  })
})

describe('chasers', () => {
  const filings = [aFiling({ id: 'F1', channel: 'app', at: at(1, 12) })]
  const starts = [{ filing: ['app'], step: 'made' as const }]
  const of = (...deadlines: ReckonedDeadline[]) => steps({ deadlines, kase: { filings } })

  it('are for answers that are overdue, on their own channel', () => {
    expect(of(aDeadline({ id: 'reply', starts }))).toEqual([
      {
        do: 'after reply',
        why: '期限已过：do reply。',
        by: '2026-09-03T12:00:00+08:00',
        with: 'app',
      },
    ])
    expect(of(aDeadline({ id: 'reply', starts, n: 90 }))).toEqual([])
    expect(of(aDeadline({ id: 'reply', starts, who: 'nobody' }))).toEqual([])
    const dated = aDeadline({ id: 'paid', starts: [{ fact: 'a.at' }], n: 1 })
    const [step] = steps({ deadlines: [dated], facts: started, now: at(5) })
    expect(step).not.toHaveProperty('with')
  })

  it('are reminders that are due or overdue, not windows and not offers', () => {
    const reminder = (n: number, given: Partial<ReckonedDeadline> = {}) =>
      of(aDeadline({ id: 'r', starts, n, who: 'consumer', standing: 'guide', ...given })).map((step) => step.do)
    expect(reminder(48)).toEqual(['do r'])
    expect(reminder(90)).toEqual(['do r'])
    expect(reminder(97)).toEqual([])
    expect(reminder(48, { standing: 'heuristic' })).toEqual(['do r'])
    expect(reminder(48, { standing: 'law' })).toEqual([])
    const late = aDeadline({ id: 'o', who: 'consumer', standing: 'guide', n: 1, starts: [{ offer: 'received' }] })
    expect(dos({ deadlines: [late], kase: { offers: [anOffer({ id: 'O1' })] } })).not.toContain('do o')
  })

  it('go by what binds most, then by due', () => {
    const reply = (id: string, standing: ReckonedDeadline['standing'], n: number) =>
      aDeadline({ id, starts, standing, n })
    const guide = aDeadline({ id: 'guide', starts, who: 'consumer', standing: 'guide', n: 1 })
    const order = of(guide, reply('platform', 'platform', 2), reply('law', 'law', 40), reply('sooner', 'law', 30))
    expect(order.map((step) => step.do)).toEqual(['after sooner', 'after law', 'after platform'])
  })
})

describe('what runs', () => {
  const starts = [{ filing: ['app'], step: 'made' as const }]
  const guide = aDeadline({ id: 'guide', starts, who: 'consumer', standing: 'guide', n: 1 })
  const reply = aDeadline({ id: 'reply', starts })
  const filings = [aFiling({ id: 'F1', channel: 'app', at: at(1, 12) })]

  it('is not merely chased where its answer is overdue: what to do about that stands alone', () => {
    expect(dos({ deadlines: [guide], kase: { filings } })).toEqual(['do guide'])
    expect(dos({ deadlines: [guide, reply], kase: { filings } })).toEqual(['after reply'])
    const two = [...filings, aFiling({ id: 'F2', channel: 'app', at: at(3, 12) })]
    expect(dos({ deadlines: [guide, reply], kase: { filings: two } })).toEqual(['after reply', 'do guide'])
  })

  it('is not pressed once a step elsewhere has shut its door', () => {
    const judge = aChannel({ id: 'judge', closes: [{ channel: 'app', because: text('shut'), cites: [] }] })
    const channels = [aChannel({ id: 'app', once: true }), judge]
    const cut = [...filings, aFiling({ id: 'F2', channel: 'judge', at: at(2, 12) })]
    expect(dos({ channels, deadlines: [reply], kase: { filings } })).toContain('after reply')
    expect(dos({ channels, deadlines: [reply], kase: { filings: cut } })).not.toContain('after reply')
  })

  it('needs no word that its window is about to close', () => {
    const channels = [aChannel({ id: 'app', window: 'w' })]
    const again = { deadlines: [window('w', 20)], facts: started, now: at(5) }
    expect(dos({ channels, ...again })).toContain('do w')
    expect(dos({ channels, ...again, kase: { filings } })).not.toContain('do w')
  })

  it('that is over is pressed without sending to its closed door', () => {
    const channels = [aChannel({ id: 'app', once: true })]
    const over = [aFiling({ id: 'F1', channel: 'app', at: at(1, 12), replies: [aReply('judged', at(1, 13))] })]
    const enforce = aDeadline({ id: 'enforce', starts: [{ filing: ['app'], step: 'judged' }] })
    const [step] = steps({ channels, deadlines: [enforce], kase: { filings: over } })
    expect(step?.do).toBe('after enforce')
    expect(step).not.toHaveProperty('with')
  })
})

describe('a question', () => {
  it('says which rights it decides', () => {
    expect(steps({ questions: [ask('q')] })).toEqual([{ do: 'q?', why: '它决定：退款、other。' }])
    expect(steps({ questions: [ask('q')], lang: 'en' })[0]?.why).toBe('It decides: 退款, other.')
  })
})

describe('the order of the steps', () => {
  const reply = aDeadline({ id: 'reply', starts: [{ filing: ['old'], step: 'made' }] })
  const given: Given = {
    needs: [
      ['chat', 'chat', 'missing'],
      ['page', 'order-page', 'missing'],
    ],
    channels: [aChannel({ id: 'app' })],
    deadlines: [reply],
    kase: { filings: [aFiling({ id: 'F1', channel: 'old' })] },
    questions: [ask('q1'), ask('q2'), ask('q3'), ask('q4')],
  }

  it('is one of each kind, then the rest, three in all', () => {
    expect(dos(given)).toEqual(['get chat', '用“app”：step of app', 'after reply'])
    expect(dos({ ...given, channels: [] })).toEqual(['get chat', 'after reply', 'q1?'])
    expect(dos({ ...given, channels: [], deadlines: [] })).toEqual(['get chat', 'q1?', 'get page'])
    expect(dos({ questions: given.questions ?? [] })).toEqual(['q1?', 'q2?', 'q3?'])
  })

  it('says nothing twice', () => {
    const needs = [
      ['chat', 'chat', 'missing'],
      ['chat', 'chat', 'weak'],
    ] as const
    expect(dos({ needs, questions: [ask('q1')] })).toEqual(['get chat', 'q1?'])
  })

  it('counts a talk as a use of its channel', () => {
    const kase = { contacts: [aContact({ id: 'C1', channel: 'app' })] }
    expect(dos({ channels: [aChannel({ id: 'app' }), aChannel({ id: 'phone' })], kase })).toEqual([
      '用“phone”：step of phone',
    ])
  })
})
