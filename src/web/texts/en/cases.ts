import type { Texts } from '../zh/zh.ts'

export const cases: Texts['cases'] = {
  search: 'Find a case: goods, shop, order number, words of exhibits',
  status: { open: 'Open', closed: 'Closed', all: 'All' },
  none: 'No case here yet',
  notFound: 'Nothing found',
  csv: 'Import a table',
  csvFile: 'The table (CSV)',
  csvHint:
    'The first line names the columns, such as order number, shop, goods, paid, ordered, signed for, problem, name, phone. You see a preview before anything is taken.',
  csvCounts: (ok, bad) =>
    bad === 0 ? `All ${ok} rows can be taken` : `${ok} rows can be taken, ${bad} have faults and will not`,
  csvIgnored: (columns) => `Columns not known and left out: ${columns}`,
  csvLine: (line) => `Line ${line}`,
  csvBad: 'fault',
  csvTake: (count) => `Open ${count} ${count === 1 ? 'case' : 'cases'}`,
  csvTaken: (opened, skipped) =>
    skipped === 0
      ? `${opened} cases opened`
      : `${opened} cases opened, ${skipped} rows left out; mend them and import again, nothing is doubled`,
}
