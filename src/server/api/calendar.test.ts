import { describe, expect, it } from 'vitest'
import { anApi, host } from './api.fixture.ts'
import type { CalendarView } from './client.ts'

const order = {
  items: [{ name: '示例手表', priceFen: 129_900, quantity: 1, flags: [] }],
  signedAt: '2026-11-18T06:00:00Z',
}

async function withFeed() {
  const api = await anApi()
  await api.send('/api/cases', { id: 'p1', bought: true, commands: [{ type: 'RecordOrder', payload: order }] })
  const made = (await (await api.send('/api/calendar', {})).json()) as CalendarView
  const path = new URL(made.url ?? '').pathname
  /** As a calendar application asks: with no cookie. */
  const fetchFeed = (at = path, headers: Record<string, string> = {}) =>
    api.answer(new Request(`http://${host}${at}`, { headers: { host, ...headers } }))
  return { ...api, path, fetchFeed }
}

describe('the calendar feed over HTTP', () => {
  it('has no address until one is made, and is read with it alone', async () => {
    const { ask } = await anApi()
    expect(await (await ask('/api/calendar')).json()).toEqual({ on: false })
    const { fetchFeed } = await withFeed()
    const feed = await fetchFeed()
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(await feed.text()).toContain('示例手表')
  })

  it('is not sent again when nothing changed', async () => {
    const { fetchFeed, path, send, book } = await withFeed()
    const etag = (await fetchFeed()).headers.get('etag') ?? ''
    expect((await fetchFeed(path, { 'if-none-match': etag })).status).toBe(304)
    await send('/api/cases', { id: 'p2', bought: true, commands: [{ type: 'RecordOrder', payload: order }] })
    expect((await fetchFeed(path, { 'if-none-match': etag })).status).toBe(200)
    expect(book.folder).toBeTruthy()
  })

  it('is gone with its address: a new one or none takes its place', async () => {
    const { ask, send, fetchFeed, path } = await withFeed()
    const next = (await (await send('/api/calendar', {})).json()) as CalendarView
    expect((await fetchFeed()).status).toBe(404)
    expect((await fetchFeed(new URL(next.url ?? '').pathname)).status).toBe(200)
    expect((await ask('/api/calendar', { method: 'DELETE' })).status).toBe(204)
    expect((await fetchFeed(new URL(next.url ?? '').pathname)).status).toBe(404)
    for (const off of ['/calendar/x.ics', path.replace('.ics', ''), `${path}.ics`])
      expect((await fetchFeed(off)).status).toBe(404)
  })

  it('can be taken along as a file, by whoever is let in', async () => {
    const { ask, answer } = await withFeed()
    const file = await ask('/api/calendar.ics')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(await file.text()).toContain('BEGIN:VEVENT')
    expect((await answer(new Request(`http://${host}/api/calendar.ics`, { headers: { host } }))).status).toBe(401)
  })
})
