import { done, type Outcome } from '../../../core/values/refusal.ts'
import type { Anchor } from '../../proof/anchor/anchor.ts'
import type { Held } from '../../proof/anchor/check-anchors.ts'
import type { Cert } from '../../proof/stamp/certificate.ts'
import { tokenDigest } from '../../proof/stamp/token-file.ts'
import { withWitness } from '../archive/heads.ts'
import type { Casebook } from '../casebook.ts'
import { everyCase, keptCase } from '../kept-case.ts'
import { tokensOf } from './kept-stamps.ts'
import { verdictOn } from './stamp-case.ts'
import { stampedPart } from './stamped-part.ts'

/** The anchors of one case, or of all: its head now, every head that was stamped, every stamped exhibit. Heads are noted. */
export async function anchorsOf(book: Casebook, caseId?: string): Promise<Outcome<readonly Anchor[]>> {
  const anchors: Anchor[] = []
  const ids = caseId === undefined ? everyCase(book) : [caseId]
  for await (const id of ids) {
    const made = await anchorsOfCase(book, id)
    if (made.ok) anchors.push(...made.value)
    else if (caseId !== undefined) return made
  }
  await withWitness(book, async (note) => {
    for (const anchor of anchors)
      if (anchor.type === 'chain') await note(anchor.case, { version: anchor.events, hash: anchor.head })
  })
  return done(anchors)
}

async function anchorsOfCase(book: Casebook, caseId: string): Promise<Outcome<readonly Anchor[]>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { kase, links } = kept.value
  const at = book.now()
  const stamped = (await tokensOf(book, caseId)).flatMap((token): readonly Anchor[] => {
    const of = stampedPart(token.sha256, { kase, links })
    const { status } = verdictOn(token, [])
    if (!token.whole || status !== 'untrusted-root' || of === undefined) return []
    if (of.type === 'chain')
      return [
        { type: 'chain', case: caseId, events: of.events, head: of.head, at, token: token.bytes.toString('base64') },
      ]
    const { sha256, bytes } = token
    return [{ type: 'exhibit', case: caseId, item: of.id, sha256, token: tokenDigest(bytes), at }]
  })
  const last = links.at(-1)
  const isStamped = stamped.some((anchor) => anchor.type === 'chain' && anchor.events === last?.version)
  const head: readonly Anchor[] =
    last === undefined || isStamped ? [] : [{ type: 'chain', case: caseId, events: last.version, head: last.hash, at }]
  return done([...stamped, ...head])
}

/** What a casebook has to be held against anchors. */
export function heldByCasebook(book: Casebook, roots: readonly Cert[]): Held {
  return {
    links: (caseId) => book.store.links(caseId),
    tokens: async (caseId) => new Set((await tokensOf(book, caseId)).map(({ bytes }) => tokenDigest(bytes))),
    roots,
  }
}
