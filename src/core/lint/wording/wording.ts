import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { HarmfulEntry } from '../../knowledge/library/harmful-words.ts'
import type { WordingRisk } from '../../knowledge/library/wording-risk.ts'
import { sayingsPattern, setsOf } from '../saying.ts'
import type { Span } from '../span.ts'
import { bareForm } from './bare-form.ts'
import type { LintFinding, LintSubject } from './finding.ts'
import { phraseFinder } from './phrase-finder.ts'

/** An entry made ready to look for. */
type Harm = Pick<HarmfulEntry, 'say' | 'in' | 'blocks' | 'instead' | 'unlessFact'> & {
  readonly risk: WordingRisk
  readonly within: RegExp | undefined
  readonly unless: RegExp | undefined
  readonly ledBy: RegExp | undefined
}

/** How far around a place what makes it harmless is looked for. */
const FAR = 80
const NEAR = 12

/** Words that harm who writes them (`knowledge/wording`): abuse, threats, exaggeration, silence for money, … */
export function lintWording({ plain, mode, knowledge, case: given }: LintSubject): readonly LintFinding[] {
  const { openly, inDisguise } = readyFor(knowledge)
  const bare = bareForm(plain)
  const applies = (form: string) => (found: Span & { readonly owner: Harm }) =>
    found.owner.in.includes(mode) && !isKnown(given, found.owner.unlessFact) && !isHarmless(form, found)
  const found = [
    ...openly(plain).filter(applies(plain)),
    ...inDisguise(bare.text)
      .filter(applies(bare.text))
      .map(({ start, end, owner }) => ({ start: bare.starts[start] ?? 0, end: bare.ends[end - 1] ?? 0, owner })),
  ]
  return apart(found).map(({ start, end, owner: { risk, instead = risk.instead, blocks } }) => ({
    rule: risk.id,
    kind: risk.kind,
    start,
    end,
    message: { zh: `${risk.title.zh}：${risk.why.zh}`, en: `${risk.title.en}: ${risk.why.en}` },
    suggestion: instead,
    severity: blocks.includes(mode) ? 'error' : 'advice',
  }))
}

function isKnown(given: LintSubject['case'], fact: string | undefined): boolean {
  return fact !== undefined && given !== undefined && given.facts[fact] !== undefined
}

function isHarmless(form: string, { start, end, owner: { within, unless, ledBy } }: Span & { readonly owner: Harm }) {
  const before = form.slice(Math.max(0, start - FAR), start)
  if (/《[^》\n]*$/.test(before)) return true
  if (stands(ledBy, afterLast(/[，。！？；,!?;…\n]/g, before))) return true
  const after = form.slice(end, end + FAR)
  const rest = /^[^。！？!?\n]*/.exec(after)?.[0] ?? ''
  if (stands(unless, afterLast(/[。！？!?\n]/g, before) + form.slice(start, end) + rest)) return true
  const from = Math.max(0, start - NEAR)
  return [...(within ? form.slice(from, end + NEAR).matchAll(within) : [])].some((match) => {
    const [begin, stop] = [from + match.index, from + match.index + match[0].length]
    return begin < start ? stop > start : begin === start && stop >= end
  })
}

function stands(pattern: RegExp | undefined, text: string): boolean {
  return pattern !== undefined && text.search(pattern) >= 0
}

function afterLast(mark: RegExp, text: string): string {
  const last = [...text.matchAll(mark)].at(-1)
  return last === undefined ? text : text.slice(last.index + 1)
}

/** In order, and of those of one kind that lie within each other the widest alone. */
function apart<Found extends Span & { readonly owner: Harm }>(found: readonly Found[]): readonly Found[] {
  const until = new Map<string, number>()
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end, owner: { risk } }) => {
      if ((until.get(risk.kind) ?? 0) >= end) return false
      until.set(risk.kind, end)
      return true
    })
}

type Ready = { readonly openly: Finder; readonly inDisguise: Finder }
type Finder = ReturnType<typeof phraseFinder<Harm>>
const ready = new WeakMap<Knowledge['wording'], Ready>()

/** The finders of a knowledge base, made once. */
function readyFor({ language, risks, wording }: Knowledge): Ready {
  const known = ready.get(wording)
  if (known) return known
  const sets = { ...setsOf(language), ...setsOf(wording) }
  const pattern = (sayings: readonly string[]) =>
    sayings.length === 0 ? undefined : sayingsPattern(sayings, sets)
  const harms = Object.values(wording).flatMap((file) =>
    file.entries.flatMap((entry) => {
      const risk = risks[file.risk ?? '']
      if (risk === undefined) return []
      const { say, instead, unlessFact, blocks, disguised } = entry
      const harm: Harm = {
        say,
        in: entry.in,
        blocks,
        ...(instead === undefined ? {} : { instead }),
        ...(unlessFact === undefined ? {} : { unlessFact }),
        risk,
        within: pattern([...file.within, ...entry.within]),
        unless: pattern(entry.unless),
        ledBy: pattern([...file.ledBy, ...entry.ledBy]),
      }
      return [{ harm, disguised }]
    }),
  )
  const finders: Ready = {
    openly: phraseFinder(harms.filter(({ disguised }) => !disguised).map(({ harm }) => harm), sets),
    inDisguise: phraseFinder(harms.filter(({ disguised }) => disguised).map(({ harm }) => harm), sets),
  }
  ready.set(wording, finders)
  return finders
}
