import { isAlias, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { camelKeys } from '../values/camel-keys.ts'
import type { Lang } from '../values/text.ts'
import { calendarYearSchema } from './calendar.ts'
import { channelSchema } from './channel.ts'
import { deadlineSchema } from './deadline.ts'
import { factSchema } from './fact.ts'
import type { Finding } from './finding.ts'
import { guideClaimSchema } from './guide-claim.ts'
import type { Knowledge } from './knowledge.ts'
import { lawSchema } from './law.ts'
import { letterSchema } from './letter.ts'
import { breachSchema } from './letters/breach.ts'
import { heldDocumentSchema } from './letters/held-document.ts'
import { caseStorySchema } from './library/case-story.ts'
import { claimedGroundSchema } from './library/claimed-ground.ts'
import { harmfulWordsSchema } from './library/harmful-words.ts'
import { pageWordsSchema } from './library/page-words.ts'
import { purchaseCheckSchema } from './library/purchase-check.ts'
import { tellingWordsSchema } from './library/telling-words.ts'
import { wordingRiskSchema } from './library/wording-risk.ts'
import { everydayWordsSchema } from './lookup/everyday-words.ts'
import { basisSchema } from './money/basis.ts'
import { feeSchema } from './money/fee.ts'
import { thresholdSchema } from './money/threshold.ts'
import { type Problem, problemSchema, sharedNeedSchema, sharedWarningSchema, wholeProblem } from './problem.ts'
import { rightSchema } from './right.ts'
import { routeSchema } from './route.ts'

/** Folders of the knowledge base and the shape of the files in them. */
const folders = {
  laws: lawSchema,
  facts: factSchema,
  rights: rightSchema,
  evidence: sharedNeedSchema,
  warnings: sharedWarningSchema,
  problems: problemSchema,
  deadlines: deadlineSchema,
  channels: channelSchema,
  routes: routeSchema,
  fees: feeSchema,
  thresholds: thresholdSchema,
  bases: basisSchema,
  letters: letterSchema,
  cases: caseStorySchema,
  risks: wordingRiskSchema,
  'claimed-grounds': claimedGroundSchema,
  wording: harmfulWordsSchema,
  breaches: breachSchema,
  'held-documents': heldDocumentSchema,
  purchase: purchaseCheckSchema,
  'guide-claims': guideClaimSchema,
  'search-words': everydayWordsSchema,
  language: tellingWordsSchema,
  'page-words': pageWordsSchema,
  calendar: calendarYearSchema,
} as const
type Folder = keyof typeof folders
type Entries = { -readonly [F in Folder]: Record<string, z.infer<(typeof folders)[F]>> }

export type ParsedKnowledge = {
  readonly knowledge: Knowledge
  /** Where an entry (`rights/fault-refund`) stands, and the line of a path inside it. */
  readonly where: (entry: string, path: readonly PropertyKey[]) => { readonly file: string; readonly line?: number }
  readonly findings: readonly Finding[]
}

/**
 * Reads a map of path → text (`rights/fault-refund.yaml` → YAML) into knowledge. Files that do not fit their schema are
 * left out and reported; `version` is given by the caller (SHA-256 over the files). A later path of the same folder and
 * id wins, so an overlay is a second map spread over the first.
 */
export function parseKnowledge(texts: ReadonlyMap<string, string>, version: string, lang: Lang): ParsedKnowledge {
  const entries: Entries = {
    laws: {},
    facts: {},
    rights: {},
    evidence: {},
    warnings: {},
    problems: {},
    deadlines: {},
    channels: {},
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
  const origins = new Map<string, { file: string; lineOf: LineOf }>()
  const findings: Finding[] = []
  for (const [path, text] of texts) {
    const [folder, name] = path.split('/')
    if (!isFolder(folder) || name === undefined || !name.endsWith('.yaml')) continue
    const read = readYaml(path, text)
    if ('findings' in read) {
      findings.push(...read.findings)
      continue
    }
    const parsed = folders[folder].safeParse(read.value)
    if (!parsed.success) {
      findings.push(...parsed.error.issues.map((issue) => schemaFinding(path, issue, read.lineOf)))
      continue
    }
    const id = idOf(parsed.data)
    const shelf: Record<string, unknown> = entries[folder]
    shelf[id] = parsed.data
    origins.set(`${folder}/${id}`, { file: path, lineOf: read.lineOf })
  }
  const where: ParsedKnowledge['where'] = (entry, path) => {
    const origin = origins.get(entry)
    const line = origin?.lineOf(path)
    return { file: origin?.file ?? entry, ...(line === undefined ? {} : { line }) }
  }
  const problems: Record<string, Problem> = {}
  for (const [id, written] of Object.entries(entries.problems)) {
    const { problem, absent } = wholeProblem(written, entries)
    problems[id] = problem
    for (const path of absent) findings.push(absentPart(where(`problems/${id}`, path)))
  }
  return { knowledge: { version, lang, ...entries, problems }, where, findings }
}

function absentPart(place: { readonly file: string; readonly line?: number }): Finding {
  return {
    rule: 'shared-part',
    ...place,
    why: { zh: 'use 指向的共用条目不存在。', en: '`use` names a shared entry that is not there.' },
    fix: {
      zh: '改正名称，或在 knowledge/evidence、knowledge/warnings 中补上该文件。',
      en: 'Mend the name, or add that file under knowledge/evidence or knowledge/warnings.',
    },
  }
}

function isFolder(name: string | undefined): name is Folder {
  return name !== undefined && Object.hasOwn(folders, name)
}

function idOf(entry: { id: string } | { year: number }): string {
  return 'id' in entry ? entry.id : String(entry.year)
}

type LineOf = (path: readonly PropertyKey[]) => number | undefined
type Read = { value: unknown; lineOf: LineOf } | { findings: Finding[] }

function readYaml(file: string, text: string): Read {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' })
  const faults = doc.errors.map((e) => yamlFinding(file, e.message, lines.linePos(e.pos[0]).line))
  visit(doc, {
    Alias(_key, node) {
      if (isAlias(node)) faults.push(yamlFinding(file, `alias *${node.source}`, undefined))
    },
  })
  if (faults.length > 0) return { findings: faults }
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let end = path.length; end > 0; end -= 1) {
      const node = doc.getIn(path.slice(0, end).map(kebab), true)
      if (hasRange(node)) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  return { value: camelKeys(doc.toJS()), lineOf }
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function kebab(key: PropertyKey): PropertyKey {
  return typeof key === 'string' && !key.includes('.')
    ? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : key
}

function yamlFinding(file: string, message: string, line: number | undefined): Finding {
  const first = message.split('\n')[0] ?? message
  return {
    rule: 'yaml',
    file,
    ...(line === undefined ? {} : { line }),
    why: { zh: `不是可读的 YAML：${first}`, en: `Not readable YAML: ${first}` },
    fix: { zh: '按提示改正该行；不要用别名（* 和 &）。', en: 'Mend that line; do not use aliases (* and &).' },
  }
}

function schemaFinding(file: string, issue: z.core.$ZodIssue, lineOf: LineOf): Finding {
  const where = issue.path.map(String).join('.') || '(root)'
  const line = lineOf(issue.path)
  return {
    rule: 'schema',
    file,
    ...(line === undefined ? {} : { line }),
    why: { zh: `${where}：${issue.message}`, en: `${where}: ${issue.message}` },
    fix: {
      zh: '对照 src/core/knowledge/ 中同名文件的结构改正。',
      en: 'Give it the shape documented in the file of that name under src/core/knowledge/.',
    },
  }
}
