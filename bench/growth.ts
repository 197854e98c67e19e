// What a casebook costs as it grows: the case page, the list, one more event and a search, at 1,000 and at 100,000
// cases. Beside it, durable events a second next to plain SQLite inserts of the same rows on the same disk. With the word
// `postgres` the records are kept there, in a server started for it, and nothing is measured beside it.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { advise } from '../src/core/advice/advise.ts'
import { fold } from '../src/core/case/fold.ts'
import type { Casebook } from '../src/server/casebook/casebook.ts'
import { give } from '../src/server/casebook/give.ts'
import { keptCase } from '../src/server/casebook/kept-case.ts'
import { openCasebook } from '../src/server/casebook/open-casebook.ts'
import { readKnowledge } from '../src/server/pack/knowledge-folder.ts'
import { readCaseFolder } from '../src/server/pack/read-case-folder.ts'
import { projectionOf } from '../src/server/store/projection.ts'
import { aPostgres } from '../src/server/store/sql/postgres.fixture.ts'

const [few, many, rounds] = [1_000, Number(process.env.YOUJU_BENCH_CASES ?? 100_000), 400]
const now = '2026-11-20T02:00:00Z'
const EVENTS = 20
const knowledge = await readKnowledge()
const templates = await Promise.all(
  ['self-operated-fault', 'third-party-counterfeit', 'food-safety', 'no-reason-return-refused'].map(template),
)
const folder = await mkdtemp(join(tmpdir(), 'youju-growth-'))
const server = process.argv[2] === 'postgres' ? await aPostgres({ fsync: true }) : undefined
const [young, grown] = await Promise.all(
  ['young', 'grown'].map(async (name) =>
    openCasebook(join(folder, name), knowledge, () => now, { databaseUrl: await server?.database() }),
  ),
)
if (young === undefined || grown === undefined) throw new Error('no casebook')
try {
  await fill(young, few)
  await fill(grown, many)
  const [small, large] = await measured([
    { on: young, cases: few },
    { on: grown, cases: many },
  ])
  console.log(`p99 in ms       ${String(few).padStart(8)} cases ${String(many).padStart(8)} cases   ratio`)
  for (const [what, before] of small) {
    const after = large.get(what) ?? Number.NaN
    console.log(
      `${what.padEnd(14)} ${before.toFixed(2).padStart(10)}     ${after.toFixed(2).padStart(10)}       x${(after / before).toFixed(2)}`,
    )
  }
  if (server === undefined) await durable(young)
} finally {
  await Promise.all([young, grown].map(({ store }) => store.close()))
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
}

/** The first events of an example, and how a case of them looks in lists. */
async function template(name: string) {
  const read = await readCaseFolder(`examples/${name}`, { now })
  if (!read.ok) throw new Error(read.refusal.text.en)
  const events = read.value.events.slice(0, EVENTS)
  return { events, projection: projectionOf(fold(events), knowledge, now) }
}

/** So many cases: an example each, under its own id and order number. */
async function fill({ store }: Casebook, cases: number): Promise<void> {
  const start = performance.now()
  let kept = 0
  for (let n = 0; n < cases; n += 1) {
    const { events, projection } = templates[n % templates.length] as (typeof templates)[number]
    const caseId = idOf(n)
    const orderNumber = String(290_000_000_000 + n)
    await store.append({
      caseId,
      after: 0,
      events: events.map((event) => (event.type === 'CaseOpened' ? { ...event, payload: { id: caseId } } : event)),
      projection: { ...projection, caseId, orderNumber, words: `${projection.words}\n${caseId}\n${orderNumber}` },
    })
    kept += events.length
  }
  console.log(`${cases} cases, ${kept} events kept in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

function idOf(n: number): string {
  return `case-${String(n).padStart(6, '0')}`
}

type Filled = { readonly on: Casebook; readonly cases: number }

/**
 * The 99th percentile of each kind of work, in ms, for two casebooks in turn, so that whatever else the machine does falls
 * on both; the cases are taken evenly over the whole casebook.
 */
async function measured(books: readonly [Filled, Filled]) {
  const [small, large] = [new Map<string, number>(), new Map<string, number>()]
  const both = books.map(worksOn)
  for (const what of Object.keys(both[0] ?? {})) {
    const taken: [number[], number[]] = [[], []]
    for (let round = -50; round < rounds; round += 1)
      for (const [at, works] of both.entries()) {
        const start = performance.now()
        await works[what]?.(Math.abs(round))
        if (round >= 0) taken[at]?.push(performance.now() - start)
      }
    small.set(what, p99(taken[0]))
    large.set(what, p99(taken[1]))
  }
  return [small, large] as const
}

function p99(ms: readonly number[]): number {
  return ms.toSorted((a, b) => a - b)[Math.floor(ms.length * 0.99)] ?? Number.NaN
}

function worksOn({ on, cases }: Filled): Readonly<Record<string, (round: number) => Promise<unknown>>> {
  const pick = (round: number) => idOf(Math.floor(((round * 7919) % rounds) * (cases / rounds)))
  return {
    'case page': async (round) => {
      const kept = await keptCase(on, pick(round))
      if (!kept.ok) throw new Error(kept.refusal.text.en)
      return advise(kept.value.kase, knowledge, now)
    },
    list: () => Promise.all([on.store.cases({ now, limit: 50 }), on.store.caseCount()]),
    due: () => on.store.due({ until: '2026-11-22T02:00:00Z', limit: 100 }),
    'add event': (round) =>
      give(on, pick(round), [
        {
          type: 'LogContact',
          payload: { at: now, channel: 'seller', direction: 'out', words: `第 ${round} 次追问`, by: [] },
        },
      ]),
    'search order': (round) => on.store.cases({ now, limit: 50, words: String(290_000_000_000 + round) }),
    'search words': () => on.store.cases({ now, limit: 50, words: '退货' }),
  }
}

/** Acknowledged events a second, one transaction each, beside plain inserts of the same bytes with the same promises. */
async function durable(on: Casebook): Promise<void> {
  const { events, projection } = templates[0] as (typeof templates)[number]
  await on.store.append({ caseId: 'durable', after: 0, events, projection: { ...projection, caseId: 'durable' } })
  const contact = events.find(({ type }) => type === 'ContactLogged') ?? events[0]
  if (contact === undefined) throw new Error('the example has no events')
  const row = JSON.stringify(contact)
  const plain = new Database(join(folder, 'plain.db'))
  plain.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table t (id integer primary key, salt blob, row text)',
  )
  const insert = plain.prepare('insert into t (salt, row) values (?, ?)')
  const writes = 2_000
  const ours = await perSecond(writes, (n) =>
    on.store.append({
      caseId: 'durable',
      after: events.length + n,
      events: [contact],
      projection: { ...projection, caseId: 'durable', version: events.length + n + 1 },
    }),
  )
  const theirs = await perSecond(writes, async () => insert.run(randomBytes(16), row))
  plain.close()
  console.log(
    `durable events  ${ours.toFixed(0)}/s, plain SQLite inserts ${theirs.toFixed(0)}/s: ${((100 * ours) / theirs).toFixed(0)} %`,
  )
}

async function perSecond(times: number, write: (n: number) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let n = 0; n < times; n += 1) await write(n)
  return (1000 * times) / (performance.now() - start)
}
