import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Look, look } from '../casebook/look.ts'
import { json, langQuery, otherwise } from './answer/answer.ts'
import { citesOf } from './answer/case-view.ts'
import { orRefused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { givenCommands } from './body/command-body.ts'
import { refuseBody } from './body/refuse-body.ts'

export type LookView = Look & { readonly cites: Readonly<Record<string, string>> }

const lookRoute = createRoute({
  method: 'post',
  path: '/look',
  request: {
    query: langQuery,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            words: z.string().max(100_000),
            commands: givenCommands.optional(),
            without: givenCommands.optional(),
          }),
        },
      },
    },
  },
  responses: {
    200: json<LookView>('How a case of these words would stand; nothing is kept', 'LookView'),
    ...otherwise,
  },
})

/** The answer before anything is saved. */
export function lookApi({ book }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody }).openapi(lookRoute, (c) => {
    const { words, commands = [], without = [] } = c.req.valid('json')
    const seen = orRefused(look(book, { words, commands, without }, c.var.lang))
    return c.json({ ...seen, cites: citesOf(seen.advice, book.knowledge) }, 200)
  })
}
