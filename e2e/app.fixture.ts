import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'

const socketGuard = new URL('./socket-guard.mjs', import.meta.url).href
const youju = fileURLToPath(new URL('../dist/youju.mjs', import.meta.url))

/** The app on a data folder of its own. */
export type App = {
  readonly folder: string
  /** Where it is served; the page's session holds across restarts. */
  readonly origin: () => string
  /** Opens the app in this page through the one-time link. */
  readonly enter: (page: Page) => Promise<void>
  /** Kills the server, as a crash would. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same folder and port. */
  readonly start: () => Promise<void>
}

type Options = { readonly serveOptions: readonly string[] }

/** Each test has a server and a folder of its own; `serveOptions` adds to its command line. */
export const test = base.extend<Options & { app: App }>({
  serveOptions: [[], { option: true }],
  app: async ({ serveOptions, context }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'youju-e2e-'))
    const reachedOut = join(folder, 'sockets.log')
    let [child, link, port]: [ChildProcess | undefined, string, number] = [undefined, '', 0]
    const kill = async () => {
      const running = child
      child = undefined
      if (running === undefined || running.exitCode !== null) return
      running.kill('SIGKILL')
      await once(running, 'exit')
    }
    const start = async () => {
      const args = ['serve', '--json', '--data', folder, '--port', String(port), ...serveOptions]
      child = spawn(process.execPath, ['--import', socketGuard, youju, ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, YOUJU_SOCKET_LOG: reachedOut },
      })
      const [line] = (await once(createInterface({ input: child.stdout ?? process.stdin }), 'line')) as [string]
      const started = JSON.parse(line) as { url: string; port: number }
      link = started.url
      port = started.port
    }
    await start()
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    await use({
      folder,
      origin: () => new URL(link).origin,
      enter: async (page) => {
        await page.goto(link)
      },
      kill,
      start,
    })
    await kill()
    // Whatever the journey was: the server reached out to nobody, and the pages spoke to it alone.
    expect(await readFile(reachedOut, 'utf8').catch(() => '')).toBe('')
    expect(asked.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== new URL(link).origin)).toEqual(
      [],
    )
    await rm(folder, { recursive: true, force: true })
  },
})

export { expect }
