import { z } from 'zod'
import { gradeSchema } from './law.ts'
import { saying } from './library/telling-words.ts'
import { provenance } from './provenance.ts'
import { textSchema } from './text-schema.ts'

/** The guide's parts in its own order: seven systems and the cases, follow-up, remedies, prevention and closing words beside them. */
const missionParts = [
  'M1.1',
  'M1.2',
  'M1.3',
  'M1.4',
  'M2.1',
  'M2.2',
  'M2.3',
  'M3.1',
  'M3.2',
  'M4.1',
  'M4.2',
  'M5.1',
  'M5.2',
  'M5.3',
  'M6.1',
  'M6.2',
  'M6.3',
  'M6.4',
  'M7',
  'M8.1',
  'M8.2',
  'M8.3',
  'M9',
  'M10',
  'M11',
] as const

/** What a check of the claim found; `missing` is what the guide leaves out, `notice` a remark about the guide itself. */
const verdicts = ['correct', 'partly', 'wrong', 'outdated', 'unverifiable', 'missing', 'notice'] as const
export type Verdict = (typeof verdicts)[number]

const ids = z.array(z.string()).default([])

/** Folders whose entries a row may name as the places where its claim would be met. */
export const placeFolders = [
  'channels',
  'letters',
  'rights',
  'deadlines',
  'problems',
  'routes',
  'fees',
  'thresholds',
  'bases',
  'purchase',
  'cases',
  'risks',
] as const

/** One claim of the consumer guide with what is so, in our own words. One file a claim, `c06-…` by the row's number. */
export const guideClaimSchema = z.strictObject({
  id: z.string().regex(/^c[0-9]{2}(-[a-z0-9]+)+$/),
  claim: textSchema,
  verdict: z.enum(verdicts),
  /** Ways in which people say it, as in `telling-words.ts`; none for what is seldom written. */
  said: z.array(saying).default([]),
  /** Said in the same sentence, these show that the writer knows better. */
  unless: z.array(saying).default([]),
  fact: textSchema,
  /** Provisions that `fact` states. */
  cites: ids,
  /** What is done here instead of following the claim as it stands. */
  instead: textSchema,
  where: z.strictObject({
    mission: z.array(z.enum(missionParts)).min(1),
    channels: ids,
    letters: ids,
    rights: ids,
    deadlines: ids,
    problems: ids,
    routes: ids,
    fees: ids,
    thresholds: ids,
    bases: ids,
    purchase: ids,
    cases: ids,
    risks: ids,
  }),
  /** Words of the claim that stand in no paper, right, clock or contact: only in hints of standing `guide`. */
  neverInPapers: z.array(z.string().min(2)).default([]),
  /** How well the texts behind `fact` were seen, the weakest of them; absent where nothing was found either way. */
  grade: gradeSchema.optional(),
  ...provenance,
})
export type GuideClaim = z.infer<typeof guideClaimSchema>

/** The row's number as it is quoted: `C06`. */
export function claimNumber({ id }: Pick<GuideClaim, 'id'>): string {
  return id.slice(0, 3).toUpperCase()
}

/**
 * The words of the guide that stand in a text though they must not, each with its row. Width, case, blanks and hyphens do
 * not matter (`4006065500` is `400-606-5500`); a figure is not found inside a longer one.
 */
export function guideWordsIn(text: string, claims: Iterable<GuideClaim>): { claim: GuideClaim; words: string }[] {
  const bare = bared(text)
  return [...claims].flatMap((claim) =>
    claim.neverInPapers.filter((words) => stands(bared(words), bare)).map((words) => ({ claim, words })),
  )
}

function stands(words: string, text: string): boolean {
  const isDigit = (char: string | undefined) => char !== undefined && /[0-9]/.test(char)
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isDigit(words[0]) || !isDigit(text[at - 1])) return true
  return false
}

function bared(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-\u2010-\u2015]/g, '')
}
