import type { Case, Exhibit } from '../case/case.ts'
import type { Condition } from '../knowledge/condition.ts'
import type { Fact } from '../knowledge/fact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Law, Provision } from '../knowledge/law.ts'
import type { EvidenceNeed, Problem } from '../knowledge/problem.ts'
import type { Right } from '../knowledge/right.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import type { Text } from '../values/text.ts'
import type { FactTable } from './fact-table.ts'

/** 2026-07-20 10:00 in Shanghai. */
export const now = '2026-07-20T02:00:00Z'

export function text(words: string): Text {
  return { zh: words, en: `${words} (en)` }
}

export function facts(values: Readonly<Record<string, FactScalar>>): FactTable {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { status: 'known', value, by: [] }]))
}

export function is(fact: string, value: FactScalar = true): Condition {
  return { fact, is: value, text: text(`${fact} is ${value}`) }
}

export function aCase(given: Partial<Case> = {}): Case {
  return {
    id: 'c1',
    version: 0,
    status: 'open',
    order: { items: [] },
    consumer: {},
    problem: { words: '', types: [] },
    facts: {},
    evidence: [],
    contacts: [],
    filings: [],
    offers: [],
    demands: [],
    papers: [],
    remedies: [],
    money: [],
    corrections: [],
    ...given,
  }
}

export function anExhibit(given: Partial<Exhibit> = {}): Exhibit {
  return {
    id: 'E1',
    file: 'a.jpg',
    sha256: '00',
    bytes: 1,
    kind: 'goods-photo',
    title: 'a photo',
    shows: [],
    addedAt: now,
    ...given,
  }
}

const provenance = { source: ['cpl#24'], checkedOn: '2026-07-20' }

export function aRight(given: Partial<Right> & { id: string }): Right {
  return {
    title: text(given.id),
    problems: ['quality_defect'],
    remedy: 'refund',
    against: ['seller'],
    standing: 'law',
    cites: ['cpl#24'],
    when: is('fault.present'),
    rung: 1,
    demand: text(`do ${given.id}`),
    claim: given.id,
    excludes: [],
    dayOf: 'order.paid-on',
    examples: [],
    ...provenance,
    ...given,
  }
}

export function aFact(id: string, type: Fact['type'] = 'boolean', options: readonly string[] = []): Fact {
  return {
    id,
    type,
    ask: text(`${id}?`),
    why: text(`why ${id}`),
    derived: false,
    ...(options.length > 0 ? { options: options.map((value) => ({ value, text: text(value) })) } : {}),
    ...provenance,
  }
}

export function aNeed(given: Partial<EvidenceNeed> & { id: string }): EvidenceNeed {
  return {
    title: text(given.id),
    kinds: ['goods-photo'],
    mustShow: [{ id: 'waybill', text: text('waybill number') }],
    why: text(`why ${given.id}`),
    how: text(`how ${given.id}`),
    weight: 1,
    ...given,
  }
}

export function aProblem(id: string, evidence: readonly EvidenceNeed[] = []): Problem {
  return {
    id,
    triage: 'quality_defect',
    title: text(id),
    plain: text(id),
    subject: id,
    suit: 'contract',
    evidence: [...evidence],
    channels: ['seller'],
    routes: [],
    warnings: [],
    ...provenance,
  }
}

export function aProvision(key: string, from: string | null = '2014-03-15', to: string | null = null): Provision {
  return {
    key,
    articles: [key],
    title: key,
    grants: key,
    from,
    to,
    grade: 'A',
    seenIn: ['S1'],
    checkedOn: '2026-07-20',
  }
}

export function aLaw(id: string, provisions: readonly Provision[]): Law {
  return { id, title: id, short: [], standing: 'law', status: 'in-force', provisions: [...provisions] }
}

function byId<T extends { id: string }>(entries: readonly T[]): Record<string, T> {
  return Object.fromEntries(entries.map((entry) => [entry.id, entry]))
}

/** Knowledge of a few entries; cpl#24 has been in force since 2014-03-15. */
export function someKnowledge(
  given: {
    lang?: Knowledge['lang']
    laws?: readonly Law[]
    facts?: readonly Fact[]
    rights?: readonly Right[]
    problems?: readonly Problem[]
    channels?: Knowledge['channels']
  } = {},
): Knowledge {
  return {
    version: 'test',
    lang: given.lang ?? 'zh-CN',
    laws: byId(given.laws ?? [aLaw('cpl', [aProvision('24')])]),
    facts: byId(given.facts ?? []),
    rights: byId(given.rights ?? []),
    evidence: {},
    warnings: {},
    problems: byId(given.problems ?? []),
    deadlines: {},
    channels: given.channels ?? {},
    routes: {},
    fees: {},
    thresholds: {},
    bases: {},
    letters: {},
    cases: {},
    risks: {},
    'claimed-grounds': {},
    wording: {},
    breaches: {},
    'held-documents': {},
    purchase: {},
    'guide-claims': {},
    'search-words': {},
    language: {},
    'page-words': {},
    calendar: {},
  }
}
