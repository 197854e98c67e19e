import { Readable } from 'node:stream'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { Exhibit } from '../../core/case/case.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { keptCase } from '../casebook/kept-case.ts'
import { thumbnailOf } from '../casebook/readings/thumbnail-of.ts'
import { bytes, caseParams, otherwise } from './answer/answer.ts'
import { rangeOf } from './answer/byte-range.ts'
import { orRefused, refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'

export const exhibitParams = caseParams.extend({ exhibit: caseParams.shape.id })

const originalRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/evidence/{exhibit}',
  request: { params: exhibitParams },
  responses: { 200: bytes('The original, byte for byte'), 206: bytes('A part of it (Range)'), ...otherwise },
})

const thumbnailRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/evidence/{exhibit}/thumbnail',
  request: { params: exhibitParams },
  responses: { 200: bytes('A small upright JPEG without metadata'), ...otherwise },
})

/** What a browser may show in its own frame: nothing that can carry a script. Everything else is a download. */
const shown = /^(image\/(png|jpeg|gif|webp|avif)|video\/|audio\/|application\/pdf$|text\/plain$)/

/** Originals and small pictures of them. */
export function evidenceApi({ book, reader }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(originalRoute, async (c) => {
      const { id, exhibit: name } = c.req.valid('param')
      const exhibit = orRefused(await exhibitOf(book, id, name))
      const size = await book.vault.size(exhibit.sha256)
      if (size === undefined) throw refused('original-gone', originalGone)
      const range = rangeOf(c.req.header('range'), size)
      if (range === 'none') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
      const mime = exhibit.mime ?? 'application/octet-stream'
      const length = range === undefined ? size : range.end - range.start + 1
      const headers = new Headers({
        'content-type': shown.test(mime)
          ? mime === 'text/plain'
            ? 'text/plain; charset=utf-8'
            : mime
          : 'application/octet-stream',
        'content-disposition': disposition(exhibit.file, shown.test(mime)),
        'content-security-policy': "default-src 'none'; sandbox",
        'accept-ranges': 'bytes',
        'content-length': String(length),
        'cache-control': 'private, max-age=31536000, immutable',
        etag: `"${exhibit.sha256}"`,
        ...(range === undefined ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
      })
      const status = range === undefined ? 200 : 206
      if (c.req.method === 'HEAD') return new Response(null, { status, headers })
      const content = await book.vault.read(exhibit.sha256, range)
      if (content === undefined) throw refused('original-gone', originalGone)
      return new Response(Readable.toWeb(content) as ReadableStream, {
        status,
        headers,
      })
    })
    .openapi(thumbnailRoute, async (c) => {
      const { id, exhibit: name } = c.req.valid('param')
      const small = await thumbnailOf(book, reader, orRefused(await exhibitOf(book, id, name)))
      if (small === undefined) throw refused('no-picture', noPicture)
      return new Response(new Uint8Array(small), {
        headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=31536000, immutable' },
      })
    })
}

export async function exhibitOf(book: Casebook, caseId: string, exhibit: string): Promise<Outcome<Exhibit>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const found = kept.value.kase.evidence.find((one) => one.id === exhibit)
  if (found !== undefined) return done(found)
  return refuse('exhibit-unknown-here', {
    zh: `案件里没有证据 ${exhibit}`,
    en: `the case has no exhibit ${exhibit}`,
  })
}

/** RFC 6266 with the name in UTF-8. */
export function disposition(path: string, inline: boolean): string {
  const name = (path.split('/').at(-1) ?? path).replaceAll(/\p{Surrogate}/gu, '_')
  const ascii = name.replaceAll(/[^\w.-]/g, '_')
  const utf8 = encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${utf8}`
}

const originalGone = {
  zh: '原件不在案件库里了；请在设置里做一次“检查”，再从备份恢复',
  en: 'the original is no longer in the casebook; run the check in the settings, then restore from a backup',
}
const noPicture = { zh: '这件证据没有缩略图', en: 'there is no small picture of this exhibit' }
