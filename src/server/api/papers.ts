import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { paperOf } from '../casebook/paper-of.ts'
import { type PaperRow, papersOf } from '../casebook/papers-of.ts'
import { bytes, caseParams, json, langQuery, otherwise } from './answer/answer.ts'
import { orRefused, refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'
import { disposition } from './evidence.ts'

const formats = ['pdf', 'docx', 'txt'] as const

const listRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/papers',
  request: { params: caseParams, query: langQuery },
  responses: {
    200: json<{ papers: readonly PaperRow[] }>('The papers of a case', '{papers: PaperRow[]}'),
    ...otherwise,
  },
})

const paperRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/papers/{paper}/{format}',
  request: {
    params: caseParams.extend({ paper: z.string().max(100), format: z.enum(formats) }),
    query: langQuery.extend({ inline: z.enum(['1']).optional() }),
  },
  responses: {
    200: bytes('The paper, a draft made from the case as it stands; 422 names what it lacks'),
    ...otherwise,
  },
})

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
} as const

/** Papers of a kept case: which there are, and each as a file. */
export function papersApi({ book, reader }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(listRoute, async (c) => {
      const papers = orRefused(await papersOf(book, c.req.valid('param').id, c.var.lang))
      return c.json({ papers }, 200)
    })
    .openapi(paperRoute, async (c) => {
      const { id, paper, format } = c.req.valid('param')
      const { written, withheld } = orRefused(await paperOf(book, reader, id, { paper, format }))
      const [file] = written
      if (file === undefined) throw refused('paper-withheld', lacking(withheld.flatMap(({ missing }) => missing)))
      const inline = c.req.valid('query').inline === '1' && format !== 'docx'
      return new Response(new Uint8Array(file.bytes), {
        headers: {
          'content-type': types[format],
          'content-disposition': disposition(`${file.entry.title}.${format}`, inline),
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
          'cache-control': 'no-store',
        },
      })
    })
}

function lacking(missing: readonly { readonly name: string }[]) {
  const names = missing.map(({ name }) => name)
  return {
    zh: `还不能写，缺：${names.join('、') || '这种格式'}`,
    en: `cannot be written yet, missing: ${names.join(', ') || 'this format'}`,
  }
}
