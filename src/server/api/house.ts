import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { renderSVG } from 'uqr'
import { type Examination, examine } from '../casebook/doctor.ts'
import { json, otherwise } from './answer/answer.ts'
import { refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'

export type SessionView = {
  readonly knowledge: string
  readonly folder: string
  readonly now: string
  /** Whether `--phone` listens on the local network. */
  readonly phone: boolean
  readonly examples: boolean
}

const sessionRoute = createRoute({
  method: 'get',
  path: '/session',
  responses: { 200: json<SessionView>('What this server is and can do', 'SessionView'), ...otherwise },
})

const doctorRoute = createRoute({
  method: 'get',
  path: '/doctor',
  request: { query: z.object({ read: z.enum(['structure', 'all']).optional() }) },
  responses: {
    200: json<Examination>('Everything kept was looked through; `all` reads every original too', 'Examination'),
    ...otherwise,
  },
})

const phoneRoute = createRoute({
  method: 'post',
  path: '/phone',
  responses: {
    200: json<{ url: string; svg: string }>('A link for one phone, once, also as a QR code', '{url, svg}'),
    ...otherwise,
  },
})

/** The server itself: what it is, whether all is well, and the pairing of a phone. */
export function houseApi({ book, sessions, phoneOrigin, examples }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(sessionRoute, (c) =>
      c.json(
        {
          knowledge: book.knowledge.version,
          folder: book.folder,
          now: book.now(),
          phone: phoneOrigin?.() !== undefined,
          examples: examples !== undefined,
        },
        200,
      ),
    )
    .openapi(doctorRoute, async (c) => c.json(await examine(book, c.req.valid('query').read ?? 'structure'), 200))
    .openapi(phoneRoute, (c) => {
      const origin = phoneOrigin?.()
      if (origin === undefined) throw refused('phone-off', phoneOff)
      const url = `${origin}/open?token=${sessions.mint()}`
      return c.json({ url, svg: renderSVG(url) }, 200)
    })
}

const phoneOff = {
  zh: '没有开放局域网；请用 youju serve --phone 启动，再配对手机',
  en: 'the local network is not served; start with youju serve --phone to pair a phone',
}
