import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A generator of chance that can be repeated (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A server on a data folder that is started again whenever it was killed, on the same port. */
export async function startServer(youju: readonly string[], folder: string) {
  let child: ChildProcess | undefined
  let [port, cookie, ended] = [0, '', false]
  const start = async (): Promise<void> => {
    const [program = '', ...args] = [...youju, 'serve', '--json', '--data', folder, '--port', String(port)]
    const started = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    started.stderr.resume()
    const line = await Promise.race([
      once(createInterface({ input: started.stdout }), 'line').then(([text]) => String(text)),
      once(started, 'exit').then(() => undefined),
    ])
    if (line === undefined) return
    const { url, port: bound } = JSON.parse(line) as { url: string; port: number }
    port = bound
    if (cookie !== '') return
    const opened = await fetch(url, { redirect: 'manual' })
    cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  await start()
  const running = () => child !== undefined && child.exitCode === null && child.signalCode === null
  return {
    /** A request of a client; undefined when nobody answered. */
    async ask(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) {
      try {
        const signal = AbortSignal.timeout(5_000)
        const headers = { cookie, ...init.headers }
        return await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers, signal })
      } catch {
        return undefined
      }
    },
    async killAndStart() {
      if (running()) child?.kill('SIGKILL')
      while (running()) await pause(1)
      while (!ended && !running()) await start()
    },
    async stop() {
      ended = true
      if (running()) child?.kill('SIGKILL')
      while (running()) await pause(1)
    },
  }
}

type Server = Awaited<ReturnType<typeof startServer>>
export type StormResult = {
  readonly kills: { readonly server: number; readonly commands: number }
  /** What was acknowledged, by its mark, and in which case. */
  readonly acknowledged: readonly { readonly mark: string; readonly caseId: string }[]
}
export type Storm = {
  /** How to call the program: `['node', 'dist/youju.mjs']`. */
  readonly youju: readonly string[]
  readonly folder: string
  readonly kills: number
  readonly seed: number
  readonly progress?: (text: string) => void
}

const cases = ['storm-1', 'storm-2', 'storm-3']
const at = '2026-01-05T02:00:00Z'

/** Four clients over HTTP and two writers on the command line, on one folder, while all of them are killed at random. */
export async function storm({ youju, folder, kills, seed, progress }: Storm): Promise<StormResult> {
  const chance = chanceOf(seed)
  const acknowledged: { mark: string; caseId: string }[] = []
  const counted = { server: 0, commands: 0 }
  const server = await startServer(youju, folder)
  for (const id of cases) await settle(() => opened(server, id))
  let over = false
  const work = async (name: string, write: (mark: string, caseId: string) => Promise<boolean>) => {
    for (let n = 0; !over; n += 1) {
      const mark = `${name}-${n}`
      const caseId = cases[Math.floor(chance() * cases.length)] ?? ''
      if (
        await settle(
          () => write(mark, caseId),
          () => over,
        )
      )
        acknowledged.push({ mark, caseId })
    }
  }
  const commands = new Set<ChildProcess>()
  const workers = [
    ...['a', 'b', 'c'].map((name) => work(`http-${name}`, (mark, caseId) => logged(server, mark, caseId))),
    work('upload', (mark, caseId) => uploaded(server, mark, caseId)),
    ...['x', 'y'].map((name) =>
      work(`command-${name}`, (mark, caseId) =>
        ran(commands, youju, ['log', caseId, mark, '--at', at, '--key', mark, '--data', folder]),
      ),
    ),
  ]
  while (counted.server + counted.commands < kills) {
    await pause(40 + chance() * 500)
    const [command] = commands
    if (command !== undefined && chance() < 0.35) {
      command.kill('SIGKILL')
      counted.commands += 1
    } else {
      await server.killAndStart()
      counted.server += 1
    }
    progress?.(`${counted.server + counted.commands} kills, ${acknowledged.length} acknowledged`)
  }
  over = true
  await Promise.all(workers)
  await server.stop()
  return { kills: counted, acknowledged }
}

/** Until it is acknowledged; a client that is told nothing asks again with the same key. False when it was given up. */
async function settle(attempt: () => Promise<boolean>, isOver: () => boolean = () => false): Promise<boolean> {
  while (!(await attempt())) {
    if (isOver()) return false
    await pause(20)
  }
  return true
}

const post = { method: 'POST', headers: { 'content-type': 'application/json' } } as const

async function opened(server: Server, id: string): Promise<boolean> {
  const answer = await server.ask('/api/cases', { ...post, body: JSON.stringify({ id }) })
  return answer !== undefined && [201, 409].includes(answer.status)
}

async function logged(server: Server, mark: string, caseId: string): Promise<boolean> {
  const seen = await server.ask(`/api/cases/${caseId}`)
  const etag = seen?.headers.get('etag')
  await seen?.arrayBuffer().catch(() => undefined)
  if (!etag) return false
  const payload = { at, channel: 'seller', direction: 'out', words: mark, by: [] }
  const answer = await server.ask(`/api/cases/${caseId}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-match': etag, 'idempotency-key': `key-${mark}` },
    body: JSON.stringify({ commands: [{ type: 'LogContact', payload }] }),
  })
  return answer?.status === 200
}

async function uploaded(server: Server, mark: string, caseId: string): Promise<boolean> {
  const tus = { 'tus-resumable': '1.0.0' }
  const bytes = new TextEncoder().encode(mark.repeat(2_000))
  const meta = Object.entries({ case: caseId, name: `${mark}.txt` }).map(([key, value]) => `${key} ${btoa(value)}`)
  const begun = await server.ask('/api/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': meta.join(',') },
  })
  const place = begun?.headers.get('location')
  if (!place) return false
  const half = Math.floor(bytes.length / 2)
  for (const [from, to] of [
    [0, half],
    [half, bytes.length],
  ] as const) {
    const sent = await server.ask(place, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      body: bytes.subarray(from, to),
    })
    if (sent?.status !== 204) return false
    if (to === bytes.length) return sent.headers.get('upload-exhibit') !== null
  }
  return false
}

async function ran(running: Set<ChildProcess>, youju: readonly string[], words: readonly string[]): Promise<boolean> {
  const [program = '', ...args] = [...youju, ...words]
  const child = spawn(program, args, { stdio: 'ignore' })
  running.add(child)
  const [code] = (await once(child, 'exit')) as [number | null]
  running.delete(child)
  return code === 0
}
