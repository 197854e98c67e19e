import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { HonoRequest } from 'hono'
import { dayOf } from '../../core/values/instant.ts'
import { backup } from '../casebook/archive/backup.ts'
import { eraseCasebook } from '../casebook/archive/erase-casebook.ts'
import { exportCase } from '../casebook/archive/export-case.ts'
import { type Restored, restore } from '../casebook/archive/restore.ts'
import { keptCase } from '../casebook/kept-case.ts'
import { bytes, caseParams, json, langQuery, otherwise } from './answer/answer.ts'
import { orRefused, refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'
import { disposition } from './evidence.ts'

const backupRoute = createRoute({
  method: 'get',
  path: '/backup',
  responses: { 200: bytes('The whole casebook as one ZIP, with a manifest of digests at its end'), ...otherwise },
})

const restoreRoute = createRoute({
  method: 'post',
  path: '/restore',
  request: { query: langQuery },
  responses: {
    200: json<Restored>('What was taken; the body is a backup, and what is here is never overwritten', 'Restored'),
    ...otherwise,
  },
})

const exportRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/export',
  request: { params: caseParams },
  responses: { 200: bytes('The case as a folder in a ZIP: case.yaml, originals, events, head'), ...otherwise },
})

/** What must be typed before everything goes. */
const eraseWords = ['全部删除', 'erase everything'] as const

const eraseRoute = createRoute({
  method: 'post',
  path: '/erase',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ confirm: z.enum(eraseWords) }) } },
    },
  },
  responses: { 204: { description: 'Everything of this casebook is gone' }, ...otherwise },
})

/** The casebook as one file, out and in; one case as a folder; and the end of everything. */
export function archiveApi({ book, report }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(backupRoute, (c) =>
      download(c.req, { name: `youju-${dayOf(book.now())}.zip`, write: (sink) => backup(book, sink), report }),
    )
    .openapi(exportRoute, async (c) => {
      const { id } = c.req.valid('param')
      orRefused(await keptCase(book, id))
      return download(c.req, { name: `${id}.zip`, write: (sink) => exportCase(book, id, sink), report })
    })
    .openapi(eraseRoute, async (c) => {
      await eraseCasebook(book)
      return c.body(null, 204)
    })
    .openapi(restoreRoute, async (c) => {
      const { body } = c.req.raw
      if (body === null) throw refused('body-unreadable', noFile)
      const path = join(book.folder, 'uploads', `${randomUUID()}.restore`)
      try {
        await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
        return c.json(orRefused(await restore(book, path)), 200)
      } finally {
        await rm(path, { force: true })
      }
    })
}

/** A file made while it is read; one that breaks off does not end as if it were whole. For its head nothing is made. */
function download(
  { method }: HonoRequest,
  { name, write, report }: { name: string; write: (sink: Writable) => Promise<unknown>; report: ApiWorld['report'] },
): Response {
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': disposition(name, false),
    'cache-control': 'no-store',
  }
  if (method === 'HEAD') return new Response(null, { headers })
  const sink = new PassThrough()
  write(sink).catch((error: Error) => {
    report(error)
    sink.destroy(error)
  })
  return new Response(Readable.toWeb(sink) as globalThis.ReadableStream, { headers })
}

const noFile = { zh: '请选一个备份文件', en: 'choose a backup file' }
