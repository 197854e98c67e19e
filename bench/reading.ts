// How well pictures are read: draws a heap (or takes one), reads it in one call of the built `youju read`, holds it beside what was
// drawn. `npx tsx bench/reading.ts [--heap DIR | --seed 101 --per-layout 3] [--certain 0.9] [--faults] [--json]`
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawHeap, type Row } from './layouts/draw.ts'
import { type Read, type Score, scoreOf } from './layouts/score.ts'
import { watchMemory } from './memory.ts'

const { values } = parseArgs({
  options: {
    heap: { type: 'string' },
    seed: { type: 'string', default: '101' },
    'per-layout': { type: 'string', default: '3' },
    certain: { type: 'string' },
    faults: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const heap = values.heap ?? mkdtempSync(join(tmpdir(), 'youju-layouts-'))
try {
  if (values.heap === undefined)
    await drawHeap({ out: heap, seed: Number(values.seed), perLayout: Number(values['per-layout']) })
  await measure()
} finally {
  if (values.heap === undefined) rmSync(heap, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const rows = parsed<Row>(readFileSync(join(heap, 'groundtruth.jsonl'), 'utf8'))
  const { now } = JSON.parse(readFileSync(join(heap, 'heap.json'), 'utf8')) as { now: string }
  const { reads, seconds, megabytes } = await read(
    rows.map(({ file }) => join(heap, file)),
    now,
  )
  const byFile = new Map(reads.map((one) => [basename(one.file), one]))
  const scored = rows.map((row) => {
    const one = byFile.get(row.file)
    return { row, score: scoreOf(row, one, Number(values.certain ?? one?.certainFrom ?? 0.9)) }
  })
  const names = [...new Set(rows.map(({ layout }) => layout))]
  const table = names.map((name) =>
    line(
      name,
      pick(scored, (row) => row.layout === name),
    ),
  )
  const totals = [
    line(
      'usual',
      pick(scored, (row) => !row.hard),
    ),
    line(
      'hard',
      pick(scored, (row) => row.hard),
    ),
    line(
      'all',
      scored.map(({ score }) => score),
    ),
  ]
  const certainAndWrong = scored.flatMap(({ score }) => score.certainAndWrong)
  const faults = scored.flatMap(({ score }) => score.faults)
  const cost = {
    files: rows.length,
    answered: reads.length,
    secondsEach: seconds / rows.length,
    peakMegabytes: megabytes,
  }
  if (values.json) return console.log(JSON.stringify({ table, totals, certainAndWrong, faults, cost }))
  console.log(
    'right/shown by layout; ? = right but not certain; ! = wrong; chat: right/lines, + invented, u = unmarked, m = certain with the wrong speaker or minute',
  )
  for (const one of [...table, ...totals]) console.log(shownLine(one))
  const all = Object.values(totals[2]?.fields ?? {})
  const share = (of: 'right' | 'shown') => all.reduce((sum, field) => sum + field[of], 0)
  console.log(`fields exact: ${((100 * share('right')) / share('shown')).toFixed(1)} %`)
  console.log(`certain and wrong: ${certainAndWrong.length}`)
  for (const fault of certainAndWrong) console.log(`  ${JSON.stringify(fault)}`)
  if (values.faults) for (const fault of faults) console.log(JSON.stringify(fault))
  console.log(
    `${cost.files} files, ${cost.answered} answered, ${cost.secondsEach.toFixed(2)} s each, peak ${megabytes.toFixed(0)} MB`,
  )
}

async function read(files: readonly string[], now: string) {
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/youju.mjs', 'read', '--json', '--now', now, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory(child.pid ?? 0)
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  await once(child, 'close')
  const reads = parsed<Read>(Buffer.concat(parts).toString('utf8'))
  return { reads, seconds: (performance.now() - began) / 1000, megabytes: memory() }
}

function parsed<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => JSON.parse(one) as T)
}

function pick(scored: readonly { row: Row; score: Score }[], fits: (row: Row) => boolean): readonly Score[] {
  return scored.filter(({ row }) => fits(row)).map(({ score }) => score)
}

type Line = {
  name: string
  fields: Record<string, { shown: number; right: number; unsure: number; wrong: number }>
} & {
  chat: Score['chat']
  certainAndWrong: number
}

function line(name: string, scores: readonly Score[]): Line {
  const fields: Line['fields'] = {}
  for (const { field, verdict, unsure } of scores.flatMap((score) => score.fields)) {
    fields[field] ??= { shown: 0, right: 0, unsure: 0, wrong: 0 }
    const sum = fields[field]
    sum.shown += 1
    if (verdict === 'right') sum.right += 1
    if (verdict === 'wrong') sum.wrong += 1
    if (unsure) sum.unsure += 1
  }
  const sum = (of: keyof Score['chat']) => scores.reduce((all, { chat }) => all + chat[of], 0)
  return {
    name,
    fields,
    chat: {
      drawn: sum('drawn'),
      right: sum('right'),
      invented: sum('invented'),
      unmarked: sum('unmarked'),
      misled: sum('misled'),
    },
    certainAndWrong: scores.reduce((all, score) => all + score.certainAndWrong.length, 0),
  }
}

function shownLine({ name, fields, chat, certainAndWrong }: Line): string {
  const parts = Object.entries(fields).map(
    ([field, { shown, right, unsure, wrong }]) =>
      `${field} ${right}/${shown}${unsure ? ` ?${unsure}` : ''}${wrong ? ` !${wrong}` : ''}`,
  )
  if (chat.drawn > 0)
    parts.push(
      `chat ${chat.right}/${chat.drawn}${chat.invented ? ` +${chat.invented}` : ''}${chat.unmarked ? ` u${chat.unmarked}` : ''}${chat.misled ? ` m${chat.misled}` : ''}`,
    )
  return `${name.padEnd(22)} ${parts.join(', ') || '–'}${certainAndWrong ? `  CERTAIN AND WRONG ${certainAndWrong}` : ''}`
}
