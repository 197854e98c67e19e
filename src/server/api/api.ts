import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { diskFaultText } from '../../core/values/disk-fault.ts'
import { isLang, type Lang, type Text } from '../../core/values/text.ts'
import { problemResponse, Refused, refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { archiveApi } from './archive.ts'
import { calendarApi, calendarFeed } from './calendar.ts'
import { casesApi } from './cases.ts'
import { changesApi } from './changes.ts'
import { csvApi } from './csv.ts'
import { dueApi } from './due.ts'
import { evidenceApi } from './evidence.ts'
import { examplesApi } from './examples.ts'
import { houseApi } from './house.ts'
import { libraryApi } from './library.ts'
import { guard, needsSession } from './local/guard.ts'
import { openLink } from './local/open-link.ts'
import { securityHeaders } from './local/security-headers.ts'
import { webFiles } from './local/web-files.ts'
import { lookApi } from './look.ts'
import { papersApi } from './papers.ts'
import { purchasesApi } from './purchases.ts'
import { readingsApi } from './readings.ts'
import { outcomesApi } from './records/outcomes.ts'
import { uploadsOf, uploadsPath } from './uploads.ts'
import { vocabularyApi } from './vocabulary.ts'

/** The routes of one person's casebook; `ApiRoutes` is what the typed client knows. */
function routesOf(world: ApiWorld) {
  return new OpenAPIHono<ApiEnv>()
    .route('/', casesApi(world))
    .route('/', evidenceApi(world))
    .route('/', readingsApi(world))
    .route('/', papersApi(world))
    .route('/', purchasesApi(world))
    .route('/', calendarApi(world))
    .route('/', dueApi(world))
    .route('/', vocabularyApi(world))
    .route('/', examplesApi(world))
    .route('/', lookApi(world))
    .route('/', libraryApi(world))
    .route('/', archiveApi(world))
    .route('/', csvApi(world))
    .route('/', houseApi(world))
    .route('/', outcomesApi(world))
    .route('/', changesApi(world))
}
export type ApiRoutes = ReturnType<typeof routesOf>

/** Everything this server answers: the API below `/api`, the link that lets a browser in, and the app's own files. */
export async function apiOf(world: ApiWorld, webFolder: string): Promise<(request: Request) => Promise<Response>> {
  const app = new OpenAPIHono<ApiEnv>()
  app.onError((error, c) => {
    const lang = langOf(c)
    if (error instanceof Refused) return problemResponse(error, lang)
    if (error instanceof HTTPException && error.status < 500)
      return problemResponse(refused('body-unreadable', { zh: '请求的内容读不懂', en: error.message }), lang)
    world.report(error)
    return problemResponse(refused('broken', broken(error)), lang)
  })
  app.use(securityHeaders)
  app.use(async (c, next) => {
    c.set('lang', langOf(c))
    await next()
  })
  app.use(guard(world))
  app.get('/api/health', (c) => c.json({ ok: true }))
  app.route('/', openLink(world))
  app.route('/', calendarFeed(world))
  app.use('/api/*', needsSession(world))
  const uploads = await uploadsOf(world)
  app.all(uploadsPath, (c) => uploads(c.req.raw))
  app.all(`${uploadsPath}/*`, (c) => uploads(c.req.raw))
  app.route('/api', routesOf(world))
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Youju 有据', version: '1', description: 'One person’s casebook on this machine.' },
  })
  app.all('/api/*', () => {
    throw refused('no-such-address', { zh: '没有这个地址', en: 'there is no such address' })
  })
  app.use(await webFiles(webFolder))
  app.notFound((c) => c.text('404', 404))
  return async (request) => app.fetch(request)
}

function langOf(c: Context<ApiEnv>): Lang {
  const asked = c.req.query('lang')
  return isLang(asked) ? asked : 'zh-CN'
}

/** A fault of the disk is told; of anything else the inside is nobody's business but the log's. */
function broken(error: unknown): Text {
  return (
    diskFaultText(error) ?? {
      zh: '程序出了问题，这次没有写入；请重试，仍不行就重新启动',
      en: 'something broke and nothing was written; try again, or start the program anew',
    }
  )
}
