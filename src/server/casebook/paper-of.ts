import { advise } from '../../core/advice/advise.ts'
import { type Dossier, dossierOf } from '../../core/documents/dossier.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { exhibitThumbnails } from '../pack/exhibit-thumbnails.ts'
import { chosenPapers } from '../pack/pack.ts'
import { type PaperFormat, type Papers, writePapers } from '../pack/papers.ts'
import type { Reader } from '../reading/reader.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'
import { thumbnailOf } from './readings/thumbnail-of.ts'

/** A paper of a kept case in all its formats or the one asked for, or what it lacks. It is a draft: nothing of it is kept. */
export async function paperOf(
  book: Casebook,
  reader: Reader,
  caseId: string,
  { paper, format }: { readonly paper: string; readonly format?: PaperFormat },
): Promise<Outcome<Papers>> {
  const ids = chosenPapers([paper], book.knowledge)
  if (!ids.ok) return ids
  const gathered = await dossierOfCase(book, caseId)
  if (!gathered.ok) return gathered
  const dossier = gathered.value
  const wanted = { ids: ids.value, named: true, ...(format && { formats: [format] }) }
  return done(
    await writePapers(dossier, wanted, () =>
      exhibitThumbnails(dossier.kase, (exhibit) => thumbnailOf(book, reader, exhibit)),
    ),
  )
}

/** Everything the papers of a kept case are written from, at this moment. */
export async function dossierOfCase(book: Casebook, caseId: string): Promise<Outcome<Dossier>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { kase } = kept.value
  const { knowledge } = book
  const now = book.now()
  return done(dossierOf({ kase, advice: advise(kase, knowledge, now), knowledge, now }))
}
