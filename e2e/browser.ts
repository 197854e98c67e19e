// A Chromium for the browser tests: $CHROME_BIN, else the one from the npm registry (x64 Linux), else an installed
// Chrome. Chinese needs a font: on a machine without one the bundled Noto Sans SC is named through fontconfig.
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Browser = {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const unpacked = join(root, 'node_modules/.cache/chromium')
const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb']

/** Undefined when this machine has no browser and the registry has none for it. */
export async function findBrowser(): Promise<Browser | undefined> {
  const named = process.env.CHROME_BIN
  if (named !== undefined) return { executablePath: named, args, env: inherited() }
  if (process.platform === 'linux' && process.arch === 'x64') return fromRegistry()
  const executablePath = installed.find((path) => existsSync(path))
  return executablePath === undefined ? undefined : { executablePath, args, env: inherited() }
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : [])))
}

async function fromRegistry(): Promise<Browser> {
  if (!existsSync(join(unpacked, 'whole'))) await unpack()
  return {
    executablePath: join(unpacked, 'chromium'),
    args,
    env: {
      ...inherited(),
      LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
      FONTCONFIG_FILE: join(unpacked, 'fonts.conf'),
    },
  }
}

/** The package unpacks into TMPDIR and brings its libraries only where it believes to be on Lambda. */
async function unpack(): Promise<void> {
  await rm(unpacked, { recursive: true, force: true })
  await mkdir(unpacked, { recursive: true })
  const names = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'] as const
  const before = names.map((name) => [name, process.env[name]] as const)
  process.env.TMPDIR = unpacked
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  await chromium.executablePath()
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  const fonts = ['400Regular', '700Bold'].map((weight) =>
    join(root, 'node_modules/@expo-google-fonts/noto-sans-sc', weight),
  )
  const folders = [join(unpacked, 'fonts'), ...fonts].map((folder) => `<dir>${folder}</dir>`).join('')
  await writeFile(
    join(unpacked, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${unpacked}/fc</cachedir></fontconfig>`,
  )
  await writeFile(join(unpacked, 'whole'), '')
}
