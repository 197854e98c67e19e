// Many screenshots end to end: `youju new` over COUNT drawn pages, ended by kill -9 in the middle and called again; then once more over as many
// without being stopped. `npx tsx bench/heap.ts [COUNT]`. Shown: seconds a picture, how many the second call read anew, peak memory.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawnPage } from '../src/server/reading/drawn-page.fixture.ts'

const [count = 500] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'youju-heap-'))
const [pictures, out] = [join(folder, 'pictures'), join(folder, 'case')]
try {
  await draw()
  const first = start()
  const began = performance.now()
  while (notes() < count / 2) {
    if (first.exitCode !== null) throw new Error('ended before it was stopped')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  first.kill('SIGKILL')
  await once(first, 'exit')
  const [before, halfway] = [notes(), performance.now()]
  const second = start()
  const peak = await peakOf(second)
  const ended = performance.now()
  console.log(`${count} screenshots; stopped by kill -9 after ${before}, in ${((halfway - began) / 1000).toFixed(0)} s`)
  console.log(
    `called again: ${count - before} read in ${((ended - halfway) / 1000).toFixed(0)} s, exit ${second.exitCode}, peak ${peak.toFixed(0)} MB (command and its reading processes)`,
  )
  console.log(
    `${((ended - began) / 1000 / count).toFixed(2)} s a picture; case.yaml ${readdirSync(out).includes('case.yaml') ? 'is whole' : 'IS MISSING'}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function start(): ChildProcess {
  return spawn(process.execPath, ['dist/youju.mjs', 'new', pictures, '-o', out, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function notes(): number {
  try {
    return readdirSync(join(out, '.youju-new')).filter((name) => name.endsWith('.json')).length
  } catch {
    return 0
  }
}

/** A chat that goes on from picture to picture, some lines of each shown by the next as well. */
async function draw(): Promise<void> {
  mkdirSync(pictures)
  for (let page = 0; page < count; page += 1) {
    const hour = 8 + Math.floor(page / 60)
    const lines = Array.from({ length: 6 }, (_, row) => {
      const number = page * 4 + row
      return { text: `第${number}句 手表的事有结果了吗`, x: number % 2 === 0 ? 480 : 150, y: 260 + row * 170, size: 36 }
    })
    const time = {
      text: `2026年3月6日 ${hour}:${String(page % 60).padStart(2, '0')}`,
      x: 400,
      y: 180,
      size: 28,
      colour: '#888888',
    }
    const title = { text: '示例数码专营店', x: 380, y: 60, size: 44 }
    const name = `Screenshot_20260307-${String(page).padStart(6, '0')}.png`
    await drawnPage({ width: 1080, height: 1500, paper: '#ededed', words: [title, time, ...lines] })
      .png()
      .toFile(join(pictures, name))
  }
}

async function peakOf(child: ChildProcess): Promise<number> {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, megabytes(child.pid))
  }, 200)
  await once(child, 'exit')
  clearInterval(watch)
  return peak
}

/** A process with those it started; 0 where the system does not tell. */
function megabytes(pid: number | undefined): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    const pages = (one: string) => Number(readFileSync(`/proc/${one}/statm`, 'utf8').split(' ')[1])
    return ([String(pid), ...children].reduce((sum, one) => sum + pages(one), 0) * 4096) / 1_048_576
  } catch {
    return 0
  }
}
