// Five hundred screenshots drawn, made into a case folder, killed in the middle, taken up again: time, memory and whether anything is
// lost. `npx tsx bench/heap.ts [--heap DIR | --per-layout 36] [--kill-after SECONDS] [--whole]`; `--whole` times an unbroken run too.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawHeap, type Row } from './layouts/draw.ts'
import { watchMemory } from './memory.ts'

const quick =
  'order-a,order-b,order-list,order-cropped-top,order-cropped-bottom,order-big-letters,logistics,chat-shop,chat-friends,refund,after-sales,bill-wechat,bill-alipay,product'
const { values } = parseArgs({
  options: {
    heap: { type: 'string' },
    'per-layout': { type: 'string', default: '36' },
    'kill-after': { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
})
const work = mkdtempSync(join(tmpdir(), 'youju-heap-'))
try {
  const drawn = values.heap ?? join(work, 'drawn')
  if (values.heap === undefined)
    await drawHeap({ out: drawn, seed: 201, perLayout: Number(values['per-layout']), only: quick.split(',') })
  await measure(drawn)
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function measure(drawn: string): Promise<void> {
  const { now } = JSON.parse(readFileSync(join(drawn, 'heap.json'), 'utf8')) as { now: string }
  const rows = readFileSync(join(drawn, 'groundtruth.jsonl'), 'utf8').trim().split('\n')
  const heap = join(work, 'heap')
  const names = rows.map((row) => (JSON.parse(row) as Row).file)
  for (const name of names) cpSync(join(drawn, name), join(heap, name))
  const files = names.map((name) => join(heap, name))
  if (values.whole) report('unbroken', await run(files, now, join(work, 'whole'), undefined))
  const out = join(work, 'case')
  const after = Number(values['kill-after'] ?? files.length * 0.4)
  report(`killed after ${after} s`, await run(files, now, out, after))
  report('taken up again', await run(files, now, out, undefined))
  const kept = new Set(existsSync(out) ? walk(out).map(digest) : [])
  const lost = files.filter((file) => !kept.has(digest(file)))
  console.log(`${files.length} files; ${lost.length} not in the case folder byte for byte`)
  for (const file of lost.slice(0, 5)) console.log(`  ${file}`)
}

type Run = { readonly seconds: number; readonly megabytes: number; readonly code: number | null }

async function run(files: readonly string[], now: string, out: string, killAfter: number | undefined): Promise<Run> {
  const began = performance.now()
  const words = ['dist/youju.mjs', 'new', ...files, '-o', out, '--now', now, '--json']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr?.on('data', (part: Buffer) => {
    told = (told + part.toString('utf8')).slice(-300)
  })
  const memory = watchMemory(child.pid ?? 0)
  const kill = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter * 1000)
  const code = await ended(child)
  clearTimeout(kill)
  if (code !== 0)
    console.log(
      `  ended with ${code ?? 'a kill'}, last words: ${told
        .trim()
        .split(/[\r\n]/)
        .at(-1)}`,
    )
  return { seconds: (performance.now() - began) / 1000, megabytes: memory(), code }
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

function report(what: string, { seconds, megabytes }: Run): void {
  console.log(`${what.padEnd(22)} ${seconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB with all its processes`)
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
