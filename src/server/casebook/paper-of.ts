import { advise } from '../../core/advice/advise.ts'
import { type Dossier, dossierOf } from '../../core/documents/dossier.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { chosenPapers, picturesOf } from '../pack/pack.ts'
import { type PaperFormat, type Papers, writePapers } from '../pack/papers.ts'
import { thumbnailsOf } from '../render/thumbnail.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'

/** A paper of a kept case in all its formats or the one asked for, or what it lacks. It is a draft: nothing of it is kept. */
export async function paperOf(
  book: Casebook,
  caseId: string,
  paper: string,
  format?: PaperFormat,
): Promise<Outcome<Papers>> {
  const { knowledge } = book
  const ids = chosenPapers([paper], knowledge)
  if (!ids.ok) return ids
  const gathered = await dossierOfCase(book, caseId)
  if (!gathered.ok) return gathered
  const dossier = gathered.value
  const { kase } = dossier
  const pictures = picturesOf(
    kase,
    ({ sha256 }) =>
      () =>
        wholeOriginal(book, sha256),
  )
  return done(
    await writePapers(dossier, { ids: ids.value, named: true, ...(format && { formats: [format] }) }, () =>
      thumbnailsOf(pictures),
    ),
  )
}

/** An original in one piece, for what is drawn from it; empty when it is gone. */
async function wholeOriginal({ vault }: Pick<Casebook, 'vault'>, sha256: string): Promise<Uint8Array> {
  const content = await vault.read(sha256)
  if (content === undefined) return new Uint8Array()
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
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
