import type { Breach, Check } from '../check.ts'
import { claimNumber, type GuideClaim, placeFolders } from '../guide-claim.ts'
import type { Knowledge } from '../knowledge.ts'
import { findProvision } from '../provision-ref.ts'

export const guideLedger: Check = {
  id: 'guide-ledger',
  why: {
    zh: '指南的每条说法在账上有且只有一行，编号连续；引用指南的提示、提醒都要查得到那一行；等级不高于所引条文中最弱的一条。',
    en: 'Each claim of the guide has one row, numbered without gaps; each hint that follows the guide has its row; a grade is no better than the weakest provision cited.',
  },
  fix: {
    zh: '改正编号或等级；给提示补一行，或在 where 中写上它。',
    en: 'Mend number or grade; add a row for the hint, or name the entry in `where`.',
  },
  *breaches(knowledge) {
    const claims = Object.values(knowledge['guide-claims'])
    if (claims.length > 0) yield* numbers(claims)
    for (const claim of claims) yield* grades(claim, knowledge)
    yield* withoutRow(claims, knowledge)
  },
}

/** The first row out of its turn. */
function numbers(claims: readonly GuideClaim[]): Breach[] {
  const inOrder = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))
  const off = inOrder.find(({ id }, i) => Number(id.slice(1, 3)) !== i + 1)
  return off ? [{ entry: `guide-claims/${off.id}`, path: ['id'], detail: claimNumber(off) }] : []
}

function* grades({ id, cites, grade }: GuideClaim, knowledge: Knowledge): Iterable<Breach> {
  const seen = cites.flatMap((ref) => findProvision(knowledge, ref)?.provision.grade ?? [])
  const weakest = seen.sort().at(-1)
  if (weakest !== undefined && (grade === undefined || grade < weakest))
    yield { entry: `guide-claims/${id}`, path: ['grade'], detail: `${grade ?? '-'} < ${weakest}` }
}

/** What follows the guide: entries of that source, or with a statement of that standing. */
function* withoutRow(claims: readonly GuideClaim[], knowledge: Knowledge): Iterable<Breach> {
  for (const folder of placeFolders) {
    const named = new Set(claims.flatMap(({ where }) => where[folder]))
    for (const [id, entry] of Object.entries(knowledge[folder])) {
      const follows = entry.source.includes('guide') || JSON.stringify(entry).includes('"standing":"guide"')
      if (follows && !named.has(id)) yield { entry: `${folder}/${id}`, path: [], detail: id }
    }
  }
}
