import { eventName } from '../../core/case/event-names.ts'
import type { Link } from '../../core/case/log/chain.ts'
import { formatShanghai } from '../../core/values/instant.ts'
import { type Lang, say } from '../../core/values/text.ts'

/** A line a record: its number, when it was kept, what it is, its content. */
export function eventWords(links: readonly Link[], lang: Lang): string {
  const erased = say({ zh: '（内容已删除）', en: '(content erased)' }, lang)
  return links
    .map(({ version, at, type, payload }) => {
      const name = say(eventName(type), lang)
      const content = payload === null ? erased : JSON.stringify(payload)
      return `${String(version - 1).padStart(3)}  ${formatShanghai(at)}  ${name}  ${content}\n`
    })
    .join('')
}
