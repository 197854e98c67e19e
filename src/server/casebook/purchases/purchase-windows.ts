import { type PurchaseWindow, windowsOfPurchase } from '../../../core/advice/purchase/windows.ts'
import { done, type Outcome } from '../../../core/values/refusal.ts'
import type { Lang } from '../../../core/values/text.ts'
import { inLang } from '../advice-of.ts'
import type { Casebook } from '../casebook.ts'
import { keptCase } from '../kept-case.ts'

/** Until when what was bought can be sent back, checked, proved, as far as it can be known now. */
export async function purchaseWindowsOf(
  book: Casebook,
  caseId: string,
  lang: Lang,
): Promise<Outcome<readonly PurchaseWindow[]>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { order, facts } = kept.value.kase
  return done(windowsOfPurchase(order, facts, inLang(book, lang), book.now()))
}
