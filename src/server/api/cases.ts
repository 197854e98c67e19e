import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { forgetCase } from '../casebook/forget-case.ts'
import { give } from '../casebook/give.ts'
import { openCase } from '../casebook/open-case.ts'
import { type TimelineEntry, timelineOf } from '../casebook/timeline.ts'
import type { CaseRow } from '../store/store.ts'
import { caseParams, json, langQuery, otherwise } from './answer/answer.ts'
import { type CaseView, caseView, etagOf, versionOf } from './answer/case-view.ts'
import { orRefused, refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { givenCommands } from './body/command-body.ts'
import { refuseBody } from './body/refuse-body.ts'
import { deadlineWords } from './deadline-words.ts'

const PAGE = 50
const viewed = json<CaseView>('The case as it stands; ETag names its version', 'CaseView')
const requestKey = z.object({ 'idempotency-key': z.string().min(8).max(200).optional() })

const listRoute = createRoute({
  method: 'get',
  path: '/cases',
  request: {
    query: langQuery.extend({
      words: z.string().max(200).optional(),
      status: z.enum(['open', 'closed', 'purchase']).optional(),
      before: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  responses: {
    200: json<{ cases: readonly CaseRow[]; counts: { open: number; closed: number } }>(
      'Cases, the last changed first; `before` is the `seq` of the last one of the page before',
      '{cases: CaseRow[], counts}',
    ),
    ...otherwise,
  },
})

const openRoute = createRoute({
  method: 'post',
  path: '/cases',
  request: {
    query: langQuery,
    headers: requestKey,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            id: z.string().max(100).optional(),
            bought: z.literal(true).optional(),
            commands: givenCommands.optional(),
          }),
        },
      },
    },
  },
  responses: { 201: viewed, ...otherwise },
})

const showRoute = createRoute({
  method: 'get',
  path: '/cases/{id}',
  request: { params: caseParams, query: langQuery },
  responses: { 200: viewed, 304: { description: 'As it was' }, ...otherwise },
})

const giveRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/commands',
  request: {
    params: caseParams,
    query: langQuery,
    headers: requestKey.extend({ 'if-match': z.string().optional() }),
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ commands: givenCommands }) } } },
  },
  responses: { 200: viewed, ...otherwise },
})

const forgetRoute = createRoute({
  method: 'delete',
  path: '/cases/{id}',
  request: { params: caseParams },
  responses: { 204: { description: 'Gone for good, with the originals that no other case holds' }, ...otherwise },
})

const timelineRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/timeline',
  request: { params: caseParams, query: langQuery },
  responses: {
    200: json<{ entries: readonly TimelineEntry[] }>('Every record, oldest first', '{entries: TimelineEntry[]}'),
    ...otherwise,
  },
})

/** Kept cases: list, open, show, change, forget. */
export function casesApi({ book }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(listRoute, async (c) => {
      const { words, status, before, limit = PAGE } = c.req.valid('query')
      const [rows, counts] = await Promise.all([
        book.store.cases({
          now: book.now(),
          limit,
          ...(words === undefined || words.trim() === '' ? {} : { words }),
          ...(status === undefined ? {} : { status }),
          ...(before === undefined ? {} : { before }),
        }),
        book.store.caseCount(),
      ])
      const inWords = deadlineWords(book.knowledge, c.var.lang)
      return c.json({ cases: rows.map((row) => (row.next ? { ...row, next: inWords(row.next) } : row)), counts }, 200)
    })
    .openapi(openRoute, async (c) => {
      const { id, bought, commands } = c.req.valid('json')
      const { 'idempotency-key': key } = c.req.valid('header')
      const given = {
        ...(id === undefined ? {} : { id }),
        ...(bought && { bought }),
        ...(commands === undefined ? {} : { commands }),
      }
      const opened = orRefused(await openCase(book, given, key === undefined ? {} : { key }))
      const view = orRefused(await caseView(book, opened.kase.id, c.var.lang))
      c.header('etag', etagOf(view))
      c.header('location', `/api/cases/${view.id}`)
      return c.json(view, 201)
    })
    .openapi(showRoute, async (c) => {
      const view = orRefused(await caseView(book, c.req.valid('param').id, c.var.lang))
      const etag = etagOf(view)
      c.header('etag', etag)
      c.header('cache-control', 'private, no-cache')
      if (c.req.header('if-none-match') === etag) return c.body(null, 304)
      return c.json(view, 200)
    })
    .openapi(giveRoute, async (c) => {
      const { id } = c.req.valid('param')
      const { 'if-match': match, 'idempotency-key': key } = c.req.valid('header')
      const expected = match === undefined ? undefined : versionOf(match)
      if (expected === undefined) throw refused('if-match-needed', ifMatchNeeded)
      const asked = { expected, ...(key === undefined ? {} : { key }) }
      orRefused(await give(book, id, c.req.valid('json').commands, asked))
      const view = orRefused(await caseView(book, id, c.var.lang))
      c.header('etag', etagOf(view))
      return c.json(view, 200)
    })
    .openapi(forgetRoute, async (c) => {
      orRefused(await forgetCase(book, c.req.valid('param').id))
      return c.body(null, 204)
    })
    .openapi(timelineRoute, async (c) => {
      const entries = orRefused(await timelineOf(book, c.req.valid('param').id, c.var.lang))
      return c.json({ entries }, 200)
    })
}

const ifMatchNeeded = {
  zh: '修改要说明看到的是哪一版：请把读取时的 ETag 放在 If-Match 里',
  en: 'a change must say which version was seen: send the ETag of the reading as If-Match',
}
