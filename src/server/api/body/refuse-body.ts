import { pathText } from '../../../core/case/file/place.ts'
import { schemaFaults } from '../../../core/case/file/schema-fault.ts'
import type { Refusal } from '../../../core/values/refusal.ts'
import { Refused } from '../answer/problem.ts'

const MOST = 20

type Issues = Parameters<typeof schemaFaults>[0]
type Checked =
  | { readonly success: true }
  | { readonly success: false; readonly error: { readonly issues: Issues }; readonly data?: unknown }

/** Stands before every route: a body, query or header that does not have its shape is refused, each fault with its place. */
export function refuseBody(checked: Checked): void {
  if (checked.success) return
  const all = schemaFaults(withInput(checked.error.issues, checked.data))
    .slice(0, MOST)
    .map(({ code, text, path }): Refusal => ({ code, text, at: pathText(path) }))
  const list = (lang: 'zh' | 'en') => all.map(({ at, text }) => (at ? `${at}: ${text[lang]}` : text[lang])).join('\n')
  throw new Refused({ code: 'body-unreadable', text: { zh: list('zh'), en: list('en') }, all })
}

/** The checker leaves out what it found; messages tell it. */
function withInput(issues: Issues, body: unknown): Issues {
  return issues.map((issue) => ({ ...issue, input: inputAt(body, issue.path) })) as unknown as Issues
}

/** What stood at that place of the body. */
function inputAt(body: unknown, path: Issues[number]['path']): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined,
    body,
  )
}
