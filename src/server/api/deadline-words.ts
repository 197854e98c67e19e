import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { type Lang, say } from '../../core/values/text.ts'

/** Kept rows carry their words in Chinese; in another language the knowledge says them by the deadline's id. */
export function deadlineWords({ deadlines }: Knowledge, lang: Lang) {
  return <T extends { readonly id: string; readonly what: string }>(row: T): T => {
    const known = lang === 'zh-CN' ? undefined : deadlines[row.id.split(':')[0] ?? '']
    return known === undefined ? row : { ...row, what: say(known.what, lang) }
  }
}
