import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { parseInstant } from '../../values/instant.ts'
import { dueAt } from '../due.ts'

const deadlines = Object.values(knowledge.deadlines)
const examples = deadlines.flatMap((deadline) => deadline.examples.map((example) => ({ deadline, ...example })))

describe('the examples in the deadline files', () => {
  it.each(examples)('$deadline.id: $start is due $due', ({ deadline, start, due }) => {
    const read = parseInstant(start)
    expect(read.ok && dueAt({ ...deadline, start: read.value, calendar: knowledge.calendar }).due).toBe(due)
    expect(start.slice(0, 10) >= (deadline.from ?? '') && start.slice(0, 10) <= (deadline.to ?? '9999')).toBe(true)
  })
})

describe('the deadline files', () => {
  it('leave no circle among clocks that start where another ran out', () => {
    const circleFrom = (id: string, seen: readonly string[]): readonly string[] => {
      if (seen.includes(id)) return [...seen, id]
      const before =
        knowledge.deadlines[id]?.starts.flatMap((trigger) => ('clock' in trigger ? [trigger.clock] : [])) ?? []
      return before.map((one) => circleFrom(one, [...seen, id])).find((path) => path.length > 0) ?? []
    }
    expect(deadlines.flatMap(({ id }) => circleFrom(id, []))).toEqual([])
  })

  it('name the event of each fact that starts a clock', () => {
    const unnamed = deadlines.flatMap(({ id, starts }) =>
      starts.flatMap((trigger) => ('fact' in trigger && trigger.text === undefined ? [`${id}: ${trigger.fact}`] : [])),
    )
    expect(unnamed).toEqual([])
  })

  it('start only from facts that hold a day or an instant', () => {
    const undated = deadlines.flatMap(({ starts }) =>
      starts.flatMap((trigger) => {
        const type = 'fact' in trigger ? knowledge.facts[trigger.fact]?.type : 'date'
        return type === 'date' || type === 'instant' ? [] : [trigger]
      }),
    )
    expect(undated).toEqual([])
  })

  it('give 12315 one rule for each day on which a complaint may be filed or taken', () => {
    for (const step of ['made', 'accepted'] as const)
      for (const day of ['2020-01-01', '2024-06-30', '2024-07-01', '2026-04-14', '2026-04-15', '2026-11-22']) {
        const fitting = deadlines.filter(
          ({ who, starts, from, to }) =>
            who === 'regulator' &&
            starts.some((t) => 'filing' in t && t.filing.includes('complaint-12315') && t.step === step) &&
            (from ?? '') <= day &&
            day <= (to ?? '9999'),
        )
        expect(
          fitting.map(({ id }) => id),
          `${step} on ${day}`,
        ).toHaveLength(1)
      }
  })

  it('end the time for a 12315 complaint wherever they end the limitation period', () => {
    const facts = (id: string) => knowledge.deadlines[id]?.starts.flatMap((t) => ('fact' in t ? [t.fact] : [])) ?? []
    const notFor12315 = ['payment.found-at'] // the payment institution is not the market regulator's
    const expected = facts('limitation').filter((fact) => !notFor12315.includes(fact))
    expect(facts('complaint-limit')).toEqual(expect.arrayContaining(expected))
    const problems = (id: string) => knowledge.deadlines[id]?.problems ?? []
    expect(problems('complaint-limit-from-delivery')).toEqual(problems('limitation-from-delivery'))
  })

  it("keep the guide's cadence to the user, and what was seen second hand of others from passing for law", () => {
    const guides = deadlines.filter(({ standing }) => standing === 'guide')
    expect(guides.filter(({ who }) => who !== 'consumer')).toEqual([])
    expect(guides.map((guide) => (guide.rule === 'given-day' ? '' : `${guide.n} ${guide.rule}`))).toEqual(
      expect.arrayContaining(['12 hours-24-working', '72 hours', '48 hours', '24 hours']),
    )
    const others = deadlines.filter(({ who, standing }) => who !== 'consumer' && standing === 'heuristic')
    expect(others.filter(({ cites }) => cites.length === 0)).toEqual([])
  })
})
