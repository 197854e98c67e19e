import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import type { Cert } from '../../proof/stamp/certificate.ts'
import { judgeStamp } from '../../proof/stamp/judge.ts'
import { type Stamping, stampDigest } from '../../proof/stamp/stamp.ts'
import { fault, type Verdict } from '../../proof/stamp/verdict.ts'
import { withWitness } from '../archive/heads.ts'
import type { Casebook } from '../casebook.ts'
import { type KeptCase, keptCase } from '../kept-case.ts'
import { type KeptToken, keepToken, tokensOf } from './kept-stamps.ts'
import { type StampedPart, stampedPart } from './stamped-part.ts'

/** A kept token with what it is about (nothing, where the case no longer has it) and what it is worth. */
export type CaseStamp = Verdict & { readonly token: string; readonly sha256: string; readonly of?: StampedPart }

type Asked = {
  readonly caseId: string
  /** An exhibit; without, the chain as it stands. */
  readonly item?: string
  readonly authorities: readonly string[]
  readonly roots: readonly Cert[]
  readonly patienceMs?: number
}

/**
 * Has the chain of a case stamped, or one exhibit, and keeps the token. The digest is the hash of the last record, or
 * that of the original: with either, anyone can verify the token without this program. A stamped head is noted as well.
 */
export async function stampCase(
  book: Casebook,
  { caseId, item, ...asking }: Asked,
): Promise<Outcome<Stamping & { readonly of: StampedPart; readonly sha256: string; readonly kept?: string }>> {
  const found = await keptCase(book, caseId)
  if (!found.ok) return found
  const part = partOf(found.value, item)
  if (!part.ok) return part
  const { of, sha256 } = part.value
  const made = await stampDigest({ sha256, ...asking })
  if (made.token === undefined) return done({ ...made, of, sha256 })
  const kept = await keepToken(book, caseId, sha256, made.token)
  if (of.type === 'chain') await withWitness(book, (note) => note(caseId, { version: of.events, hash: of.head }))
  return done({ ...made, of, sha256, kept })
}

/** Every token kept of a case, each judged anew. */
export async function stampsOf(
  book: Pick<Casebook, 'folder'>,
  { kase, links }: Pick<KeptCase, 'kase' | 'links'>,
  roots: readonly Cert[],
): Promise<readonly CaseStamp[]> {
  const tokens = await tokensOf(book, kase.id)
  return tokens.map((token) => {
    const of = stampedPart(token.sha256, { kase, links })
    return { token: token.name, sha256: token.sha256, ...(of === undefined ? {} : { of }), ...verdictOn(token, roots) }
  })
}

/** What a kept token is worth. One that is not as it was kept is damaged, wherever it was changed. */
export function verdictOn({ sha256, bytes, whole }: KeptToken, roots: readonly Cert[]): Verdict {
  const verdict = judgeStamp(bytes, { digest: { sha256 }, roots })
  const isGood = verdict.status === 'stamped' || verdict.status === 'untrusted-root'
  return isGood && !whole ? fault('not-a-token') : verdict
}

function partOf({ kase, links }: KeptCase, item: string | undefined): Outcome<{ of: StampedPart; sha256: string }> {
  const last = links.at(-1)
  if (item === undefined && last !== undefined)
    return done({ of: { type: 'chain', events: last.version, head: last.hash }, sha256: last.hash })
  const exhibit = kase.evidence.find(({ id }) => id === item)
  if (exhibit !== undefined)
    return done({ of: { type: 'exhibit', id: exhibit.id, file: exhibit.file }, sha256: exhibit.sha256 })
  return refuse('name-unknown', {
    zh: `案件 ${kase.id} 里没有证据 ${item}；youju show ${kase.id} 可以看到`,
    en: `case ${kase.id} has no exhibit ${item}; youju show ${kase.id} lists them`,
  })
}
