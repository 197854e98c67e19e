import type { Exhibit } from '../../core/case/case.ts'
import { picturesOf } from '../pack/pack.ts'
import { thumbnailsOf } from '../render/thumbnail.ts'
import type { Casebook } from './casebook.ts'
import { wholeOriginal } from './paper-of.ts'

/** A small picture of an exhibit; undefined when none can be drawn. */
export async function thumbnailOf(book: Casebook, exhibit: Exhibit): Promise<Uint8Array | undefined> {
  const pictures = picturesOf(
    { evidence: [exhibit] },
    ({ sha256 }) =>
      () =>
        wholeOriginal(book, sha256),
  )
  return (await thumbnailsOf(pictures)).get(exhibit.id)
}
