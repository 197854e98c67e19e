import type { Casebook } from '../casebook.ts'
import type { KeptCase } from '../kept-case.ts'
import { tokensOf } from './kept-stamps.ts'
import { stampedPart } from './stamped-part.ts'

/**
 * The tokens of a case under names that say what they are about, as they go along in an export: `proofs/E3.….tsr` beside
 * an exhibit, `proofs/chain-60.….tsr` for the chain up to that many records.
 */
export async function stampNames(
  book: Pick<Casebook, 'folder'>,
  { kase, links }: Pick<KeptCase, 'kase' | 'links'>,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  return (await tokensOf(book, kase.id)).map(({ sha256, name, bytes }) => {
    const of = stampedPart(sha256, { kase, links })
    const what = of === undefined ? 'other' : of.type === 'chain' ? `chain-${of.events}` : of.id
    return { name: `proofs/${what}.${name.slice(65)}`, bytes }
  })
}
