import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { PurchaseWindow } from '../../core/advice/purchase/windows.ts'
import { shortCite } from '../../core/knowledge/provision-ref.ts'
import { inLang } from '../casebook/advice-of.ts'
import { type BuyingCheck, beforeBuying } from '../casebook/purchases/before-buying.ts'
import { purchaseWindowsOf } from '../casebook/purchases/purchase-windows.ts'
import { caseParams, json, langQuery, otherwise } from './answer/answer.ts'
import { orRefused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'

export type PurchaseWindows = {
  readonly now: string
  readonly windows: readonly PurchaseWindow[]
  /** Short names of provisions by ref. */
  readonly cites: Readonly<Record<string, string>>
}

const windowsRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/windows',
  request: { params: caseParams, query: langQuery },
  responses: {
    200: json<PurchaseWindows>(
      'Until when what was bought can be sent back, checked, proved; what is not known is said to be',
      'PurchaseWindows',
    ),
    ...otherwise,
  },
})

const checkRoute = createRoute({
  method: 'post',
  path: '/check-before-buying',
  request: {
    query: langQuery,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            answers: z.record(z.string().max(100), z.union([z.boolean(), z.number(), z.string().max(1000)])),
          }),
        },
      },
    },
  },
  responses: {
    200: json<BuyingCheck>(
      'What the answers so far mean, the gravest first, and what is still to be asked',
      'BuyingCheck',
    ),
    ...otherwise,
  },
})

/** Purchases before anything is wrong: their windows, and the check before one buys. Kept like cases: see there. */
export function purchasesApi({ book }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(windowsRoute, async (c) => {
      const windows = orRefused(await purchaseWindowsOf(book, c.req.valid('param').id, c.var.lang))
      const refs = windows.flatMap((one) => ('clock' in one ? one.clock.cites : []))
      const cites = Object.fromEntries(refs.map((ref) => [ref, shortCite(book.knowledge, ref)]))
      return c.json({ now: book.now(), windows, cites }, 200)
    })
    .openapi(checkRoute, (c) =>
      c.json(orRefused(beforeBuying(c.req.valid('json').answers, inLang(book, c.var.lang))), 200),
    )
}
