import type { Check } from '../check.ts'

export const clocksLeanSafe: Check = {
  id: 'clocks-lean-safe',
  why: {
    zh: '用户自己的期限、不是谁的义务的期间，按较早的日子提示（不顺延）；法律规定的他人义务按较晚的日子（顺延），才不会误事或错怪。',
    en: "The user's own duty, and a span that is nobody's, show the earlier, unrolled day; a legal duty of another the later, rolled one.",
  },
  fix: {
    zh: '用户的期限用 days/months/hours，也不从他人顺延过的期限起算；他人的法定期限用 days-rolled、months-rolled 或工作日。',
    en: "Use days/months for the user and do not start there where another's rolled clock ran out; days-rolled, months-rolled or working days for others.",
  },
  *breaches({ deadlines }) {
    for (const [id, { who, rule, standing, starts }] of Object.entries(deadlines)) {
      const entry = `deadlines/${id}`
      const early = who === 'consumer' || who === 'nobody'
      const plain = rule === 'days' || rule === 'months'
      if (early ? isRolled(rule) : standing === 'law' && plain)
        yield { entry, path: ['rule'], detail: `${who}: ${rule}` }
      for (const [i, start] of starts.entries())
        if (who === 'consumer' && 'clock' in start && isRolled(deadlines[start.clock]?.rule))
          yield { entry, path: ['starts', i], detail: `${who}: ${start.clock}` }
    }
  },
}

function isRolled(rule = ''): boolean {
  return rule.includes('rolled')
}
