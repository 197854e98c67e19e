import type { Advice } from '../../core/advice/advice.ts'
import { advise } from '../../core/advice/advise.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Lang } from '../../core/values/text.ts'
import { inLang } from './advice-of.ts'
import type { Casebook } from './casebook.ts'
import { type Told, type UnsavedCase, unsavedCase } from './words/unsaved-case.ts'

export type Look = UnsavedCase & { readonly advice: Advice }

/** How a case of these words would stand and what to do now; nothing is kept. */
export function look(book: Casebook, told: Told, lang: Lang): Outcome<Look> {
  const now = book.now()
  const made = unsavedCase(book, told, now)
  if (!made.ok) return made
  return done({ ...made.value, advice: advise(made.value.case, inLang(book, lang), now) })
}
