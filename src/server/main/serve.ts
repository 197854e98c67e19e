import type { Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import { createAdaptorServer } from '@hono/node-server'
import { apiOf } from '../api/api.ts'
import { openSessions } from '../api/local/sessions.ts'
import { snapshotDaily } from '../casebook/archive/snapshot.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { openExample } from '../casebook/examples.ts'
import { startReadings } from '../casebook/readings/reading-queue.ts'
import { openReader } from '../reading/reader.ts'

export type Serving = {
  /** The link that lets one browser in. */
  readonly link: string
  readonly port: number
  /** The same for one phone on the local network, with `phone`. */
  readonly phoneLink?: string
  readonly close: () => Promise<void>
}

export type ServeOptions = {
  readonly book: Casebook
  readonly webFolder: string
  /** The first port tried; the next free one is taken when it is busy. 0 = any. */
  readonly port: number
  /** Also listen on the local network. */
  readonly phone: boolean
  readonly examples?: string
  /** Opened when the casebook is empty, so that there is something to look at. */
  readonly firstExample?: string
  readonly report: (error: unknown) => void
}

const LOOPBACK = '127.0.0.1'
const PORTS_TRIED = 20
/** How often it is looked whether a day has passed since the last snapshot. */
const LOOK_EVERY_MS = 3_600_000

/** Serves a casebook to the browsers of this machine, and to phones beside it when asked. */
export async function serveCasebook(options: ServeOptions): Promise<Serving> {
  const { book, webFolder, examples, report } = options
  const sessions = await openSessions(book.folder)
  await openFirst(options)
  const stopSnapshots = await keepSnapshots(options)
  const reader = openReader()
  const readings = startReadings(book, reader, report)
  const address = options.phone ? localAddress() : undefined
  let bound = 0
  const names = [LOOPBACK, 'localhost', ...(address === undefined ? [] : [address])]
  const phoneOrigin = () => (address === undefined ? undefined : `http://${address}:${bound}`)
  const world = {
    book,
    sessions,
    // A browser leaves the port of HTTP itself out.
    hosts: () => new Set(names.flatMap((name) => [`${name}:${bound}`, ...(bound === 80 ? [name] : [])])),
    phoneOrigin,
    reader,
    readings,
    report,
    ...(examples === undefined ? {} : { examples }),
  }
  const answer = await apiOf(world, webFolder)
  const server = createAdaptorServer({ fetch: answer }) as Server
  bound = await listen(server, options.port, address === undefined ? LOOPBACK : '0.0.0.0')
  const link = (origin: string) => `${origin}/open?token=${sessions.mint()}`
  const phone = phoneOrigin()
  return {
    link: link(`http://${LOOPBACK}:${bound}`),
    port: bound,
    ...(phone === undefined ? {} : { phoneLink: link(phone) }),
    async close() {
      stopSnapshots()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, readings.stop()])
    },
  }
}

/** A snapshot a day, now and as long as the server runs; one that cannot be made is told and stops nothing. */
async function keepSnapshots({ book, report }: ServeOptions): Promise<() => void> {
  const look = async () => {
    const daily = await snapshotDaily(book)
    if (!daily.ok) report(new Error(daily.refusal.text.en))
  }
  await look()
  const timer = setInterval(() => look().catch(report), LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function openFirst({ book, examples, firstExample, report }: ServeOptions): Promise<void> {
  if (firstExample === undefined) return
  const { open, closed } = await book.store.caseCount()
  if (open + closed > 0) return
  const opened = await openExample(book, examples, firstExample)
  if (!opened.ok) report(new Error(opened.refusal.text.en))
}

/** Binds the port asked for or, when it is busy, one of the next. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let tried = port; ; tried += 1) {
    try {
      return await bind(server, tried, host)
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!busy || tried - port >= PORTS_TRIED) throw error
    }
  }
}

function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** The address of this machine on the network it shares with a phone. */
function localAddress(): string | undefined {
  const found = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return found.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}
