import { createHash } from 'node:crypto'
import type { Advice } from '../../../core/advice/advice.ts'
import { advise } from '../../../core/advice/advise.ts'
import type { Case } from '../../../core/case/case.ts'
import type { Knowledge } from '../../../core/knowledge/knowledge.ts'
import { shortCite } from '../../../core/knowledge/provision-ref.ts'
import type { Outcome } from '../../../core/values/refusal.ts'
import { done } from '../../../core/values/refusal.ts'
import type { Lang } from '../../../core/values/text.ts'
import { inLang } from '../../casebook/advice-of.ts'
import type { Casebook } from '../../casebook/casebook.ts'
import { keptCase } from '../../casebook/kept-case.ts'
import { titleOf } from '../../store/projection.ts'

/** A case as a screen shows it: what is recorded, what follows from it now, and names for the provisions cited. */
export type CaseView = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly case: Case
  readonly advice: Advice
  /** Short names of provisions by ref, as the advice cites them. */
  readonly cites: Readonly<Record<string, string>>
  /** The end of its chain: kept elsewhere, it shows later that nothing was cut off. */
  readonly head: { readonly version: number; readonly hash: string }
}

export async function caseView(book: Casebook, caseId: string, lang: Lang): Promise<Outcome<CaseView>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { kase, links } = kept.value
  const head = links.at(-1)
  return done({
    id: kase.id,
    version: kase.version,
    title: titleOf(kase, book.knowledge),
    case: kase,
    ...advised(book, kase, lang),
    head: { version: head?.version ?? 0, hash: head?.hash ?? '' },
  })
}

/** Advice on a case, kept or not, with the names of what it cites. */
function advised(book: Casebook, kase: Case, lang: Lang): Pick<CaseView, 'advice' | 'cites'> {
  const advice = advise(kase, inLang(book, lang), book.now())
  return { advice, cites: citesOf(advice, book.knowledge) }
}

/** Changes with every change of what is shown; the version in front is what a write is compared by. */
export function etagOf(view: CaseView): string {
  return `"${view.version}-${createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 16)}"`
}

/** The version an `If-Match` speaks of; `*` is none. */
export function versionOf(etag: string): number | undefined {
  const [, version] = /^(?:W\/)?"(\d{1,9})-[\w-]+"$/.exec(etag.trim()) ?? []
  return version === undefined ? undefined : Number(version)
}

export function citesOf({ rights, ladder, deadlines, warnings }: Advice, knowledge: Knowledge) {
  const refs = [...rights, ...ladder, ...deadlines, ...warnings].flatMap(({ cites }) => cites)
  return Object.fromEntries([...new Set(refs)].map((ref) => [ref, shortCite(knowledge, ref)]))
}
