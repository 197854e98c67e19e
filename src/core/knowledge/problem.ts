import { z } from 'zod'
import { evidenceKinds } from '../values/evidence-kind.ts'
import { conditionSchema } from './condition.ts'
import { provenance } from './provenance.ts'
import { textSchema } from './text-schema.ts'

const triageCodes = [
  'quality_defect',
  'counterfeit_or_fraud',
  'false_advertising',
  'late_delivery',
  'not_delivered_or_cancelled',
  'damaged_in_transit',
  'return_refused',
  'refund_delayed',
  'price_dispute',
  'after_sales_warranty',
  'food_safety',
  'privacy',
  'invoice',
  'service_attitude',
  'wrong_or_missing_item',
  'other',
] as const

/** What an exhibit must prove; `mustShow` ids are what a legible exhibit of that kind has to show. */
const need = {
  id: z.string(),
  title: textSchema,
  kinds: z.array(z.enum(evidenceKinds)).min(1),
  mustShow: z.array(z.strictObject({ id: z.string(), text: textSchema })).min(1),
  why: textSchema,
  /** How to get or mend it. */
  how: textSchema,
  /** Only needed when this holds; absent = always. */
  when: conditionSchema.optional(),
}

const trap = {
  text: textSchema,
  cites: z.array(z.string()).default([]),
  when: conditionSchema.optional(),
}

/** A need that several problems have. One file a need under `knowledge/evidence`. */
export const sharedNeedSchema = z.strictObject({ ...need, ...provenance })
export type SharedNeed = z.infer<typeof sharedNeedSchema>

/** A warning that several problems give. One file a warning under `knowledge/warnings`. */
export const sharedWarningSchema = z.strictObject({ id: z.string(), ...trap, ...provenance })
export type SharedWarning = z.infer<typeof sharedWarningSchema>

/** `use` takes a shared need as it is, but for what is said here. */
const usedNeed = z.strictObject({
  use: z.string(),
  why: textSchema.optional(),
  how: textSchema.optional(),
  when: conditionSchema.optional(),
})
const usedWarning = z.strictObject({ use: z.string(), when: conditionSchema.optional() })

/**
 * A row of the catalogue of problems as its file has it. `id` is the case's problem type, `triage` the code that
 * `youju triage` prints.
 */
export const problemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  triage: z.enum(triageCodes),
  title: textSchema,
  /** What it is in one plain sentence, and what it is not. */
  plain: textSchema,
  /** The noun phrase a letter uses for the problem (Chinese). */
  subject: z.string(),
  /** What a lawsuit rests on: the contract of sale, or a wrong beside it. */
  suit: z.enum(['contract', 'tort']).default('contract'),
  /** The most decisive first. */
  evidence: z.array(z.union([usedNeed, z.strictObject(need)])).min(1),
  /** Channels in the order that closes no better door. */
  channels: z.array(z.string()).min(1),
  /** Ways to a remedy in this order; none named: all of them, by their place. */
  routes: z.array(z.string()).default([]),
  warnings: z.array(z.union([usedWarning, z.strictObject({ rule: z.string(), ...trap })])).default([]),
  ...provenance,
})
export type WrittenProblem = z.infer<typeof problemSchema>

/** `weight` is the place in the problem's list: 1 is the most decisive. */
export type EvidenceNeed = Omit<SharedNeed, keyof typeof provenance> & { readonly weight: number }
export type ProblemWarning = Omit<SharedWarning, 'id' | keyof typeof provenance> & { readonly rule: string }

/** A row of the catalogue with what it shares put in its place. */
export type Problem = Omit<WrittenProblem, 'evidence' | 'warnings'> & {
  readonly evidence: readonly EvidenceNeed[]
  readonly warnings: readonly ProblemWarning[]
}

type Shelves = {
  readonly evidence: Readonly<Record<string, SharedNeed>>
  readonly warnings: Readonly<Record<string, SharedWarning>>
}

/** Puts the shared needs and warnings in; what is used but not there is left out and named with its place. */
export function wholeProblem(
  written: WrittenProblem,
  shelves: Shelves,
): { readonly problem: Problem; readonly absent: readonly (readonly PropertyKey[])[] } {
  const absent: PropertyKey[][] = []
  const evidence = written.evidence.flatMap((one, at): EvidenceNeed[] => {
    if (!('use' in one)) return [{ ...one, weight: at + 1 }]
    const shared = shelves.evidence[one.use]
    if (shared === undefined) absent.push(['evidence', at, 'use'])
    return shared ? [{ ...withoutSource(shared), ...said(one), weight: at + 1 }] : []
  })
  const warnings = written.warnings.flatMap((one, at): ProblemWarning[] => {
    if (!('use' in one)) return [one]
    const shared = shelves.warnings[one.use]
    if (shared === undefined) absent.push(['warnings', at, 'use'])
    return shared ? [{ rule: shared.id, text: shared.text, cites: shared.cites, when: one.when ?? shared.when }] : []
  })
  return { problem: { ...written, evidence, warnings }, absent }
}

function withoutSource({ source: _source, checkedOn: _checkedOn, url: _url, note: _note, ...rest }: SharedNeed) {
  return rest
}

/** What the using problem says of its own. */
function said({ use: _use, ...own }: z.infer<typeof usedNeed>): Partial<EvidenceNeed> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
}
