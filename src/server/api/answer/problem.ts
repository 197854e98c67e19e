import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Outcome, Refusal } from '../../../core/values/refusal.ts'
import { type Lang, say, type Text } from '../../../core/values/text.ts'

/** Body of every answer that is not what was asked for: RFC 9457, with the refusal's code. */
export type Problem = {
  readonly type: 'about:blank'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  /** Where the fault lies, as the refusal says it. */
  readonly place?: string
  readonly all?: readonly { readonly code: string; readonly detail: string; readonly place?: string }[]
}

/** The HTTP status of refusals; what a case itself refuses is 422. Nobody else knows statuses. */
const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  'body-unreadable': 400,
  'no-session': 401,
  'host-off': 421,
  'origin-off': 403,
  'case-unknown': 404,
  'exhibit-unknown-here': 404,
  'no-picture': 404,
  'no-such-address': 404,
  'unknown-paper': 404,
  'example-unknown': 404,
  'law-unknown': 404,
  'article-not-held': 404,
  'case-there-already': 409,
  'key-reused': 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'if-match-needed': 428,
  'case-busy': 503,
  broken: 500,
}

/** A refusal on its way to the one place that answers with it. */
export class Refused extends HTTPException {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(statuses[refusal.code] ?? 422, { message: refusal.text.en })
    this.refusal = refusal
  }
}

export function orRefused<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Refused(outcome.refusal)
}

export function refused(code: string, text: Text, at?: string): Refused {
  return new Refused(at === undefined ? { code, text } : { code, text, at })
}

export function problemResponse({ refusal, status }: Refused, lang: Lang): Response {
  const { code, text, at, all } = refusal
  const body: Problem = {
    type: 'about:blank',
    status,
    code,
    title: say(statusTitles[status] ?? otherTitle, lang),
    detail: say(text, lang),
    ...(at === undefined ? {} : { place: at }),
    ...(all === undefined ? {} : { all: all.map((one) => faultOf(one, lang)) }),
  }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

function faultOf({ code, text, at }: Refusal, lang: Lang) {
  return { code, detail: say(text, lang), ...(at === undefined ? {} : { place: at }) }
}

const otherTitle: Text = { zh: '没有写入', en: 'Nothing was written' }
const statusTitles: Readonly<Record<number, Text>> = {
  400: { zh: '请求读不懂', en: 'The request cannot be read' },
  401: { zh: '需要用打开链接进入', en: 'Open the link first' },
  403: { zh: '不允许', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '和已有的冲突', en: 'In conflict with what is there' },
  412: { zh: '内容已被改动', en: 'Changed meanwhile' },
  413: { zh: '太大', en: 'Too large' },
  421: { zh: '地址不对', en: 'Wrong address' },
  428: { zh: '缺少版本', en: 'The version is missing' },
  500: { zh: '程序出错', en: 'Something broke' },
  503: { zh: '请稍后再试', en: 'Try again shortly' },
}
