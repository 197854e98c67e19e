import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Lang } from '../../core/values/text.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { ReadingQueue } from '../casebook/readings/reading-queue.ts'
import type { Reader } from '../reading/reader.ts'
import type { Sessions } from './local/sessions.ts'

/** What the API works with. */
export type ApiWorld = {
  readonly book: Casebook
  readonly sessions: Sessions
  /** `host:port` pairs under which this server may be spoken to; anything else is refused (DNS rebinding). */
  readonly hosts: () => ReadonlySet<string>
  /** Where worked examples lie, one case folder each; absent when this copy has none. */
  readonly examples?: string
  /** Where phones on the local network find this server; absent without `--phone`. */
  readonly phoneOrigin?: () => string | undefined
  /** Reads files in processes of its own. */
  readonly reader: Reader
  /** What is read in the background; absent where nothing is. */
  readonly readings?: ReadingQueue
  /** Told of exceptions: they are bugs or broken machinery, and never shown to the browser. */
  readonly report: (error: unknown) => void
}

export type ApiEnv = { Variables: { lang: Lang } }
export type Api = OpenAPIHono<ApiEnv>
