// Draws a heap of pictures with what they show: `npx tsx bench/layouts/draw.ts --out DIR --seed N --per-layout K [--only NAME,…]`.
// Seeds 1–9 are for looking at, 101 and above for measuring: whoever works on the reader looks at neither.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { type Browser as BrowserFound, findBrowser } from '../../e2e/browser.ts'
import { take } from './camera.ts'
import { chanceOf } from './chance.ts'
import type { Layout, Truth } from './drawing.ts'
import { layouts } from './layouts.ts'
import { lookOf } from './look.ts'
import { eveningOf, HOUR, told } from './moment.ts'

export type Row = Truth & {
  readonly file: string
  readonly layout: string
  readonly seed: number
  readonly theme: 'light' | 'dark'
  readonly hard: boolean
}
export type Heap = { readonly now: string; readonly rows: readonly Row[] }
type Wish = {
  readonly out: string
  readonly seed: number
  readonly perLayout: number
  readonly only?: readonly string[]
}

/** Writes the pictures, `groundtruth.jsonl` and `heap.json` (the evening on which all of them were taken). */
export async function drawHeap({ out, seed, perLayout, only }: Wish): Promise<Heap> {
  const found = await findBrowser()
  if (found === undefined) throw new Error('no Chromium for this machine; set CHROME_BIN to one')
  mkdirSync(out, { recursive: true })
  const now = `${told(eveningOf(seed), true)}+08:00`
  const rows: Row[] = []
  for (const layout of layouts.filter(({ name }) => only === undefined || only.includes(name)))
    for (let copy = 1; copy <= perLayout; copy += 1)
      rows.push(await withBrowser(found, (browser) => drawOne(browser, out, layout, seed, copy)))
  writeFileSync(join(out, 'groundtruth.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  writeFileSync(join(out, 'heap.json'), JSON.stringify({ now, seed }))
  return { now, rows }
}

/** The browser at times refuses a picture of a large page; a new one draws it, and the same, because chance starts anew. */
async function withBrowser<T>(found: BrowserFound, run: (browser: Browser) => Promise<T>, tries = 4): Promise<T> {
  const browser = await chromium.launch(found)
  try {
    return await run(browser)
  } catch (error) {
    if (tries <= 1) throw error
  } finally {
    await browser.close()
  }
  return withBrowser(found, run, tries - 1)
}

async function drawOne(browser: Browser, out: string, layout: Layout, seed: number, copy: number): Promise<Row> {
  const chance = chanceOf(`${seed} ${layout.name} ${copy}`)
  const now = eveningOf(seed)
  const wanted = { ...lookOf(chance, now), ...layout.look }
  const { html, look, truth, file, crop } = await layout.draw({ chance, now, look: wanted })
  const { bytes, ending } = file ?? (await shoot())
  const name = `${layout.name}-${seed}-${copy}.${ending}`
  writeFileSync(join(out, name), bytes)
  utimesSync(join(out, name), (look.at - 8 * HOUR) / 1000, (look.at - 8 * HOUR) / 1000)
  return { file: name, layout: layout.name, seed, theme: look.theme, hard: layout.hard ?? false, ...truth }

  async function shoot() {
    const { width, height, scale } = look
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale })
    await page.setContent(html)
    const png = await cropped(await page.screenshot({ fullPage: true }), crop)
    await page.close()
    if (layout.camera !== undefined) return take(browser, png, layout.camera, chance)
    const jpeg = chance.some(0.35)
    return jpeg
      ? { bytes: await sharp(png).jpeg({ quality: 85 }).toBuffer(), ending: 'jpg' }
      : { bytes: png, ending: 'png' }
  }
}

async function cropped(png: Buffer, part: { from: number; to: number } | undefined): Promise<Buffer> {
  if (part === undefined) return png
  const { width = 0, height = 0 } = await sharp(png).metadata()
  const top = Math.round(height * part.from)
  return sharp(png)
    .extract({ left: 0, top, width, height: Math.round(height * part.to) - top })
    .png()
    .toBuffer()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'out/layouts' },
      seed: { type: 'string', default: '1' },
      'per-layout': { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  })
  const { rows } = await drawHeap({
    out: values.out,
    seed: Number(values.seed),
    perLayout: Number(values['per-layout']),
    ...(values.only === undefined ? {} : { only: values.only.split(',') }),
  })
  console.log(`${rows.length} files of ${layouts.length} layouts in ${values.out}`)
}
