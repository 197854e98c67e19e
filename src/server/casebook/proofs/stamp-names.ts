import { canonicalJson } from '../../../core/case/log/canonical-json.ts'
import type { Link } from '../../../core/case/log/chain.ts'
import type { Casebook } from '../casebook.ts'
import type { KeptCase } from '../kept-case.ts'
import { tokensOf } from './kept-stamps.ts'
import { stampedPart } from './stamped-part.ts'

type Named = { readonly name: string; readonly bytes: Uint8Array }

/**
 * The tokens of a case as they go along in an export, each named after the file there that it is about:
 * `proofs/evidence/a.png.….tsr` after `evidence/a.png`, `proofs/chain-60.json.….tsr` after `proofs/chain-60.json`, which
 * holds what was hashed of the 60th record. So anyone can verify them with common tools.
 */
export async function stampNames(
  book: Pick<Casebook, 'folder'>,
  { kase, links }: Pick<KeptCase, 'kase' | 'links'>,
  exhibits: ReadonlyMap<string, string>,
): Promise<readonly Named[]> {
  const named: Named[] = []
  const heads = new Set<number>()
  for (const { sha256, name, bytes } of await tokensOf(book, kase.id)) {
    const of = stampedPart(sha256, { kase, links })
    const ending = name.slice(65)
    if (of?.type !== 'chain') {
      named.push({ name: `proofs/${(of && exhibits.get(of.id)) ?? of?.id ?? sha256}.${ending}`, bytes })
      continue
    }
    const head = `proofs/chain-${of.events}.json`
    const link = links[of.events - 1]
    if (link !== undefined && !heads.has(of.events)) named.push({ name: head, bytes: hashedOf(link) })
    heads.add(of.events)
    named.push({ name: `${head}.${ending}`, bytes })
  }
  return named
}

/** What the hash of a record is taken of: it covers the content by its digest and tells nothing of it. */
function hashedOf({ version, type, at, digest, previous }: Link): Uint8Array {
  return Buffer.from(canonicalJson({ version, type, at, digest, previous }))
}
