import type { Advice, Step } from '../advice/advice.ts'
import { type FactTable, factValue } from '../advice/fact-table.ts'
import { asDay } from '../advice/facts/fact-day.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Right } from '../knowledge/right.ts'
import { isCitable } from './cites-text.ts'
import { fill, placeholdersOf } from './fill.ts'
import { paperAmount } from './paper-amount.ts'
import type { PaperValues } from './paper-values.ts'

/** A right that may stand in a paper. `cites` are its provisions of grade A in force on the day that decides. */
export type PaperRight = {
  readonly right: Right
  readonly cites: readonly string[]
  readonly fen?: number
  readonly steps: readonly Step[]
  /** What is asked for, and the right in words; filled, without a closing stop in `demand`. */
  readonly demand: string
  readonly claim: string
  /** Facts and case paths the words were filled from. */
  readonly facts: readonly string[]
}

type Source = {
  readonly advice: Advice
  readonly knowledge: Knowledge
  readonly facts: FactTable
  readonly values: PaperValues
  readonly today: string
}

/** Remedies of which a consumer can have only one each: two refunds of one price are not two claims. */
const single: readonly string[] = ['refund', 'exchange', 'repair', 'reship', 'performance', 'added-damages']

/**
 * The rights that may enter papers, in the order of the ladder, least first. Only law and published platform rules
 * count, only provisions whose full text was read, in the words in force on the day that decides (`dayOf` of the
 * right, else today). A right whose words name something not known yet waits.
 */
export function paperRights(source: Source): readonly PaperRight[] {
  const rights = source.advice.rights.flatMap((finding): PaperRight[] => {
    const right = source.knowledge.rights[finding.id]
    if (finding.status !== 'applies' || !right) return []
    if (right.standing !== 'law' && right.standing !== 'platform') return []
    const cites = citesInForce(right, source)
    const fen = finding.amount?.fen
    const value = claimValue(source, fen)
    const words = withoutUnit(right.demand.zh) + withoutUnit(right.claim)
    const names = placeholdersOf(words)
    if (cites.length === 0 || names.some((name) => value(name) === undefined)) return []
    const word = (template: string) => fill(withoutUnit(template), (name) => value(name)?.text)
    return [
      {
        right,
        cites,
        steps: finding.amount?.steps ?? [],
        demand: word(right.demand.zh),
        claim: word(right.claim),
        facts: names.flatMap((name) => value(name)?.facts ?? []),
        ...(fen === undefined ? {} : { fen }),
      },
    ]
  })
  return rights.sort(
    (a, b) => a.right.rung - b.right.rung || (a.fen ?? 0) - (b.fen ?? 0) || (a.right.id < b.right.id ? -1 : 1),
  )
}

/**
 * The widest set of rights that can be had together: taken from the top of the ladder down, leaving out what a right
 * already taken excludes. Largest sum first, then what is asked for beside the money.
 */
export function togetherFromTop(rights: readonly PaperRight[]): readonly PaperRight[] {
  const taken: PaperRight[] = []
  for (const next of rights.toReversed()) if (taken.every((one) => fitsWith(one.right, next.right))) taken.push(next)
  return taken.sort((a, b) => (b.fen ?? 0) - (a.fen ?? 0))
}

/** Whether two rights can stand side by side; two ways to the same refund can, as grounds of one demand. */
export function excludesEachOther(a: Right, b: Right): boolean {
  return a.excludes.includes(b.id) || b.excludes.includes(a.id)
}

function fitsWith(a: Right, b: Right): boolean {
  return !excludesEachOther(a, b) && (a.remedy !== b.remedy || !single.includes(a.remedy))
}

function citesInForce(right: Right, { knowledge, facts, today }: Source): readonly string[] {
  const day = asDay(factValue(facts, right.dayOf)) ?? today
  return right.cites.filter((ref) => isCitable(knowledge, ref, day, today))
}

/** The words a rights file may name: the goods, the seller, the computed sum, days of the order (`signedOn`), or a path. */
function claimValue({ values }: Source, fen: number | undefined): PaperValues {
  return (name) => {
    if (name === 'amount') return fen === undefined ? undefined : { text: paperAmount(fen), facts: [], exhibits: [] }
    if (name === 'shop') return values('seller')
    if (/[A-Z]/.test(name)) return values(`order.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
    return values(name)
  }
}

/** `{amount} 元` in a template: the sum brings its own 人民币 and 元. */
function withoutUnit(template: string): string {
  return template.replace(/\s*\{amount\}\s*元/g, '{amount}')
}
