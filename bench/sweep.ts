// What looking for due clocks costs with 10,000 and with 1,000,000 open ones, equally many due: on SQLite and PostgreSQL.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../src/server/store/sql/engine.ts'
import { aPostgres } from '../src/server/store/sql/postgres.fixture.ts'
import { openPostgres } from '../src/server/store/sql/postgres.ts'
import { dueRows } from '../src/server/store/sql/projection-rows.ts'
import { openSqlite } from '../src/server/store/sql/sqlite.ts'

const [few, many, due, rounds] = [10_000, 1_000_000, 100, 300]
const CLOCKS = 10
const from = '2026-11-20T00:00:00Z'
const until = '2026-11-20T23:59:59Z'

const folder = await mkdtemp(join(tmpdir(), 'youju-sweep-'))
const server = await aPostgres({ fsync: true })
console.log('median ms of a sweep      10,000 clocks   1,000,000 clocks   ratio')
for (const [name, open] of [
  ['SQLite', (size: string) => openSqlite(join(folder, `${size}.db`))],
  ['PostgreSQL', async () => openPostgres(await server.database())],
] as const) {
  const engines = [await open('few'), await open('many')] as const
  await fill(engines[0], few)
  await fill(engines[1], many)
  const taken: [number[], number[]] = [[], []]
  for (let round = -30; round < rounds; round += 1)
    for (const [at, engine] of engines.entries()) {
      const start = performance.now()
      const rows = await dueRows(engine.db, { from, until, limit: 500 })
      if (rows.length !== due) throw new Error(`${rows.length} due`)
      if (round >= 0) taken[at]?.push(performance.now() - start)
    }
  const [before, after] = taken.map((ms) => ms.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN) as [number, number]
  console.log(
    `${name.padEnd(24)} ${before.toFixed(2).padStart(14)} ${after.toFixed(2).padStart(18)}       x${(after / before).toFixed(2)}`,
  )
  await Promise.all(engines.map((engine) => engine.close()))
}
await server.stop()
await rm(folder, { recursive: true, force: true })

/** So many open clocks, ten a case, spread over the years after; a hundred of them due on the day looked at. */
async function fill({ db }: Engine, clocks: number): Promise<void> {
  const day = Date.parse('2026-11-21T12:00:00Z')
  for (let at = 0; at < clocks / CLOCKS; at += 200) {
    const cases = Array.from({ length: 200 }, (_, n) => at + n)
    await db.transaction().execute(async (on) => {
      await on
        .insertInto('case_row')
        .values(
          cases.map((n) => ({
            case_id: `c${n}`,
            seq: n,
            version: 1,
            status: 'open',
            title: '示例手表',
            shop: '',
            order_number: '',
            problems: '[]',
            opened_at: from,
            updated_at: from,
            fen: null,
            knowledge: 'k',
          })),
        )
        .execute()
      await on
        .insertInto('deadline_row')
        .values(
          cases.flatMap((n) =>
            Array.from({ length: CLOCKS }, (_, clock) => ({
              case_id: `c${n}`,
              id: `d${clock}`,
              who: 'consumer',
              what: '期限',
              due:
                n < due && clock === 0
                  ? '2026-11-20T12:00:00Z'
                  : new Date(day + ((n * CLOCKS + clock) % 90_000) * 600_000).toISOString(),
              standing: 'law',
              provisional: 0,
              live: 1,
            })),
          ),
        )
        .execute()
    })
  }
}
