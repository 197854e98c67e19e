import type { RightFinding } from '../../advice/advice.ts'
import type { Dossier } from '../dossier.ts'
import { paperAmount } from '../paper-amount.ts'
import { type Built, nothing } from '../uses.ts'
import { leftOut } from './advice-list.ts'

const states: Readonly<Record<RightFinding['status'], string>> = {
  applies: '可以主张',
  'needs-facts': '还缺事实',
  'does-not-apply': '不适用',
}

/** Rows of a page that must stay one page. */
const most = 7

/** What can be claimed, the largest sum first, and what could be, if a fact were known. Rights that do not apply are left to `advise`. */
export function rightsSummary({ advice, knowledge }: Dossier): Built {
  const order = (finding: RightFinding) => (finding.status === 'applies' ? 0 : 1)
  const shown = advice.rights
    .filter(({ status }) => status !== 'does-not-apply')
    .toSorted((a, b) => order(a) - order(b) || (b.amount?.fen ?? 0) - (a.amount?.fen ?? 0))
  if (shown.length === 0) return nothing
  const rows = shown
    .slice(0, most)
    .map((finding) => [
      { text: knowledge.rights[finding.id]?.title.zh ?? finding.title },
      { text: states[finding.status] },
      { text: finding.amount?.fen ? paperAmount(finding.amount.fen) : '' },
    ])
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '权利', width: 'auto' },
          { title: '状态', width: 24 },
          { title: '金额', width: 38, align: 'right' },
        ],
        rows,
      },
      ...(shown.length > most ? [leftOut(shown.length - most)] : []),
    ],
    uses: { cites: shown.filter(({ status }) => status === 'applies').flatMap(({ cites }) => cites) },
  }
}
