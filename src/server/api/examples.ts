import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { say } from '../../core/values/text.ts'
import { examplesIn, openExample } from '../casebook/examples.ts'
import { caseParams, json, langQuery, otherwise } from './answer/answer.ts'
import { orRefused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/examples',
  request: { query: langQuery },
  responses: {
    200: json<{ examples: readonly { id: string; about: string }[] }>('Worked cases', '{examples: [{id, about}]}'),
    ...otherwise,
  },
})

const openRoute = createRoute({
  method: 'post',
  path: '/examples/{id}',
  request: { params: caseParams },
  responses: { 201: json<{ caseId: string }>('A fresh copy was opened', '{caseId}'), ...otherwise },
})

/** Worked cases to look at, open and throw away. */
export function examplesApi({ book, examples }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(listRoute, async (c) => {
      const found = examples === undefined ? [] : await examplesIn(examples)
      return c.json({ examples: found.map(({ id, about }) => ({ id, about: say(about, c.var.lang) })) }, 200)
    })
    .openapi(openRoute, async (c) => {
      const { id } = c.req.valid('param')
      const opened = orRefused(await openExample(book, examples, id))
      return c.json({ caseId: opened.caseId }, 201)
    })
}
