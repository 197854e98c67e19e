import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { HarmfulEntry } from '../../knowledge/library/harmful-words.ts'
import type { WordingRisk } from '../../knowledge/library/wording-risk.ts'
import { phraseFinder } from '../../language/phrase-finder.ts'
import { clauseAt, sayingsPattern, sentenceAt, setsOf } from '../../language/saying.ts'
import type { Span } from '../../language/span.ts'
import type { Linter, LintFinding, LintMode } from '../finding.ts'
import { bareForm } from './bare-form.ts'

/** Words that harm who writes them (`knowledge/wording`): abuse, threats, exaggeration, silence for money, … */
export const wordingLinter: Linter = ({ plain, mode, knowledge, hasLawyer }) => {
  const { openly, inDisguise } = findersOf(knowledge)
  const bare = bareForm(plain)
  const harms = (form: string) => (found: Found) =>
    found.owner.in.includes(mode) && !(found.owner.unlessLawyer && hasLawyer) && !isHarmless(form, found)
  const found = [
    ...openly(plain).filter(harms(plain)),
    ...inDisguise(bare.text)
      .filter(harms(bare.text))
      .map(({ start, end, owner }) => ({ start: bare.starts[start] ?? 0, end: bare.ends[end - 1] ?? 0, owner })),
  ]
  return widest(found).map((one) => findingOf(one, mode))
}

/** An entry made ready to look for. */
type Harm = Pick<HarmfulEntry, 'say' | 'disguised' | 'in' | 'blocks' | 'unlessLawyer' | 'instead'> & {
  readonly risk: WordingRisk
  readonly within: RegExp | undefined
  readonly unless: RegExp | undefined
  readonly ledBy: RegExp | undefined
}
type Found = Span & { readonly owner: Harm }

function findingOf(
  { start, end, owner: { risk, instead = risk.instead, blocks } }: Found,
  mode: LintMode,
): LintFinding {
  return {
    rule: risk.id,
    kind: risk.kind,
    start,
    end,
    message: { zh: `${risk.title.zh}：${risk.why.zh}`, en: `${risk.title.en}: ${risk.why.en}` },
    suggestion: instead,
    severity: blocks.includes(mode) ? 'error' : 'advice',
  }
}

/** How far a longer, innocent string may reach beyond the words. */
const NEAR = 12

function isHarmless(form: string, { start, end, owner: { within, unless, ledBy } }: Found): boolean {
  const before = form.slice(clauseAt(form, start, end).from, start)
  if (before.includes('《') && !before.includes('》')) return true
  if (stands(ledBy, before)) return true
  if (unless) {
    const sentence = sentenceAt(form, start, end)
    if (stands(unless, form.slice(sentence.from, sentence.to))) return true
  }
  const from = Math.max(0, start - NEAR)
  return [...(within ? form.slice(from, end + NEAR).matchAll(within) : [])].some((match) => {
    const [begin, stop] = [from + match.index, from + match.index + match[0].length]
    return begin < start ? stop > start : begin === start && stop >= end
  })
}

function stands(pattern: RegExp | undefined, text: string): boolean {
  return pattern !== undefined && text.search(pattern) >= 0
}

/** In order; those of one risk that overlap are one, told of by the widest. */
function widest(found: readonly Found[]): readonly Found[] {
  const last = new Map<WordingRisk, number>()
  const kept: Found[] = []
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const at = last.get(one.owner.risk)
    const before = at === undefined ? undefined : kept[at]
    if (at !== undefined && before !== undefined && one.start < before.end) {
      const owner = one.end - one.start > before.end - before.start ? one.owner : before.owner
      kept[at] = { start: before.start, end: Math.max(before.end, one.end), owner }
    } else {
      last.set(one.owner.risk, kept.length)
      kept.push(one)
    }
  }
  return kept
}

type Finder = (form: string) => readonly Found[]
type Finders = { readonly openly: Finder; readonly inDisguise: Finder }
const ready = new WeakMap<Knowledge['wording'], Finders>()

/** What finds the words of a knowledge base, made once. */
function findersOf({ language, risks, wording }: Knowledge): Finders {
  const known = ready.get(wording)
  if (known) return known
  const sets = { ...setsOf(language), ...setsOf(wording) }
  const pattern = (sayings: readonly string[]) => (sayings.length === 0 ? undefined : sayingsPattern(sayings, sets))
  const harms = Object.values(wording).flatMap((file) =>
    file.entries.flatMap((entry): readonly Harm[] => {
      const risk = risks[file.risk ?? '']
      if (risk === undefined) return []
      const within = pattern([...file.within, ...entry.within])
      return [
        { ...entry, risk, within, unless: pattern(entry.unless), ledBy: pattern([...file.ledBy, ...entry.ledBy]) },
      ]
    }),
  )
  const finders: Finders = {
    openly: phraseFinder(
      harms.filter(({ disguised }) => !disguised),
      sets,
    ),
    inDisguise: phraseFinder(
      harms.filter(({ disguised }) => disguised),
      sets,
    ),
  }
  ready.set(wording, finders)
  return finders
}
