import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { dayOf } from '../../core/values/instant.ts'
import { backup } from '../casebook/archive/backup.ts'
import { type Restored, restore } from '../casebook/archive/restore.ts'
import { bytes, json, langQuery, otherwise } from './answer.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'
import { disposition } from './evidence.ts'
import { orRefused, refused } from './problem.ts'

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

/** The casebook as one file, out and in. */
export function archiveApi({ book, report }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(backupRoute, () => {
      const sink = new PassThrough()
      backup(book, sink).catch((error: Error) => {
        report(error)
        sink.destroy(error)
      })
      return fileResponse(sink, `youju-${dayOf(book.now())}.zip`)
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

/** A file made while it is read; one that breaks off does not end as if it were whole. */
function fileResponse(content: Readable, name: string): Response {
  return new Response(Readable.toWeb(content) as globalThis.ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': disposition(name, false),
      'cache-control': 'no-store',
    },
  })
}

const noFile = { zh: '请选一个备份文件', en: 'choose a backup file' }
