import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { type CsvImport, type CsvPreview, importCsv, previewCsv } from '../casebook/csv-import.ts'
import { json, langQuery, otherwise } from './answer/answer.ts'
import { orRefused, refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'

/** A spreadsheet of cases is a few megabytes at most. */
const MOST_BYTES = 32 * 1_048_576

const previewRoute = createRoute({
  method: 'post',
  path: '/csv',
  request: { query: langQuery },
  responses: {
    200: json<CsvPreview>('What the CSV file in the body would open; nothing is kept', 'CsvPreview'),
    ...otherwise,
  },
})

const importRoute = createRoute({
  method: 'post',
  path: '/csv/import',
  request: { query: langQuery },
  responses: {
    200: json<CsvImport>('A case was opened for every good row, once however often the file is given', 'CsvImport'),
    ...otherwise,
  },
})

/** Many cases at once from a volunteer's spreadsheet. */
export function csvApi({ book }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(previewRoute, async (c) => {
      const bytes = await bodyBytes(c.req.raw)
      return c.json(orRefused(previewCsv(book, bytes, c.var.lang)), 200)
    })
    .openapi(importRoute, async (c) => {
      const bytes = await bodyBytes(c.req.raw)
      return c.json(orRefused(await importCsv(book, bytes, c.var.lang)), 200)
    })
}

async function bodyBytes({ body }: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > MOST_BYTES) throw refused('too-large', tooLarge)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = {
  zh: '表格超过 32 MB；请分成几份再导入',
  en: 'the table is larger than 32 MB; import it in parts',
}
