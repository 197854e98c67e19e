import { citesText } from '../cites-text.ts'
import type { Dossier } from '../dossier.ts'
import { owedByMark } from '../forms/respondents.ts'
import type { Sentence } from '../outline.ts'
import { paperAmount } from '../paper-amount.ts'
import { type PaperRight, togetherFromTop } from '../paper-rights.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

/** The rights behind the demands: those of the user's own last demand, else the widest set that can be had together. */
export function demandedRights({ chosen, rights }: Dossier): readonly PaperRight[] {
  if (!chosen) return togetherFromTop(rights)
  return rights.filter(({ right }) => chosen.rights.includes(right.id))
}

/** What is asked for, one line each: in the user's own words where there are any. */
export function demands(dossier: Dossier): Built {
  const items = demandLines(dossier)
  return items.length === 0
    ? nothing
    : { blocks: [{ type: 'list', numbered: true, items: items.map((line) => [line]) }] }
}

/** The ladder: every demand the law gives here, from the least upwards, with its provision and its sum. */
export function demandLadder(dossier: Dossier): Built {
  const rungs = dossier.rights.filter(({ right }) => right.remedy !== 'information')
  if (rungs.length === 0) return nothing
  const items = rungs.map((rung): Sentence[] => [
    {
      text: `${rung.demand}（依据${citesText(dossier.knowledge, rung.cites)}${calculation(rung)}）。`,
      ground: { type: 'provision', refs: rung.cites },
      facts: rung.facts,
    },
  ])
  return { blocks: [{ type: 'list', numbered: true, items }] }
}

/** The sum of the demands that can be had together; undefined when none of them is in money. */
export function demandedFen(dossier: Dossier): number | undefined {
  if (dossier.chosen) return dossier.chosen.fen
  const sums = demandedRights(dossier).flatMap(({ fen }) => fen ?? [])
  return sums.length === 0 ? undefined : sums.reduce((a, b) => a + b, 0)
}

function demandLines(dossier: Dossier): readonly Sentence[] {
  const { chosen } = dossier
  if (chosen) {
    const sum = chosen.fen === undefined ? '' : `（${paperAmount(chosen.fen)}）`
    return [{ text: `${inert(chosen.words)}${sum}。`, ground: { type: 'form' } }]
  }
  return demandedRights(dossier).map(({ right, demand, facts }) => ({
    text: `${demand}${owedByMark(right, dossier)}。`,
    ground: { type: 'form' },
    facts,
  }))
}

/** The steps of a sum that took more than one, in the amounts of papers. */
function calculation({ steps }: PaperRight): string {
  if (steps.length < 2) return ''
  return `；计算：${steps.map(({ text }) => text.replace(/(\d+\.\d{2}) ?元/g, '人民币$1元')).join('；')}`
}
