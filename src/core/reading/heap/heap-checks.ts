import { chatCoverage } from '../checks/chat-coverage.ts'
import type { CheckFinding } from '../checks/check-finding.ts'
import { checkGoodsPhoto } from '../checks/goods-photo.ts'
import { pageTiming } from '../checks/page-timing.ts'
import { videoUnbroken } from '../checks/video-unbroken.ts'
import type { PageKnowledge } from '../page-lexicon.ts'
import { type HeapFile, kindOf } from './heap-file.ts'

/** How well an exhibit shows what its kind must show. */
export type HeapCheck = CheckFinding & { readonly exhibit?: string; readonly check: string }

type Known = { readonly waybill?: string; readonly placedAt?: string; readonly knowledge: PageKnowledge }

/**
 * Whether a photo shows the waybill of this order, a film is unbroken, a product page was saved before the order, and the chats cover
 * the first contact and the first promise; each with the reason and the way to mend it.
 */
export function heapChecks(files: readonly HeapFile[], { waybill, placedAt, knowledge }: Known): readonly HeapCheck[] {
  const each = files.flatMap((file): readonly HeapCheck[] => {
    const { id, page, says, film, capturedAt } = file
    switch (kindOf(file)) {
      case 'goods-photo':
      case 'package-photo':
        return [{ exhibit: id, check: 'waybill', ...checkGoodsPhoto(page, says, waybill, knowledge) }]
      case 'unboxing-video':
        return film === undefined ? [] : [{ exhibit: id, check: 'unbroken', ...videoUnbroken(film, knowledge) }]
      case 'product-page':
        return [
          {
            exhibit: id,
            check: 'page-before-order',
            ...pageTiming(capturedAt === undefined ? undefined : { at: capturedAt, from: 'file' }, placedAt),
          },
        ]
      default:
        return []
    }
  })
  const chats = files.flatMap(({ says }) => says.chat ?? [])
  if (chats.length === 0) return each
  const { firstContact, firstPromise } = chatCoverage(chats, {}, knowledge)
  return [...each, { check: 'first-contact', ...firstContact }, { check: 'first-promise', ...firstPromise }]
}
