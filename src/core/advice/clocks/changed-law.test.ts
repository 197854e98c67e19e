import { describe, expect, it } from 'vitest'
import { readKnowledge } from '../../../server/pack/knowledge-folder.ts'
import type { Reply } from '../../case/case.ts'
import { instantAt } from '../../values/instant.ts'
import { aCase } from '../small-world.fixture.ts'
import { aFiling, aReply } from './clock-world.fixture.ts'
import { clocks } from './deadlines.ts'

/*
 * 投诉举报处理办法 replaced the interim measures on 2026-04-15, and from 2024-07-01 the sixty days of the regulation under
 * the consumer law prevail over the 45 working days of those measures. A complaint keeps the law of the day on which the
 * thing that starts a clock was done.
 */

const knowledge = await readKnowledge()

/** Ten o'clock of a day in Shanghai, as an instant. */
const ten = (day: string) => instantAt(Date.parse(`${day}T10:00:00+08:00`))

/** The regulator's clocks of one complaint: what they are, when they are due, what they rest on. */
function ofComplaint(made: string, now: string, ...replies: Reply[]) {
  const filing = aFiling({ id: 'F1', channel: 'complaint-12315', at: ten(made), replies })
  return clocks({ kase: aCase({ filings: [filing] }), knowledge, facts: {}, now: ten(now) })
    .filter(({ deadline }) => deadline.who === 'regulator')
    .map(({ deadline: { id, cites }, finding: { due } }) => `${id} ${due.slice(0, 10)} ${cites[0]}`)
}

describe('a complaint about the same facts, filed the day before the new measures and on their first day', () => {
  it('is to be answered in seven working days either way, each under its own measures', () => {
    expect(ofComplaint('2026-04-14', '2026-04-16')).toEqual(['complaint-acceptance-2020 2026-04-23 chm2020#14'])
    expect(ofComplaint('2026-04-15', '2026-04-16')).toEqual(['complaint-acceptance 2026-04-24 chm#15'])
  })

  it('once taken has sixty days for mediation, which roll off a weekend before and only off a holiday since', () => {
    const taken = (day: string) => ofComplaint(day, '2026-04-16', aReply('accepted', ten(day)))
    // 60 days from 14 April end on Saturday 13 June, from 15 April on Sunday 14 June.
    expect(taken('2026-04-14')).toContain('complaint-mediation-2024 2026-06-15 cplr#46')
    expect(taken('2026-04-15')).toContain('complaint-mediation 2026-06-14 chm#23')
  })

  it('follows the new measures once it is taken under them, whenever it was filed', () => {
    expect(ofComplaint('2026-04-14', '2026-04-21', aReply('accepted', ten('2026-04-20')))).toEqual([
      // 60 days end on 19 June, the Dragon Boat Festival.
      'complaint-mediation 2026-06-22 chm#23',
      'complaint-acceptance-2020 2026-04-23 chm2020#14',
    ])
  })

  it('is told of the end of mediation by the measures of the day on which its time ran out', () => {
    const ended = (made: string, now: string) => ofComplaint(made, now, aReply('accepted', ten(made)))
    // Dragon Boat Festival, 19 to 21 June 2026, is left out of the seven working days.
    expect(ended('2026-04-14', '2026-06-17')).toContain('mediation-end-notice 2026-06-25 chm#23.2')
    expect(ended('2026-04-15', '2026-06-17')).toContain('mediation-end-notice 2026-06-24 chm#23.2')
    expect(ended('2026-01-05', '2026-03-12')).toContain('mediation-end-notice-2020 2026-03-17 chm2020#21.2')
  })
})

describe('a complaint taken the day before the regulation of 2024 and on its first day', () => {
  const taken = (day: string, now: string) => ofComplaint(day, now, aReply('accepted', ten(day)))

  it('has 45 working days for mediation before, sixty days since', () => {
    // Sixty days from 30 June would have ended on 29 August.
    expect(taken('2024-06-30', '2024-07-02')).toContain('complaint-mediation-2020 2024-08-30 chm2020#21')
    expect(taken('2024-07-01', '2024-07-02')).toContain('complaint-mediation-2024 2024-08-30 cplr#46')
  })
})
