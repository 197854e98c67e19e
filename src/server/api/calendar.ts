import { createHash } from 'node:crypto'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { calendarAddress } from '../casebook/calendar/calendar-address.ts'
import { feedOf } from '../casebook/calendar/feed-of.ts'
import { bytes, json, otherwise } from './answer/answer.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'
import { disposition } from './evidence.ts'

/** Where a calendar application finds the feed; on the phone as well, when the local network is served. */
export type CalendarView = { readonly on: boolean; readonly url?: string; readonly phoneUrl?: string }

const viewed = json<CalendarView>(
  'Whether there is an address; the address itself is told once, when it is made',
  'CalendarView',
)
const showRoute = createRoute({ method: 'get', path: '/calendar', responses: { 200: viewed, ...otherwise } })
const makeRoute = createRoute({ method: 'post', path: '/calendar', responses: { 200: viewed, ...otherwise } })
const revokeRoute = createRoute({
  method: 'delete',
  path: '/calendar',
  responses: { 204: { description: 'The address no longer holds' }, ...otherwise },
})
const downloadRoute = createRoute({
  method: 'get',
  path: '/calendar.ics',
  responses: { 200: bytes('All clocks as a calendar file, where a feed cannot be reached'), ...otherwise },
})

/** The clocks of all cases for calendar applications: a private address that can be revoked, and a file. */
export function calendarApi({ book, hosts, phoneOrigin }: ApiWorld) {
  const address = calendarAddress(book.folder)
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(showRoute, async (c) => c.json({ on: await address.isOn() }, 200))
    .openapi(makeRoute, async (c) => {
      const path = `/calendar/${await address.make()}.ics`
      const phone = phoneOrigin?.()
      const [host = ''] = hosts()
      return c.json({ on: true, url: `http://${host}${path}`, ...(phone && { phoneUrl: `${phone}${path}` }) }, 200)
    })
    .openapi(revokeRoute, async (c) => {
      await address.revoke()
      return c.body(null, 204)
    })
    .openapi(downloadRoute, async () => {
      const body = await feedOf(book)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': ics,
          'content-disposition': disposition('有据期限.ics', false),
          'cache-control': 'no-store',
        },
      })
    })
}

const ics = 'text/calendar; charset=utf-8'

/** The feed itself, outside the cookie: a calendar application has none. A wrong address is no address. */
export function calendarFeed({ book }: Pick<ApiWorld, 'book'>) {
  const address = calendarAddress(book.folder)
  return new OpenAPIHono<ApiEnv>().get('/calendar/:file', async (c) => {
    const secret = /^([\w-]{32})\.ics$/.exec(c.req.param('file'))?.[1]
    if (secret === undefined || !(await address.holds(secret))) return c.text('404', 404)
    const body = await feedOf(book)
    // The moment of writing stands in every entry and changes nothing.
    const entries = Buffer.from(body)
      .toString('utf8')
      .replace(/^DTSTAMP:.*$/gm, '')
    const etag = `"${createHash('sha256').update(entries).digest('base64url').slice(0, 22)}"`
    const headers = { etag, 'cache-control': 'private, no-cache' }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(new Uint8Array(body), 200, { ...headers, 'content-type': ics })
  })
}
