import { formatYuan } from '../values/fen.ts'
import { say, type Text } from '../values/text.ts'
import type { Rung } from './advice.ts'
import type { World } from './clocks/happening.ts'
import { computeAmount } from './formulas.ts'
import type { JudgedRight } from './rights.ts'

/**
 * What can be asked for, from the least to the most: one rung for each right that applies and does not come to a sum of
 * nothing, by its place on the ladder, then by its sum. Rungs are alternatives or additions, never a total. The guide's rule of thumb stands first, on rung 0.
 */
export function demandLadder(
  judged: readonly JudgedRight[],
  world: Pick<World, 'facts' | 'knowledge'>,
): readonly Rung[] {
  const applying = judged
    .filter(({ finding }) => finding.status === 'applies' && finding.amount?.fen !== 0)
    .sort(byDemand)
  const rungs = applying.map((one): Rung => {
    const fen = one.finding.amount?.fen
    return {
      rung: one.right.rung,
      demand: say(demandText(one, applying), world.knowledge.lang),
      ...(fen === undefined ? {} : { fen }),
      cites: one.finding.cites,
      standing: one.right.standing,
    }
  })
  return [...ruleOfThumb(applying, world), ...rungs]
}

function byDemand(a: JudgedRight, b: JudgedRight): number {
  const sum = ({ finding }: JudgedRight) => finding.amount?.fen ?? 0
  return a.right.rung - b.right.rung || sum(a) - sum(b) || (a.right.id < b.right.id ? -1 : 1)
}

function demandText(one: JudgedRight, applying: readonly JudgedRight[]): Text {
  const { demand } = one.right
  const fen = one.finding.amount?.fen
  const amount = fen === undefined ? '____' : formatYuan(fen)
  const note = choiceNote(one, applying)
  const fill = (text: string) => text.split('{amount}').join(amount)
  return { zh: `${fill(demand.zh)}${note.zh}`, en: `${fill(demand.en)}${note.en}` }
}

/** Which other demands cannot be had together with this one, and which of them to put forward first: the highest. */
function choiceNote(one: JudgedRight, applying: readonly JudgedRight[]): Text {
  const rivals = applying.filter((other) => excludes(one, other) || excludes(other, one))
  const highest = [one, ...rivals].sort(byDemand).at(-1)
  if (rivals.length === 0 || highest === undefined) return { zh: '', en: '' }
  const names = rivals.map((rival) => rival.right.title)
  const [zh, en] = [names.map((name) => `“${name.zh}”`).join(''), names.map((name) => `“${name.en}”`).join(', ')]
  const first =
    highest === one
      ? { zh: '先提本项', en: 'put this one first' }
      : { zh: `先提“${highest.right.title.zh}”`, en: `put “${highest.right.title.en}” first` }
  return {
    zh: `（与${zh}只能选其一，金额不相加；${first.zh}）`,
    en: ` (instead of ${en}, never added to it; ${first.en})`,
  }
}

function excludes(one: JudgedRight, other: JudgedRight): boolean {
  return one.right.excludes.includes(other.right.id)
}

/** The guide's 30 %: a comparison beside what the law gives. It lowers no claim and asks for no sum of its own. */
function ruleOfThumb(
  applying: readonly JudgedRight[],
  { facts, knowledge }: Pick<World, 'facts' | 'knowledge'>,
): Rung[] {
  const paid = computeAmount({ formula: 'refund-paid' }, facts)
  const byLaw = applying.filter(({ right, finding }) => right.standing === 'law' && finding.amount !== undefined)
  const most = byLaw.sort((a, b) => (a.finding.amount?.fen ?? 0) - (b.finding.amount?.fen ?? 0)).at(-1)
  if ('missing' in paid || !most?.finding.amount) return []
  const third = formatYuan(Math.floor((paid.fen * 3) / 10))
  const sum = formatYuan(most.finding.amount.fen)
  const text = {
    zh: `仅供对照：维权指南的经验是，金额超过实付价 30%（即 ${third} 元）的要求较少被接受；而法律给出的最高一项是“${most.right.title.zh}”${sum} 元。这条经验没有法律依据，不降低任何一项请求。`,
    en: `For comparison only: the guide finds that sums above 30 % of the price paid (${third} yuan) are taken up less often; the most the law gives is “${most.right.title.en}”, ${sum} yuan. This rule of thumb has no basis in law and lowers no claim.`,
  }
  return [{ rung: 0, demand: say(text, knowledge.lang), cites: [], standing: 'heuristic' }]
}
