import { pathText } from '../../../core/case/file/place.ts'
import { schemaFaults } from '../../../core/case/file/schema-fault.ts'
import type { Refusal } from '../../../core/values/refusal.ts'
import { Refused } from '../answer/problem.ts'

const MOST = 20

type Checked =
  | { readonly success: true }
  | { readonly success: false; readonly error: { readonly issues: Parameters<typeof schemaFaults>[0] } }

/** Stands before every route: a body, query or header that does not have its shape is refused, each fault with its place. */
export function refuseBody(checked: Checked): void {
  if (checked.success) return
  const all = schemaFaults(checked.error.issues)
    .slice(0, MOST)
    .map(({ code, text, path }): Refusal => ({ code, text, at: pathText(path) }))
  const list = (lang: 'zh' | 'en') => all.map(({ at, text }) => (at ? `${at}: ${text[lang]}` : text[lang])).join('\n')
  throw new Refused({ code: 'body-unreadable', text: { zh: list('zh'), en: list('en') }, all })
}
