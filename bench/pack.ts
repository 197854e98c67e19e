// All papers of the largest example beside ONE letter made by LibreOffice and by Chromium, in one run: cold beside cold
// (a new process with nothing warmed), warm beside warm (a process that has done it before). Ratio = peer / ours.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packFolder } from '../src/server/pack/pack.ts'
import { middle } from './median.ts'
import { chromium, libreOffice, type Peer } from './peers.ts'

const example = 'examples/self-operated-fault'
const now = '2026-11-20T02:00:00Z'
const bundle = 'dist/youju.mjs'
if (!existsSync(bundle)) throw new Error('run npm run build first')

const work = await mkdtemp(join(tmpdir(), 'bench-pack-'))
const out = join(work, 'out')
const run = promisify(execFile)
const ours = {
  cold: () =>
    run(process.execPath, [bundle, 'pack', example, '-o', join(work, `cold-${performance.now()}`), '--now', now]),
  warm: () => packFolder({ folder: example, out, now, lang: 'zh-CN' }),
}
await ours.warm()
const text = await readFile(join(out, 'letter-layered.txt'), 'utf8')
const html = `<!doctype html><meta charset=utf-8><body style="font:12pt/1.8 serif"><pre style="white-space:pre-wrap;font:inherit">${text.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'))}</pre>`

const cold = await time(3, ours.cold)
const warm = await time(9, ours.warm)
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(`youju, the whole pack      cold ${cold.toFixed(0)} ms   warm ${warm.toFixed(0)} ms`)
for (const [name, peer] of [
  ['LibreOffice', await libreOffice(join(out, 'letter-layered.docx'))],
  ['Chromium', await chromium(html)],
] as const) {
  if (!peer) console.log(`${name}: absent on this machine, not measured`)
  else await compare(peer)
}
await rm(work, { recursive: true, force: true })

async function compare(peer: Peer): Promise<void> {
  await peer.warm()
  const peerWarm = await time(5, () => peer.warm())
  const peerCold = await time(3, () => peer.cold())
  await peer.close()
  const ratio = (theirs: number, our: number) => `${theirs.toFixed(0)} ms (x${(theirs / our).toFixed(1)} ours)`
  console.log(`${peer.name}   cold ${ratio(peerCold, cold)}   warm ${ratio(peerWarm, warm)}`)
}

async function time(times: number, what: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i += 1) {
    const start = performance.now()
    await what()
    taken.push(performance.now() - start)
  }
  return middle(taken)
}
