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
/** As far as the next words. */
const NEXT = 8
const denied = /不是(?![^，。]{0,8}[吗么])|不属于|并非|而非|不等于/
const deniedBehind = /^[^，。]{0,4}(?:不是|并非|不等于)/
/** Behind a citation: what follows is told as its words. `的规定` only ends a citation. */
const says =
  /^(?:[，, ]|不是|明确|明文|早就|已经|清楚|清清楚楚|写得|说得|很|明白|里|中|就|也|都)*(?:规定|写|说|讲|指出|禁止|赋予|保障)|^[:：]/
/** Behind a citation: what follows is a step or a demand of its own. */
const apart = /起诉|投诉|举报|申请|提起|提交|证明|[，,；;](?:并|同时|另|此外|如|若|再|还|且)/
/** Before a citation: it is named as what is broken, or as where the right comes from. */
const broken = /违反|违背|触犯/
const breaks = /^[，,]?(?:的?行为)?(?:已|已经|明显|严重)?(?:违反|违背|触犯)了?《?$/
const restsOn =
  /^[^，,；;]{0,6}[，,]?这?(?:的?(?:法律)?(?:依据|根据)|按照|依照|依|按)?(?:就是|是|为|在|出自|来自|见|写在|规定在|[:：])?[(（《]{0,2}$/
const closes = /^(?:[^\p{Script=Han}]|的?规定|$)/u
/** Named as what a demand is based on, and not for what it says. */
const basis = /依据|根据|按照|依照|^[按依据照凭]/
const asks = /^[，,]?(?:我|本人)?(?:请|要求|请求|应当?|必须)[^，,；;]{0,6}$/
const concluded = /^[^，,。；;]{0,8}(?:违法|不合法|无效)/

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
      const near = named.find((citation) => isSaidOf(citation, { ground, place }, plain))
      if (near?.law && near.article && !findings.has(near.start)) {
        const main = `${near.law.id}#${near.article.number}.`
        findings.set(near.start, {
          start: near.start,
          end: near.end,
          rule: 'wrong-provision',
          kind: 'citation',
          // Another paragraph of the right article: it is found all the same.
          severity: ground.ground.cites.some((ref) => ref.startsWith(main)) ? 'advice' : 'error',
          ...words.wrongProvision({
            cited: citeText(knowledge, refOf(near.law, near.article)),
            says: versionsOf(knowledge, refOf(near.law, near.article)).map(({ provision }) => provision.title),
            claimed: ground.ground.title,
            carrier: carrierOf(ground.ground, subject),
          }),
        })
      }
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

type Claimed = { readonly ground: Ground; readonly place: Span }

function claimedIn(plain: string, { from, to }: Sentence, knowledge: Knowledge): readonly Claimed[] {
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

/** Whether the words say that the provision carries what is claimed: both may stand in a sentence for their own reasons. */
function isSaidOf({ start, end }: Span, { ground, place }: Claimed, plain: string): boolean {
  const isMatter = ground.ground.as === 'matter'
  if (place.start < end) {
    const between = plain.slice(place.end, start)
    if (place.end > start || between.length > BEFORE || denied.test(between)) return false
    return breaks.test(between) || (!isMatter && restsOn.test(between) && closes.test(plain.slice(end, end + 3)))
  }
  const between = plain.slice(end, place.start)
  if (between.length > BEHIND || denied.test(between) || deniedBehind.test(plain.slice(place.end, place.end + 8)))
    return false
  if (says.test(between)) return true
  const before = plain.slice(clauseAt(plain, start, end).from, start)
  if (broken.test(before)) return false
  if (!isMatter) return !apart.test(between)
  const isBasis = basis.test(before)
  return (
    asks.test(between) || (!isBasis && between.length <= NEXT) || concluded.test(plain.slice(place.end, place.end + 16))
  )
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
