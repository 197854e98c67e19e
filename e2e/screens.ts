// Takes pictures of the app's pages into docs/screens/: `npm run screens`. The clock is fixed, so that a picture changes only
// when a page does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { findBrowser } from './browser.ts'
import { story } from './story.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs/screens')
const widths = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const
/** Taller pages are cut: the picture is to be looked at. */
const MOST_HIGH = 3000

const browser = await findBrowser()
if (browser === undefined) {
  console.error('no Chromium for this machine; set CHROME_BIN to one')
  process.exit(1)
}
const running = await chromium.launch(browser)
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

await withServer([], async ({ pageAt, at }) => {
  for (const width of ['phone', 'desk'] as const) {
    const page = await pageAt(width)
    await shoot(page, at('/new'), `start-empty-${width}`)
    await page.getByLabel('发生了什么').fill(story)
    await page.getByText('最先关上的时限').waitFor()
    await take(page, `start-told-${width}`)
    await shoot(page, at('/cases'), `cases-empty-${width}`)
  }
})
await withServer(['--example'], async ({ pageAt, at, stop }) => {
  const first = await pageAt('phone')
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
    ['purchases', '/purchases'],
    ['before-buying', '/purchases/check'],
    ['law', `/law?q=${encodeURIComponent('买的手机三天就坏了能退吗')}`],
    ['guide', '/law/guide'],
    ['stories', '/law/cases'],
    ['overview', base],
    ...places.map((place) => [place, `${base}/${place}`] as const),
    ['filing', `${base}/channels?do=filing&of=jd-service`],
    ['counter-offer', `${base}/offers?do=answer&of=O1.counter`],
  ]
  for (const width of ['phone', 'desk'] as const) {
    const page = await pageAt(width)
    for (const [name, path] of pages) await shoot(page, at(path), `${name}-${width}`)
  }
  const dark = await pageAt('phone', { colorScheme: 'dark' })
  const some = pages.filter(([name]) => ['today', 'overview', 'rights', 'offers'].includes(name))
  for (const [name, path] of some) await shoot(dark, at(path), `${name}-phone-dark`)
  await dark.evaluate(() => localStorage.setItem('youju.lang', 'en'))
  for (const [name, path] of some) await shoot(dark, at(path), `${name}-phone-dark-en`)
  await first.goto(at(base))
  await first.getByRole('heading', { level: 1 }).first().waitFor()
  await stop()
  await first.getByText('与程序的连接断了').waitFor()
  await take(first, 'server-gone-phone')
})
await running.close()

type Served = {
  /** A page of its own context, let in already. */
  readonly pageAt: (width: keyof typeof widths, more?: BrowserContextOptions) => Promise<Page>
  readonly at: (path: string) => string
  readonly stop: () => Promise<void>
}

async function withServer(options: readonly string[], work: (served: Served) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'youju-screens-'))
  const now = ['--now', '2026-11-20T10:00:00+08:00']
  const args = [join(root, 'dist/youju.mjs'), 'serve', '--json', '--port', '0', '--data', folder, ...now, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  // The link works once: every context is given the session of the first.
  const entry = await running.newContext()
  await (await entry.newPage()).goto(url)
  const storageState = await entry.storageState()
  await entry.close()
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  try {
    await work({
      async pageAt(width, more) {
        const look = {
          viewport: widths[width],
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          reducedMotion: 'reduce',
        } as const
        const page = await (await running.newContext({ ...look, storageState, ...more })).newPage()
        page.on('pageerror', (error) => console.error(String(error)))
        return page
      },
      at: (path) => new URL(path, url).href,
      stop,
    })
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function shoot(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url)
  // Not by its role: behind a dialog the page has none.
  await page.locator('h1').first().waitFor()
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
