import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Provision } from '../../knowledge/law.ts'
import type { ClaimedGround } from '../../knowledge/library/claimed-ground.ts'
import { citeText, findProvision, parseRef, versionsOf } from '../../knowledge/provision-ref.ts'
import { clauseAt, sayingsPattern, sentenceAt, setsOf } from '../../language/saying.ts'
import type { Span } from '../../language/span.ts'
import type { LintFinding, LintSubject } from '../finding.ts'
import * as words from './citation-words.ts'
import { type Citation, refOf } from './find-citations.ts'
import { dayFor } from './law-day.ts'

/** How far a right may be claimed behind the provision it is based on, and before it, in characters. */
const BEHIND = 40
const BEFORE = 20
const denied = /不是|不属于|并非|而非|不等于/

type Ground = {
  readonly ground: ClaimedGround
  readonly pattern: RegExp
  readonly unless: RegExp | undefined
  readonly carriers: ReadonlySet<Provision>
}

/** Provisions named for a right that others carry, in sentences where none of those named carries what is claimed. */
export function misplacedGrounds(citations: readonly Citation[], subject: LintSubject): readonly LintFinding[] {
  if (citations.length === 0) return []
  const { plain, knowledge } = subject
  const findings = new Map<number, LintFinding>()
  for (const [sentence, named] of bySentence(citations, plain)) {
    const provisions = named.map(({ law, article }) =>
      law && article ? versionsOf(knowledge, refOf(law, article)).map(({ provision }) => provision) : [],
    )
    // A law named as a whole, or an article that is not held, may carry anything.
    if (provisions.some((versions) => versions.length === 0)) continue
    const carries = ({ carriers }: Ground) => provisions.flat().some((provision) => carriers.has(provision))
    const claimed = claimedIn(plain, sentence, knowledge)
    if (claimed.some(({ ground }) => carries(ground))) continue
    for (const { ground, place } of claimed) {
      const near = named.find((citation) => isBeside(citation, place, plain))
      if (near?.law && near.article && !findings.has(near.start))
        findings.set(near.start, {
          start: near.start,
          end: near.end,
          rule: 'wrong-provision',
          kind: 'citation',
          severity: 'error',
          ...words.wrongProvision({
            cited: citeText(knowledge, refOf(near.law, near.article)),
            says: versionsOf(knowledge, refOf(near.law, near.article)).map(({ provision }) => provision.title),
            claimed: ground.ground.title,
            carrier: carrierOf(ground.ground, subject),
          }),
        })
    }
  }
  return [...findings.values()]
}

/** The provision to name for a right: the first that was in force on its day. */
function carrierOf({ cites }: ClaimedGround, subject: LintSubject): string | undefined {
  const { knowledge, days } = subject
  const ref = cites.find((one) => {
    const law = knowledge.laws[parseRef(one)?.law ?? '']
    return law && findProvision(knowledge, one, dayFor(law, subject), days.procedure)
  })
  return ref && citeText(knowledge, ref)
}

function claimedIn(plain: string, { from, to }: Sentence, knowledge: Knowledge) {
  // What a law is called is not what is claimed by it: 《明码标价和禁止价格欺诈规定》.
  const sentence = plain.slice(from, to).replaceAll(/《[^》]*》/g, (title) => ' '.repeat(title.length))
  return groundsOf(knowledge).flatMap((ground) =>
    [...sentence.matchAll(ground.pattern)].flatMap((match) => {
      const place = { start: from + match.index, end: from + match.index + match[0].length }
      const clause = clauseAt(plain, place.start, place.end)
      return ground.unless && plain.slice(clause.from, clause.to).search(ground.unless) >= 0 ? [] : [{ ground, place }]
    }),
  )
}

function isBeside(citation: Span, place: Span, plain: string): boolean {
  const isBehind = place.start >= citation.end
  const gap = isBehind ? place.start - citation.end : citation.start - place.end
  const between = isBehind ? plain.slice(citation.end, place.start) : plain.slice(place.end, citation.start)
  return gap >= 0 && gap <= (isBehind ? BEHIND : BEFORE) && !denied.test(between)
}

type Sentence = { readonly from: number; readonly to: number }

function bySentence(citations: readonly Citation[], plain: string): ReadonlyMap<Sentence, readonly Citation[]> {
  const sentences = new Map<Sentence, Citation[]>()
  let current: Sentence | undefined
  for (const citation of citations) {
    if (current === undefined || citation.start >= current.to) {
      current = sentenceAt(plain, citation.start, citation.end)
      sentences.set(current, [])
    }
    sentences.get(current)?.push(citation)
  }
  return sentences
}

const ready = new WeakMap<Knowledge['claimed-grounds'], readonly Ground[]>()

function groundsOf(knowledge: Knowledge): readonly Ground[] {
  const shelf = knowledge['claimed-grounds']
  const known = ready.get(shelf)
  if (known) return known
  const sets = setsOf(knowledge.language)
  const grounds = Object.values(shelf).map(
    (ground): Ground => ({
      ground,
      pattern: sayingsPattern(ground.say, sets),
      unless: ground.unless.length === 0 ? undefined : sayingsPattern(ground.unless, sets),
      carriers: new Set(ground.cites.flatMap((ref) => versionsOf(knowledge, ref).map(({ provision }) => provision))),
    }),
  )
  ready.set(shelf, grounds)
  return grounds
}
