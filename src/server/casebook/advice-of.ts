import type { Advice } from '../../core/advice/advice.ts'
import { advise } from '../../core/advice/advise.ts'
import type { Case } from '../../core/case/case.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Lang } from '../../core/values/text.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'

/** How a kept case stands at this moment. Nothing of it is kept: it is made anew each time. */
export async function adviceOf(
  book: Casebook,
  caseId: string,
  lang: Lang,
): Promise<Outcome<{ readonly kase: Case; readonly advice: Advice }>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { kase } = kept.value
  return done({ kase, advice: advise(kase, inLang(book, lang), book.now()) })
}

/** The same knowledge in another language, the same object each time so that what is made ready for it is kept. */
export function inLang({ knowledge }: Casebook, lang: Lang) {
  if (lang === knowledge.lang) return knowledge
  const known = others.get(knowledge)
  if (known) return known
  const other = { ...knowledge, lang }
  others.set(knowledge, other)
  return other
}

const others = new WeakMap<Casebook['knowledge'], Casebook['knowledge']>()
