import { chosenAuthorities } from '../../proof/stamp/chosen-authorities.ts'
import type { StoreFinding } from '../../store/store.ts'
import type { Casebook } from '../casebook.ts'
import type { KeptCase } from '../kept-case.ts'
import { tokensOf } from './kept-stamps.ts'
import { verdictOn } from './stamp-case.ts'
import { stampedPart } from './stamped-part.ts'

/**
 * What is amiss with the tokens of a case that had these names before its chain was read: changed, or about a record or
 * an original that the case no longer has.
 */
export async function stampFindings(
  book: Pick<Casebook, 'folder'>,
  { kase, links }: Pick<KeptCase, 'kase' | 'links'>,
  names: ReadonlySet<string>,
): Promise<readonly StoreFinding[]> {
  const { roots } = await chosenAuthorities(book.folder)
  const tokens = (await tokensOf(book, kase.id)).filter(({ name }) => names.has(name))
  return tokens.flatMap((token): readonly StoreFinding[] => {
    const item = `${kase.id} ${token.name}`
    const { status, reason } = verdictOn(token, roots)
    // Whole, and by someone whose root was not chosen here: nothing that changed.
    if (!token.whole || (status !== 'stamped' && status !== 'untrusted-root'))
      return [{ what: 'stamp-changed', item, found: reason ?? 'changed' }]
    const of = stampedPart(token.sha256, { kase, links })
    return of === undefined ? [{ what: 'stamp-of-nothing', item, expected: token.sha256, found: 'none' }] : []
  })
}
