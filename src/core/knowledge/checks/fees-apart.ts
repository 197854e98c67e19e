import { overlap, runsBackwards } from '../../values/time-span.ts'
import type { Check } from '../check.ts'

export const feesApart: Check = {
  id: 'fees-apart',
  why: {
    zh: '同一种费用在同一天只能有一套费率；按另一种费用的几分之一算的，那种费用也要有。',
    en: 'On one day a charge has one set of rates; and a part of another charge needs that other charge.',
  },
  fix: {
    zh: '给旧费率填 to、新费率填 from，或改正 of。',
    en: 'Close the old rates with `to` and open the new ones with `from`, or mend `of`.',
  },
  *breaches({ fees }) {
    const all = Object.values(fees)
    for (const [id, fee] of Object.entries(fees)) {
      if (runsBackwards(fee)) yield { entry: `fees/${id}`, path: ['to'], detail: id }
      const other = all.find((one) => one.id < fee.id && one.charge === fee.charge && overlap(one, fee))
      if (other) yield { entry: `fees/${id}`, path: ['from'], detail: `${id}, ${other.id}` }
      const { rate } = fee
      if (rate.type === 'part' && !all.some((one) => one.charge === rate.of && one.rate.type === 'tariff'))
        yield { entry: `fees/${id}`, path: ['rate', 'of'], detail: rate.of }
    }
  },
}
