// What a disk and a clock can do to a casebook: each hardship on a folder of its own, told in one line.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'yauzl'
import { startServer } from '../../src/server/main/storm.fixture.ts'
import { type Verdict, verdictOn } from '../../src/server/main/storm-check.fixture.ts'

export type Hardship = { readonly name: string; readonly told: string; readonly holds: boolean }

const youju = [process.execPath, 'dist/youju.mjs'] as const
const at = '2026-01-05T02:00:00Z'

function call(words: readonly string[], options: object = {}): SpawnSyncReturns<string> {
  return spawnSync(youju[0], [youju[1], ...words], { encoding: 'utf8', ...options })
}

function log(folder: string, mark: string, options: object = {}, more: readonly string[] = []) {
  return call(['log', 'c1', mark, '--at', at, '--key', mark, '--data', folder, ...more], options)
}

function newCase(name: string, parent = tmpdir()): string {
  const folder = join(mkdtempSync(join(parent, `youju-${name}-`)), 'data')
  call(['open', '--id', 'c1', '--data', folder])
  return folder
}

async function judged(name: string, folder: string, marks: readonly string[], more = ''): Promise<Hardship> {
  const verdict = await verdictOn(folder, { acknowledged: marks.map((mark) => ({ mark, caseId: 'c1' })) })
  return { name, told: `${toldOf(verdict)}${more}`, holds: isWhole(verdict) }
}

export function toldOf({ acknowledged, lost, doubled, findings }: Verdict): string {
  return `${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled, ${findings.length} findings`
}

export function isWhole({ lost, doubled, findings }: Verdict): boolean {
  return lost.length + doubled.length + findings.length === 0
}

/** A small file system that fills up while contacts are logged; then there is room again. */
export async function diskFull(): Promise<Hardship> {
  const name = 'disk full'
  const small = mkdtempSync(join(tmpdir(), 'youju-small-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', small]).status !== 0)
    return { name, told: 'SKIPPED: this machine does not let a small file system be mounted', holds: true }
  try {
    const folder = newCase('full', small)
    const marks: string[] = []
    let said = ''
    for (let n = 0; n < 400; n += 1) {
      const mark = `full-${n}-${'长'.repeat(19_900)}`
      const { status, stderr } = log(folder, mark)
      if (status === 0) marks.push(mark)
      else {
        said = `exit ${status}: ${stderr.trim().split('\n')[0]}`
        break
      }
    }
    spawnSync('mount', ['-o', 'remount,size=64m', small])
    const after = log(folder, 'room-again')
    if (after.status === 0) marks.push('room-again')
    const whole = await judged(name, folder, marks, `; when full ${said}; with room again exit ${after.status}`)
    return { ...whole, holds: whole.holds && said.startsWith('exit 3') && after.status === 0 }
  } finally {
    spawnSync('umount', ['-l', small])
    rmSync(small, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A folder nobody may write to: a clear word, and nothing changed. */
export async function readOnly(): Promise<Hardship> {
  const name = 'read-only folder'
  const folder = newCase('readonly')
  const first = log(folder, 'before')
  const nobody = { uid: 65_534, gid: 65_534 }
  if (process.getuid?.() === 0) {
    chownTree(folder, nobody)
    chmodSync(join(folder, '..'), 0o755)
  }
  for (const path of tree(folder)) chmodSync(path, 0o500)
  const refused = log(folder, 'refused', process.getuid?.() === 0 ? nobody : {})
  for (const path of tree(folder)) chmodSync(path, 0o700)
  const after = log(folder, 'after')
  const marks = [...(first.status === 0 ? ['before'] : []), ...(after.status === 0 ? ['after'] : [])]
  const told = `; while read-only exit ${refused.status}: ${refused.stderr.trim().split('\n')[0]}`
  const whole = await judged(name, folder, marks, told)
  return { ...whole, holds: whole.holds && refused.status === 3 && marks.length === 2 }
}

/** The clock of the machine set back six years and forward four between records. */
export async function clockMoved(): Promise<Hardship> {
  const folder = newCase('clock')
  const marks: string[] = []
  for (const [n, now] of ['2026-11-20T10:00', '2020-01-01T00:00', '2030-06-01T00:00', '2026-11-20T10:01'].entries()) {
    const mark = `clock-${n}`
    const words = ['log', 'c1', mark, '--at', '2019-12-01T00:00', '--key', mark, '--data', folder, '--now', now]
    if (call(words).status === 0) marks.push(mark)
  }
  const whole = await judged('clock set back and forward', folder, marks)
  return { ...whole, holds: whole.holds && marks.length === 4 }
}

/** The very first start killed at a random moment, again and again; then it starts and works. */
export async function firstStartKilled(chance: () => number): Promise<Hardship> {
  let [killed, broken] = [0, 0]
  for (let n = 0; n < 15; n += 1) {
    const folder = join(mkdtempSync(join(tmpdir(), 'youju-first-')), 'data')
    const child = spawn(youju[0], [youju[1], 'serve', '--json', '--example', '--port', '0', '--data', folder])
    await new Promise((resolve) => setTimeout(resolve, 60 + chance() * 900))
    child.kill('SIGKILL')
    killed += 1
    const server = await startServer(youju, folder)
    const opened = await server.ask('/api/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"id":"c1"}',
    })
    await server.stop()
    const verdict = await verdictOn(folder, { acknowledged: [] })
    if (opened?.status !== 201 || !isWhole(verdict)) broken += 1
  }
  return {
    name: 'first start killed',
    told: `${killed} kills, ${broken} folders that did not work after`,
    holds: broken === 0,
  }
}

/** A backup and an export killed on their way: the file is whole or is not there under its name. */
export async function archivingKilled(chance: () => number): Promise<Hardship> {
  const folder = newCase('archive')
  for (let n = 0; n < 20; n += 1) log(folder, `archive-${n}`)
  const out = mkdtempSync(join(tmpdir(), 'youju-out-'))
  let [killed, whole, absent, torn] = [0, 0, 0, 0]
  for (let n = 0; n < 20; n += 1) {
    const file = join(out, `${n}.zip`)
    const words = n % 2 === 0 ? ['backup', file] : ['export', 'c1', '-o', file]
    const child = spawn(youju[0], [youju[1], ...words, '--data', folder], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await new Promise((resolve) => setTimeout(resolve, 300 + chance() * 600))
    if (child.kill('SIGKILL')) killed += 1
    await ended
    if (!existsSync(file)) absent += 1
    else if (!(n % 2 === 0 ? restores(file, join(out, `${n}-data`)) : await isWholeZip(file))) torn += 1
    else whole += 1
  }
  const verdict = await verdictOn(folder, { acknowledged: [] })
  return {
    name: 'backup and export killed',
    told: `${killed} kills: ${whole} whole, ${absent} absent, ${torn} torn; ${toldOf(verdict)}`,
    holds: torn === 0 && isWhole(verdict),
  }
}

function restores(file: string, data: string): boolean {
  return call(['restore', file, '--data', data]).status === 0
}

/** Whether every entry of a ZIP can be read to its end. */
function isWholeZip(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    open(file, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return resolve(false)
      zip.on('error', () => resolve(false))
      zip.on('end', () => resolve(zip.entriesRead > 0))
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (fault, stream) => {
          if (fault || !stream) return resolve(false)
          stream.on('error', () => resolve(false))
          stream.on('end', () => zip.readEntry())
          stream.resume()
        }),
      )
      zip.readEntry()
    })
  })
}

function tree(folder: string): readonly string[] {
  return [
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .reverse(),
    folder,
  ]
}

function chownTree(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  mkdirSync(folder, { recursive: true })
  for (const path of tree(folder)) chownSync(path, uid, gid)
}
