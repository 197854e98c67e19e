import type { RightFinding } from '../../advice/advice.ts'
import type { Dossier } from '../dossier.ts'
import { paperAmount } from '../paper-amount.ts'
import { type Built, nothing } from '../uses.ts'

const states: Readonly<Record<RightFinding['status'], string>> = {
  applies: '可以主张',
  'needs-facts': '还缺事实',
  'does-not-apply': '不适用',
}

/** What can be claimed and what could be, if a fact were known. Rights that do not apply are left to `advise`. */
export function rightsSummary({ advice, knowledge }: Dossier): Built {
  const order = (finding: RightFinding) => (finding.status === 'applies' ? 0 : 1)
  const shown = advice.rights
    .filter(({ status }) => status !== 'does-not-apply')
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, 8)
  if (shown.length === 0) return nothing
  const rows = shown.map((finding) => [
    { text: knowledge.rights[finding.id]?.title.zh ?? finding.title },
    { text: states[finding.status] },
    { text: finding.amount === undefined ? '' : paperAmount(finding.amount.fen) },
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
    ],
    uses: { cites: shown.filter(({ status }) => status === 'applies').flatMap(({ cites }) => cites) },
  }
}
