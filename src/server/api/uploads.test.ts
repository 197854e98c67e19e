import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anApi, jsonOf } from './api.fixture.ts'

const tus = { 'tus-resumable': '1.0.0' }
const meta = (pairs: Record<string, string>) =>
  Object.entries(pairs)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

type Api = Awaited<ReturnType<typeof anApi>>

async function begin({ ask }: Api, length: number, pairs: Record<string, string>): Promise<Response> {
  return ask('/api/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(length), 'upload-metadata': meta(pairs) },
  })
}

function piece({ ask }: Api, place: string, offset: number, bytes: string): Promise<Response> {
  return ask(place, {
    method: 'PATCH',
    body: bytes,
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  })
}

const kase = async ({ ask }: Api) => (await jsonOf(await ask('/api/cases/c1'))).case

describe('an upload', () => {
  it('in pieces becomes one exhibit with its last byte', async () => {
    const api = await anApi()
    await api.open('c1')
    const begun = await begin(api, 6, { case: 'c1', name: '开箱.txt', kind: 'chat', shows: 'fault' })
    const place = begun.headers.get('location') ?? ''
    expect([begun.status, place]).toEqual([201, expect.stringMatching(/^\/api\/uploads\/\w+$/)])
    expect((await piece(api, place, 0, 'abc')).headers.get('upload-offset')).toBe('3')
    expect((await kase(api)).evidence).toEqual([])
    const last = await piece(api, place, 3, 'def')
    expect([last.status, last.headers.get('upload-exhibit')]).toEqual([204, 'E1'])
    expect((await kase(api)).evidence).toMatchObject([
      { id: 'E1', file: 'evidence/开箱.txt', kind: 'chat', bytes: 6, shows: ['fault'] },
    ])
  })

  it('goes on where it broke after the server is started again', async () => {
    const api = await anApi()
    await api.open('c1')
    const place = (await begin(api, 6, { case: 'c1', name: 'a.txt' })).headers.get('location') ?? ''
    await piece(api, place, 0, 'abc')
    await api.book.store.close()
    const later = await anApi(api.book.folder)
    const asked = await later.ask(place, { method: 'HEAD', headers: tus })
    expect(asked.headers.get('upload-offset')).toBe('3')
    expect((await piece(later, place, 3, 'def')).headers.get('upload-exhibit')).toBe('E1')
    expect((await kase(later)).evidence).toHaveLength(1)
  })

  it('that was whole when the server died is taken at the next start, once', async () => {
    const api = await anApi()
    await api.open('c1')
    const folder = join(api.book.folder, 'uploads')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'x1'), 'abcdef')
    const metadata = { case: 'c1', name: 'a.txt' }
    await writeFile(join(folder, 'x1.json'), JSON.stringify({ id: 'x1', size: 6, offset: 6, metadata }))
    await api.book.store.close()
    for (const _ of [1, 2]) {
      const later = await anApi(api.book.folder)
      expect((await kase(later)).evidence).toMatchObject([{ bytes: 6 }])
      await later.book.store.close()
    }
  })

  it('that was whole but not taken is taken when its sender asks how far it came', async () => {
    const api = await anApi()
    await api.open('c1')
    const folder = join(api.book.folder, 'uploads')
    await writeFile(join(folder, 'x2'), 'abcdef')
    const metadata = { case: 'c1', name: 'a.txt' }
    await writeFile(join(folder, 'x2.json'), JSON.stringify({ id: 'x2', size: 6, offset: 6, metadata }))
    const asked = await api.ask('/api/uploads/x2', { method: 'HEAD', headers: tus })
    expect(asked.status).toBe(404)
    expect((await kase(api)).evidence).toMatchObject([{ bytes: 6 }])
  })

  it('is refused where there is no such case, without a name, and from another page', async () => {
    const api = await anApi()
    await api.open('c1')
    expect((await begin(api, 1, { case: 'c1' })).status).toBe(400)
    const place = (await begin(api, 1, { case: 'c9', name: 'a.txt' })).headers.get('location') ?? ''
    const refused = await piece(api, place, 0, 'a')
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('没有案件“c9”')])
    const foreign = await api.ask('/api/uploads', {
      method: 'POST',
      headers: { ...tus, origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
  })
})
