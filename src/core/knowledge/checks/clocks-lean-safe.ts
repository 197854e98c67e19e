import type { Check } from '../check.ts'

export const clocksLeanSafe: Check = {
  id: 'clocks-lean-safe',
  why: {
    zh: '用户自己的期限按较早的日子提示（不顺延）；法律规定的他人义务按较晚的日子（顺延），才不会误事或错怪。',
    en: "The user's own duty shows the earlier, unrolled day; a legal duty of another the later, rolled one.",
  },
  fix: {
    zh: '用户的期限用 days/months/hours；他人的法定期限用 days-rolled、months-rolled 或工作日。',
    en: 'Use days/months for the user; days-rolled, months-rolled or working days for others.',
  },
  *breaches({ deadlines }) {
    for (const [id, { who, rule, standing }] of Object.entries(deadlines)) {
      const rolled = rule.includes('rolled')
      const own = who === 'consumer' && rolled
      const others =
        who !== 'consumer' && who !== 'nobody' && standing === 'law' && (rule === 'days' || rule === 'months')
      if (own || others) yield { entry: `deadlines/${id}`, path: ['rule'], detail: `${who}: ${rule}` }
    }
  },
}
