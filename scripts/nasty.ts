// Hostile and broken files through adding and reading: `npx tsx scripts/nasty.ts FOLDER`, FOLDER holding MANIFEST.tsv (file, bytes, sha256, what,
// class, expected). A server runs on a fresh data folder, each file is added to a case by its command line and read in the background. Shown is
// each file's fate: seconds, peak memory of the reading processes, whether the kept bytes are the given ones; and in the end whether the server
// still answers, whether anything lies outside the data folder, and whether a listener on loopback was ever called.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const [source] = process.argv.slice(2)
if (source === undefined) {
  console.error('npx tsx scripts/nasty.ts FOLDER')
  process.exit(2)
}
const run = promisify(execFile)
const home = mkdtempSync(join(tmpdir(), 'youju-nasty-'))
const data = join(home, 'data')
let called = 0
const listener = createServer((_request, response) => {
  called += 1
  response.end()
}).listen(0, '127.0.0.1')
const youju = (...words: readonly string[]) => run(process.execPath, ['dist/youju.mjs', ...words, '--data', data])

await youju('open', '--id', 'nasty', '--words', '手表坏了')
const server = spawn(process.execPath, ['dist/youju.mjs', 'serve', '--json', '--port', '0', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(createInterface({ input: server.stdout }), 'line')
const link = String(JSON.parse(String(line)).url)
const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
const ask = (path: string) => fetch(new URL(path, link), { headers: { cookie } })

let [bad, worstSeconds, worstMegabytes] = [0, 0, 0]
const rows = readFileSync(join(source, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1)
for (const row of rows) {
  const [file = '', , sha256 = ''] = row.split('\t')
  const began = performance.now()
  const added = await youju('add', 'nasty', join(source, file), '--json').then(
    ({ stdout }) => JSON.parse(stdout) as unknown,
    (error: { stderr?: string }) => String(error.stderr ?? error).trim(),
  )
  const exhibit = /"exhibit":\s*"(E\d+)"/.exec(JSON.stringify(added))?.[1]
  const fate =
    exhibit === undefined ? { status: 'refused', notes: [String(added).slice(0, 80)] } : await readingOf(exhibit)
  const seconds = (performance.now() - began) / 1000
  const kept = exhibit === undefined ? 'not kept' : await digestOf(exhibit)
  const isBad = (exhibit !== undefined && kept !== sha256) || fate.status === 'waiting' || fate.status === 'reading'
  bad += isBad ? 1 : 0
  worstSeconds = Math.max(worstSeconds, seconds)
  console.log(
    `${isBad ? 'BAD ' : 'ok  '} ${file.padEnd(58)} ${seconds.toFixed(1)} s  ${fate.status} ${fate.notes.join(' ')}`,
  )
}
const alive = (await ask('/api/session')).ok
const outside = readdirSync(home).filter((name) => name !== 'data')
console.log(
  `${rows.length} files, ${bad} bad; slowest ${worstSeconds.toFixed(1)} s; reading processes at most ${worstMegabytes.toFixed(0)} MB`,
)
console.log(
  `server ${alive ? 'answers' : 'IS GONE'}; outside the data folder: ${outside.length}; calls to the listener: ${called}`,
)
server.kill()
listener.close()
rmSync(home, { recursive: true, force: true })
process.exit(bad === 0 && alive && outside.length === 0 && called === 0 ? 0 : 1)

async function readingOf(exhibit: string): Promise<{ status: string; notes: readonly string[] }> {
  for (let wait = 0; wait < 200; wait += 1) {
    const answer = await ask(`/api/cases/nasty/evidence/${exhibit}/reading`)
    const { status, notes = [] } = (await answer.json()) as { status: string; notes?: readonly string[] }
    worstMegabytes = Math.max(worstMegabytes, largestChild(server))
    if (status === 'read') return { status, notes }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { status: 'waiting', notes: [] }
}

async function digestOf(exhibit: string): Promise<string> {
  const content = await (await ask(`/api/cases/nasty/evidence/${exhibit}`)).arrayBuffer()
  return createHash('sha256').update(Buffer.from(content)).digest('hex')
}

/** The memory of the largest process the server started, as the system tells it now. */
function largestChild({ pid }: ChildProcess): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    const sizes = children.map((child) => Number(readFileSync(`/proc/${child}/statm`, 'utf8').split(' ')[1]) * 4096)
    return Math.max(0, ...sizes) / 1_048_576
  } catch {
    return 0
  }
}
