import { advise } from '../../core/advice/advise.ts'
import { dossierOf } from '../../core/documents/dossier.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { chosenPapers, picturesOf } from '../pack/pack.ts'
import { type Papers, writePapers } from '../pack/papers.ts'
import { thumbnailsOf } from '../render/thumbnail.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'

/** A paper of a kept case in all its formats, or what it lacks. It is a draft: nothing of it is kept. */
export async function paperOf(book: Casebook, caseId: string, paper: string): Promise<Outcome<Papers>> {
  const { knowledge } = book
  const ids = chosenPapers([paper], knowledge)
  if (!ids.ok) return ids
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { kase } = kept.value
  const now = book.now()
  const dossier = dossierOf({ kase, advice: advise(kase, knowledge, now), knowledge, now })
  const pictures = picturesOf(
    kase,
    ({ sha256 }) =>
      () =>
        wholeOf(book, sha256),
  )
  return done(await writePapers(dossier, { ids: ids.value, named: true }, () => thumbnailsOf(pictures)))
}

async function wholeOf({ vault }: Casebook, sha256: string): Promise<Uint8Array> {
  const content = await vault.read(sha256)
  if (content === undefined) return new Uint8Array()
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}
