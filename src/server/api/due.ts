import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { moment } from '../../core/case/file/scalar.ts'
import { epochMs, instantAt } from '../../core/values/instant.ts'
import type { Due } from '../store/store.ts'
import { json, langQuery, otherwise } from './answer/answer.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'
import { deadlineWords } from './deadline-words.ts'

const MOST = 500
const month = 30 * 86_400_000

const dueRoute = createRoute({
  method: 'get',
  path: '/due',
  request: { query: langQuery.extend({ until: moment('').optional() }) },
  responses: {
    200: json<{ now: string; due: readonly Due[] }>(
      'Open clocks of open cases up to a moment (30 days ahead by default), the earliest first; 500 overdue and 500 coming at most',
      '{now, due: Due[]}',
    ),
    ...otherwise,
  },
})

/** What is due and overdue across cases. */
export function dueApi({ book }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody }).openapi(dueRoute, async (c) => {
    const now = book.now()
    const until = c.req.valid('query').until ?? instantAt(epochMs(now) + month)
    // Asked for apart, so that many that are overdue do not hide what is coming.
    const [late, coming] = await Promise.all([
      book.store.due({ until: now < until ? instantAt(epochMs(now) - 1) : until, limit: MOST, casesOnly: true }),
      book.store.due({ from: now, until, limit: MOST }),
    ])
    return c.json({ now, due: [...late, ...coming].map(deadlineWords(book.knowledge, c.var.lang)) }, 200)
  })
}
