import { OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { ApiEnv, ApiWorld } from './api-world.ts'

/** How soon a change made by another process is told. */
const LOOK_MS = 400
const HEARTBEAT_MS = 20_000

/** Server-sent events: which cases changed, whoever changed them. A reader that was away reads anew what it shows. */
export function changesApi({ book, report }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>().get('/changes', (c) =>
    streamSSE(c, async (stream) => {
      let { seq } = await book.store.changedSince()
      await stream.writeSSE({ event: 'hello', data: String(seq) })
      let beat = Date.now()
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(LOOK_MS)
        const changed = await book.store.changedSince(seq).catch((error: unknown) => {
          // A reader that is gone while the server stops is nobody's fault.
          if (!stream.aborted && !stream.closed) report(error)
          return { seq, cases: [] }
        })
        seq = changed.seq
        for (const caseId of changed.cases) await stream.writeSSE({ event: 'case', data: JSON.stringify({ caseId }) })
        if (Date.now() - beat > HEARTBEAT_MS) {
          beat = Date.now()
          await stream.writeSSE({ event: 'beat', data: '' })
        }
      }
    }),
  )
}
