import { describe, expect, it } from 'vitest'
import { addEvidence } from '../casebook/add-evidence.ts'
import { content } from '../casebook/casebook.fixture.ts'
import { anApi, jsonOf } from './api.fixture.ts'

async function withExhibit(name: string, text: string) {
  const api = await anApi()
  await api.open('c1')
  await addEvidence(api.book, 'c1', { name, content: content(text) })
  return { ...api, get: (headers = {}) => api.ask('/api/cases/c1/evidence/E1', { headers }) }
}

describe('an original over HTTP', () => {
  it('comes byte for byte, whole or in parts', async () => {
    const { get } = await withExhibit('聊天.txt', '0123456789')
    const whole = await get()
    expect([whole.status, await whole.text(), whole.headers.get('content-length')]).toEqual([200, '0123456789', '10'])
    for (const [range, status, text, said] of [
      ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=-2', 206, '89', 'bytes 8-9/10'],
      ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
      ['bytes=10-', 416, '', 'bytes */10'],
      ['lines=1-2', 200, '0123456789', null],
    ] as const) {
      const part = await get({ range })
      expect([range, part.status, await part.text(), part.headers.get('content-range')]).toEqual([
        range,
        status,
        text,
        said,
      ])
    }
  })

  it.each([
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['mail.eml', 'From: a@example.com\nDate: Thu, 1 Jan 2026 00:00:00 +0800\n\n<script>alert(1)</script>'],
  ])('is never shown as a page: %s', async (name, text) => {
    const { get } = await withExhibit(name, text)
    const { headers } = await get()
    expect(headers.get('content-type')).toMatch(/^(application\/octet-stream|text\/plain)/)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('keeps its name, whatever stands in it', async () => {
    const { get } = await withExhibit('聊天"\r\nset-cookie: a=b\n记录’.html', 'x<html>')
    const { headers } = await get()
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('content-disposition')).toMatch(/^\w+; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/)
    expect(decodeURIComponent(headers.get('content-disposition')?.split("''")[1] ?? '')).toMatch(/^聊天.*记录’\.html$/)
  })

  it('can be fetched however its long name was cut', async () => {
    const { get } = await withExhibit(`${'a'.repeat(119)}😀😀.txt`, 'x')
    expect((await get()).status).toBe(200)
  })

  it('has no small picture when it is none, and says when it is not there', async () => {
    const { ask } = await withExhibit('聊天.txt', 'x')
    const none = await ask('/api/cases/c1/evidence/E1/thumbnail')
    expect([none.status, (await jsonOf(none)).code]).toEqual([404, 'no-picture'])
    expect((await ask('/api/cases/c1/evidence/E9')).status).toBe(404)
    expect((await ask('/api/cases/c1/evidence/..%2F..%2Fyouju.db')).status).toBe(404)
  })

  it('is drawn small and upright when it is a picture', async () => {
    const { send, ask } = await anApi()
    const { caseId } = await jsonOf(await send('/api/examples/self-operated-fault', {}))
    const small = await ask(`/api/cases/${caseId}/evidence/E1/thumbnail`)
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await small.arrayBuffer()).byteLength).toBeLessThan(60_000)
  })
})
