// Takes pictures of the app's pages into docs/screens/: `npm run screens`. The clock is fixed, so that a picture changes only
// when a page does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { findBrowser } from './browser.ts'
import { story } from './story.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs/screens')
const widths = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const
/** Taller pages are cut: the picture is to be looked at. */
const MOST_HIGH = 3000

/** The link works once: later contexts are given the session of the first. */
let session: Awaited<ReturnType<BrowserContext['storageState']>> | undefined
let sessionOf = ''

const browser = await findBrowser()
if (browser === undefined) {
  console.error('no Chromium for this machine; set CHROME_BIN to one')
  process.exit(1)
}
const running = await chromium.launch(browser)
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

await withServer([], async (link) => {
  for (const width of ['phone', 'desk'] as const) {
    const { page, at } = await enter(link(), width)
    await shoot(page, at('/new'), `start-empty-${width}`)
    await page.getByLabel('发生了什么').fill(story)
    await page.getByText('最先关上的时限').waitFor()
    await take(page, `start-told-${width}`)
    await shoot(page, at('/cases'), `cases-empty-${width}`)
  }
})
await withServer(['--example'], async (link, stop) => {
  const { page: first, at } = await enter(link(), 'phone')
  const { cases } = (await (await first.request.get(at('/api/cases'))).json()) as { cases: { caseId: string }[] }
  const base = `/case/${cases[0]?.caseId}`
  const places = [
    'questions',
    'timeline',
    'evidence',
    'rights',
    'channels',
    'clocks',
    'offers',
    'routes',
    'papers',
    'details',
  ]
  const pages: readonly (readonly [name: string, path: string])[] = [
    ['today', '/'],
    ['cases', '/cases'],
    ['settings', '/settings'],
    ['provision', '/laws/cpl%2355.1'],
    ['overview', base],
    ...places.map((place) => [place, `${base}/${place}`] as const),
    ['filing', `${base}/channels?do=filing&of=jd-service`],
    ['counter-offer', `${base}/offers?do=answer&of=O1.counter`],
  ]
  const state = await first.context().storageState()
  for (const width of ['phone', 'desk'] as const)
    for (const [name, path] of pages) {
      const page = await pageIn(await running.newContext({ ...look(width), storageState: state }))
      await shoot(page, at(path), `${name}-${width}`)
      await page.context().close()
    }
  for (const [name, path] of pages.filter(([name]) => ['today', 'overview', 'rights', 'offers'].includes(name))) {
    const page = await pageIn(await running.newContext({ ...look('phone'), storageState: state, colorScheme: 'dark' }))
    await shoot(page, at(path), `${name}-phone-dark`)
    await page.evaluate(() => localStorage.setItem('youju.lang', 'en'))
    await shoot(page, at(path), `${name}-phone-dark-en`)
    await page.context().close()
  }
  await first.goto(at(base))
  await first.getByRole('heading', { level: 1 }).first().waitFor()
  await stop()
  await first.getByText('与程序的连接断了').waitFor()
  await take(first, 'server-gone-phone')
})
await running.close()

async function withServer(
  options: readonly string[],
  work: (link: () => string, stop: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'youju-screens-'))
  const now = ['--now', '2026-11-20T10:00:00+08:00']
  const args = [join(root, 'dist/youju.mjs'), 'serve', '--json', '--port', '0', '--data', folder, ...now, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  try {
    await work(() => url, stop)
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function look(width: keyof typeof widths) {
  return { viewport: widths[width], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const
}

async function enter(link: string, width: keyof typeof widths) {
  const known = sessionOf === link && session !== undefined
  const context = await running.newContext({ ...look(width), ...(known && session && { storageState: session }) })
  const page = await pageIn(context)
  const at = (path: string) => new URL(path, link).href
  await page.goto(known ? at('/') : link)
  if (!known) {
    session = await context.storageState()
    sessionOf = link
  }
  return { page, at }
}

async function pageIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(String(error)))
  return page
}

async function shoot(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await take(page, name)
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(700)
  const isDialog = (await page.getByRole('dialog').count()) > 0
  const shot = await page.screenshot({ fullPage: !isDialog })
  const { width = 0, height = 0 } = await sharp(shot).metadata()
  await sharp(shot)
    .extract({ left: 0, top: 0, width, height: Math.min(height, MOST_HIGH) })
    .png({ palette: true, colours: 64, effort: 8 })
    .toFile(join(out, `${name}.png`))
}
