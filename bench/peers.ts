import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A program that makes one letter: cold from nothing, warm in a process that is already up. */
export type Peer = { readonly name: string; cold(): Promise<void>; warm(): Promise<void>; close(): Promise<void> }

/** LibreOffice headless: one DOCX to PDF. Warm = handed to an instance that already runs on the same profile. */
export async function libreOffice(docx: string): Promise<Peer | undefined> {
  const program = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find(existsSync)
  if (!program) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'bench-lo-'))
  const convert = (profile: string) =>
    run(program, [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      docx,
    ])
  let resident: ChildProcess | undefined
  const profile = join(folder, 'resident')
  return {
    name: 'LibreOffice, one letter from DOCX',
    async cold() {
      const fresh = await mkdtemp(join(folder, 'profile-'))
      await convert(fresh)
    },
    async warm() {
      if (!resident) {
        resident = spawn(
          program,
          [`-env:UserInstallation=file://${profile}`, '--headless', '--nologo', '--norestore'],
          { stdio: 'ignore' },
        )
        await new Promise((resolve) => setTimeout(resolve, 6000))
        await convert(profile)
      }
      await convert(profile)
    },
    async close() {
      resident?.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Headless Chromium: one HTML to PDF. Warm = `Page.printToPDF` in a browser that is already open. */
export async function chromium(html: string): Promise<Peer | undefined> {
  const program = [process.env.CHROME_BIN ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== '' && existsSync(path),
  )
  if (!program) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'bench-chrome-'))
  const page = join(folder, 'letter.html')
  await writeFile(page, html)
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  let browser: Browser | undefined
  return {
    name: 'Chromium, one letter from HTML',
    async cold() {
      const profile = await mkdtemp(join(folder, 'profile-'))
      await run(program, [
        ...flags,
        `--user-data-dir=${profile}`,
        `--print-to-pdf=${join(folder, 'out.pdf')}`,
        `file://${page}`,
      ])
    },
    async warm() {
      browser ??= await openBrowser(program, [...flags, `--user-data-dir=${join(folder, 'resident')}`])
      await browser.print(`file://${page}`)
    },
    async close() {
      browser?.kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

type Browser = { print(url: string): Promise<void>; kill(): void }
type Answer = { id?: number; method?: string; sessionId?: string; result?: Record<string, string> }

/** A browser spoken to over a pipe (NUL-ended JSON messages), so that no socket library is needed. */
async function openBrowser(program: string, flags: readonly string[]): Promise<Browser> {
  const child = spawn(program, [...flags, '--remote-debugging-pipe', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const out = child.stdio[3] as Writable
  const waiting = new Map<number | string, (answer: Answer) => void>()
  let rest = ''
  ;(child.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer
      waiting.get(answer.id ?? answer.method ?? '')?.(answer)
    }
  })
  let last = 0
  const send = (method: string, params: object, sessionId?: string) =>
    new Promise<Record<string, string>>((resolve) => {
      last += 1
      waiting.set(last, (answer) => resolve(answer.result ?? {}))
      out.write(`${JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  await send('Page.enable', {}, sessionId)
  return {
    async print(url) {
      const loaded = new Promise<void>((resolve) => waiting.set('Page.loadEventFired', () => resolve()))
      await send('Page.navigate', { url }, sessionId)
      await loaded
      await send('Page.printToPDF', { printBackground: true }, sessionId)
    },
    kill: () => child.kill('SIGKILL'),
  }
}
