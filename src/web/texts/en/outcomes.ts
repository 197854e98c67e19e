import type { Texts } from '../zh/zh.ts'

export const outcomes: Texts['outcomes'] = {
  title: 'What came of it',
  noSample: 'Only the closed cases kept here are counted: not a statistical sample, and no rate of success.',
  by: 'Told apart by',
  grouping: { problem: 'Problem', route: 'Route', shop: 'Shop', tactic: 'Evidence used' },
  cases: 'Cases',
  settled: 'Settled',
  asked: 'Asked',
  got: 'Got',
  days: 'Days',
  all: 'All',
  medians:
    'Sums and days are medians. A case of several problems or routes counts in each. Fewer than 5 are not shown.',
  hidden: 'too few to show',
  tooFew: 'Fewer than 5 cases are closed',
  tooFewWhy: 'Say how a case ended when you close it, and record the money that came in: then there are figures here.',
}
