// From nothing to a page that can be used: `serve --example` on a fresh data folder, until the link is printed, and until a
// browser's first requests (page, script, session, list, case) are answered. Median and slowest of ten.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { middle } from './median.ts'

const rounds = 10
const [links, pages]: [number[], number[]] = [[], []]
for (let round = 0; round < rounds; round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'youju-cold-'))
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['dist/youju.mjs', 'serve', '--example', '--json', '--port', '0', '--data', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  links.push(performance.now() - began)
  await firstPage(JSON.parse(String(line)).url)
  pages.push(performance.now() - began)
  child.kill('SIGKILL')
  await once(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
const row = (what: string, times: readonly number[]) =>
  console.log(`${what.padEnd(34)} median ${middle(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`)
row('cold start: link printed', links)
row('cold start: first page answered', pages)

async function firstPage(link: string): Promise<void> {
  const opened = await fetch(link, { redirect: 'manual' })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const get = async (path: string) => (await fetch(new URL(path, link), { headers: { cookie } })).text()
  const page = await get('/')
  await Promise.all([...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => get(path)))
  await get('/api/session')
  const { cases } = JSON.parse(await get('/api/cases')) as { cases: { caseId: string }[] }
  await get(`/api/cases/${cases[0]?.caseId}`)
}
