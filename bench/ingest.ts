// A film of 2 GB taken in, bagged and verified, beside sha256sum over the same file in the same run: time, ratio of throughputs, peak memory.
// `npx tsx bench/ingest.ts [GIGABYTES] [ROUNDS]`. The medians of the rounds; each round runs the peer right before.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { middle } from './median.ts'
import { watchMemory } from './memory.ts'

const [gigabytes = 2, rounds = 3] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'youju-ingest-'))
const film = join(folder, 'film.mp4')
const youju = (...words: readonly string[]) => [process.execPath, 'dist/youju.mjs', ...words]

try {
  write(film, gigabytes)
  const times = new Map<string, { peer: number; own: number; megabytes: number }[]>()
  for (let round = 0; round < rounds; round += 1) {
    const data = join(folder, `data-${round}`)
    const [bag, made] = [join(folder, `bag-${round}.zip`), join(folder, `new-${round}`)]
    await run(youju('open', '--words', '手表坏了', '--id', 'big', '--data', data))
    for (const [what, command] of [
      ['add', youju('add', 'big', film, '--data', data)],
      ['verify (data folder)', youju('verify', data)],
      ['bag', youju('bag', 'big', '-o', bag, '--data', data)],
      ['verify (bag)', youju('verify', bag)],
      ['new', youju('new', film, '-o', made)],
    ] as const) {
      const peer = await run(['sha256sum', film])
      const own = await run(command)
      times.set(what, [...(times.get(what) ?? []), { peer: peer.seconds, own: own.seconds, megabytes: own.megabytes }])
    }
    for (const path of [data, bag, made]) rmSync(path, { recursive: true, force: true })
  }
  console.log(`${gigabytes} GB, ${rounds} rounds, beside sha256sum`)
  for (const [what, all] of times) {
    const ratio = middle(all.map(({ peer, own }) => peer / own))
    const peak = Math.max(...all.map(({ megabytes }) => megabytes))
    const seconds = middle(all.map(({ own }) => own))
    console.log(
      `${what.padEnd(22)} ${seconds.toFixed(1)} s, ${(ratio * 100).toFixed(0)} % of its throughput, peak ${peak.toFixed(0)} MB`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function write(path: string, size: number): void {
  const file = openSync(path, 'w')
  writeSync(file, Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1'))
  const block = randomBytes(1 << 24)
  for (let part = 0; part < size * 64; part += 1) {
    block.writeUInt32LE(part, 0)
    writeSync(file, block)
  }
  closeSync(file)
}

/** Peak memory is that of the process and those it starts; 0 where the system does not tell. */
async function run([command = '', ...words]: readonly string[]) {
  const began = performance.now()
  const child = spawn(command, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  const peak = watchMemory(child.pid ?? 0)
  const [code] = await once(child, 'exit')
  const megabytes = peak()
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, megabytes }
}
