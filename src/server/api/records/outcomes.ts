import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { groupings, type OutcomeStatistics } from '../../../core/advice/outcomes/statistics.ts'
import { outcomesBy, type SimilarCase, similarTo } from '../../casebook/outcomes.ts'
import { caseParams, json, langQuery, otherwise } from '../answer/answer.ts'
import { orRefused } from '../answer/problem.ts'
import type { ApiEnv, ApiWorld } from '../api-world.ts'
import { refuseBody } from '../body/refuse-body.ts'

const outcomesRoute = createRoute({
  method: 'get',
  path: '/outcomes',
  request: { query: langQuery.extend({ by: z.enum(groupings).optional() }) },
  responses: {
    200: json<OutcomeStatistics>(
      'Figures of the closed cases; groups of fewer than five are hidden. Not a statistical sample',
      'OutcomeStatistics',
    ),
    ...otherwise,
  },
})

const similarRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/similar',
  request: { params: caseParams },
  responses: {
    200: json<{ similar: readonly SimilarCase[] }>(
      'Closed cases like this one and how they ended',
      '{similar: SimilarCase[]}',
    ),
    ...otherwise,
  },
})

/** What came of cases, as it was recorded. */
export function outcomesApi({ book }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(outcomesRoute, async (c) => c.json(await outcomesBy(book, c.req.valid('query').by ?? 'problem'), 200))
    .openapi(similarRoute, async (c) =>
      c.json({ similar: orRefused(await similarTo(book, c.req.valid('param').id)) }, 200),
    )
}
