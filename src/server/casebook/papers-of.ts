import { compose } from '../../core/documents/compose.ts'
import { notCalledFor } from '../../core/documents/occasion/called-for.ts'
import { hintsOf } from '../../core/documents/occasion/hints.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { type Lang, say } from '../../core/values/text.ts'
import type { PaperFormat } from '../pack/papers.ts'
import type { Casebook } from './casebook.ts'
import { dossierOfCase } from './paper-of.ts'

/** A paper as a list shows it. Its title is Chinese, as the paper is. */
export type PaperRow = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly formats: readonly PaperFormat[]
  /** `later`: not called for as the case stands; it can be written all the same when nothing is missing. */
  readonly status: 'ready' | 'withheld' | 'later'
  readonly missing: readonly { readonly what: string; readonly name: string }[]
  /** Why it is not called for yet. */
  readonly because?: string
  /** What to know before using it. */
  readonly hints: readonly string[]
}

/** Every paper there is, with whether this case calls for it and what it lacks. Nothing is written. */
export async function papersOf(book: Casebook, caseId: string, lang: Lang): Promise<Outcome<readonly PaperRow[]>> {
  const gathered = await dossierOfCase(book, caseId)
  if (!gathered.ok) return gathered
  const dossier = gathered.value
  const rows = Object.values(book.knowledge.letters).map((letter): PaperRow => {
    const because = notCalledFor(letter, dossier)
    const composed = compose(letter, dossier)
    const missing = composed.status === 'withheld' ? composed.withheld.missing : []
    return {
      id: letter.id,
      title: letter.title,
      kind: letter.kind,
      formats: letter.formats,
      status: because ? 'later' : missing.length > 0 ? 'withheld' : 'ready',
      missing: missing.map(({ what, name }) => ({ what, name })),
      ...(because ? { because: say(because, lang) } : {}),
      hints: hintsOf(letter, dossier).map((text) => say(text, lang)),
    }
  })
  const places = ['ready', 'withheld', 'later']
  return done(rows.sort((a, b) => places.indexOf(a.status) - places.indexOf(b.status)))
}
