import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Exhibit } from '../../core/case/case.ts'
import { CERTAIN } from '../../core/reading/page-reading.ts'
import { type Lang, say } from '../../core/values/text.ts'
import { type ExhibitReading, keptReading } from '../casebook/readings/kept-reading.ts'
import { type ProposedBox, proposedBoxes, redactExhibit } from '../casebook/readings/redact-exhibit.ts'
import { noteWords } from '../reading/note-words.ts'
import { json, langQuery, otherwise } from './answer/answer.ts'
import { orRefused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'
import { exhibitOf, exhibitParams } from './evidence.ts'

/** What was found in an exhibit's file, or how far its reading has come. */
export type ReadingView =
  | { readonly status: 'waiting' | 'reading' }
  | (Omit<ExhibitReading, 'page'> & {
      readonly status: 'read'
      /** Why something was not read, in the language asked for. */
      readonly remarks: readonly string[]
      /** What scores below it is only likely. */
      readonly certainFrom: number
      /** What a copy for others should cover. */
      readonly cover: readonly ProposedBox[]
    })

const readingRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/evidence/{exhibit}/reading',
  request: { params: exhibitParams, query: langQuery },
  responses: {
    200: json<ReadingView>('What the file shows: lines with places, fields, chats', 'ReadingView'),
    ...otherwise,
  },
})

const side = z.number().int().min(-100_000).max(100_000)
const redactRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/evidence/{exhibit}/redacted',
  request: {
    params: exhibitParams,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            boxes: z
              .array(z.strictObject({ x: side, y: side, width: side.min(1), height: side.min(1) }))
              .min(1)
              .max(500),
          }),
        },
      },
    },
  },
  responses: {
    201: json<{ exhibit: string; covered: number }>('A copy with the boxes covered, as a new exhibit', 'Redacted'),
    ...otherwise,
  },
})

/** What was read in an exhibit, and copies of it that hide what is private. */
export function readingsApi(world: ApiWorld) {
  const { book, reader } = world
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(readingRoute, async (c) => {
      const { id, exhibit } = c.req.valid('param')
      return c.json(await readingView(world, orRefused(await exhibitOf(book, id, exhibit)), c.var.lang), 200)
    })
    .openapi(redactRoute, async (c) => {
      const { id, exhibit } = c.req.valid('param')
      const { boxes } = c.req.valid('json')
      return c.json(orRefused(await redactExhibit(book, reader, { caseId: id, exhibit, boxes })), 201)
    })
}

async function readingView({ book, readings }: ApiWorld, exhibit: Exhibit, lang: Lang): Promise<ReadingView> {
  const reading = await keptReading(book, exhibit)
  if (reading === undefined) return { status: readings?.busyWith() === exhibit.sha256 ? 'reading' : 'waiting' }
  const { page: _, ...found } = reading
  const remarks = reading.notes.map((code) => say(noteWords[code], lang))
  return { ...found, status: 'read', remarks, certainFrom: CERTAIN, cover: proposedBoxes(reading) }
}
