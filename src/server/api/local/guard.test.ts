import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anApi, host, jsonOf } from '../api.fixture.ts'
import { openSessions } from './sessions.ts'

const bare = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://${host}${path}`, { headers: { host, ...headers } })

describe('who may speak to a local server', () => {
  it('is whoever opened the link that was printed, once, and keeps its cookie from then on', async () => {
    const { answer, sessions } = await anApi()
    const token = sessions.mint()
    const first = await answer(bare(`/open?token=${token}`))
    expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
    const set = first.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^youju_7315=[\w-]{43}; .*HttpOnly; SameSite=Strict/)
    const cookie = set.split(';')[0] ?? ''
    expect((await answer(bare('/api/cases', { cookie }))).status).toBe(200)
    const second = await answer(bare(`/open?token=${token}`))
    expect([second.status, second.headers.get('set-cookie')]).toEqual([403, null])
    expect(await second.text()).toContain('链接已经用过')
  })

  it('is nobody without the cookie, with another, or with one for another port', async () => {
    const { answer, cookie } = await anApi()
    const value = cookie.split('=')[1]
    for (const given of ['', 'youju_7315=x', `youju_7316=${value}`, `youju_7315=${value}x`]) {
      const refused = await answer(bare('/api/cases', { cookie: given }))
      expect([given, refused.status]).toEqual([given, 401])
      expect(await refused.json()).toMatchObject({ code: 'no-session' })
    }
    expect((await answer(bare('/api/health'))).status).toBe(200)
  })

  it('is remembered when the server starts again, by a secret that only its owner can read', async () => {
    const { book, cookie } = await anApi()
    const later = await openSessions(book.folder)
    expect(later.holds(cookie.split('=')[1])).toBe(true)
    expect((await stat(join(book.folder, 'session-secret'))).mode & 0o777).toBe(0o600)
    const other = await anApi()
    expect(other.sessions.holds(cookie.split('=')[1])).toBe(false)
  })

  it('loses a link that was not opened within a day', async () => {
    const { book } = await anApi()
    let now = 0
    const sessions = await openSessions(book.folder, () => now)
    const [early, late] = [sessions.mint(), sessions.mint()]
    now = 23 * 3_600_000
    expect(sessions.take(early)).toBeDefined()
    now = 25 * 3_600_000
    expect(sessions.take(late)).toBeUndefined()
  })
})

describe('another origin', () => {
  it('reaches nothing under a name of its own that points here', async () => {
    const { answer, cookie } = await anApi()
    for (const foreign of ['evil.example:7315', 'evil.example', '127.0.0.1', '127.0.0.1:7316', '0.0.0.0:7315', '']) {
      const refused = await answer(bare('/api/cases', { cookie, host: foreign }))
      expect([foreign, refused.status]).toEqual([foreign, 421])
    }
    expect((await answer(bare('/', { host: 'evil.example' }))).status).toBe(421)
    expect((await answer(bare('/api/cases', { cookie: cookie, host: 'localhost:7315' }))).status).toBe(200)
  })

  it.each([
    ['a page elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://evil.example' }],
    [
      'a page on another port',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', origin: 'http://127.0.0.1:9' },
    ],
    ['an embedded picture', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['a form without fetch metadata', { origin: 'http://127.0.0.1:9' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['TLS of the same name', { origin: `https://${host}` }],
  ])('can neither read nor write: %s', async (_name, headers) => {
    const { ask, send, open, book } = await anApi()
    await open('c1')
    expect((await ask('/api/cases', { headers })).status).toBe(403)
    const write = await send('/api/cases', { id: 'evil' }, headers)
    expect([write.status, (await jsonOf(write)).code]).toEqual([403, 'origin-off'])
    expect((await ask('/api/cases/c1', { method: 'DELETE', headers })).status).toBe(403)
    expect(await book.store.ids('', 9)).toEqual(['c1'])
  })

  it('may lead here by a link, which the strict cookie keeps from reading anything', async () => {
    const { answer } = await anApi()
    const navigation = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await answer(bare('/', navigation))).status).toBe(200)
    expect((await answer(bare('/api/cases', navigation))).status).toBe(401)
  })

  it('writes nothing by a link either', async () => {
    const { ask, book, open } = await anApi()
    await open('c1')
    const headers = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }
    expect((await ask('/api/cases/c1', { method: 'DELETE', headers })).status).toBe(403)
    expect(await book.store.ids('', 9)).toEqual(['c1'])
  })
})

describe('every answer', () => {
  it('forbids foreign and inline code, sniffing and embedding', async () => {
    const { ask, answer } = await anApi()
    const answers = [await ask('/'), await ask('/api/cases'), await ask('/api/none'), await answer(bare('/api/cases'))]
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
    expect(answers[1]?.headers.get('cache-control')).toBe('no-store')
  })
})
