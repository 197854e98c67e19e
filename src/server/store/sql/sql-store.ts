import { sql } from 'kysely'
import type { Store, StoreFinding } from '../store.ts'
import type { Db, Engine } from './engine.ts'
import { adoptLinks, appendEvents, forgetCase, headOf, linksOf, requestOf } from './event-rows.ts'
import {
  caseCount,
  caseRows,
  casesUnnoted,
  dueRows,
  exhibitRows,
  noteText,
  outcomeRows,
  rewriteProjection,
} from './projection-rows.ts'

/** The store on an SQL engine. */
export function sqlStore(engine: Engine): Store {
  const { db } = engine
  return {
    append: (append) => appendEvents(engine, append),
    kept: (key) => requestOf(db, key),
    links: (caseId) => linksOf(db, caseId),
    head: (caseId) => headOf(db, caseId),
    cases: (query) => caseRows(engine, query),
    caseCount: () => caseCount(db),
    due: (query) => dueRows(db, query),
    outcomes: () => outcomeRows(db),
    exhibitsOf: (sha256) => exhibitRows(db, sha256),
    ids: (after, limit) => idsAfter(db, after, limit),
    changedSince: (seq) => changedSince(db, seq),
    project: (version, projection) => rewriteProjection(engine, version, projection),
    adopt: (caseId, links, projection) => adoptLinks(engine, { caseId, links, projection }),
    noteText: (caseId, sha256, text) => noteText(engine, caseId, sha256, text),
    unnoted: () => casesUnnoted(db),
    forget: (caseId) => forgetCase(engine, caseId),
    check: () => checkAll(engine),
    ...(engine.copyTo && { copyTo: engine.copyTo }),
    compact: engine.compact,
    close: engine.close,
  }
}

/** Case ids in order; each is met once, however many events the case has. */
async function idsAfter(db: Db, after: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .select('case_id')
    .where('case_id', '>', after)
    .where('version', '=', 1)
    .orderBy('case_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.case_id)
}

async function changedSince(db: Db, seq?: number): Promise<{ seq: number; cases: readonly string[] }> {
  if (seq === undefined) {
    const last = await db.selectFrom('event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
    return { seq: last?.seq ?? 0, cases: [] }
  }
  const rows = await db.selectFrom('event').select(['seq', 'case_id']).where('seq', '>', seq).orderBy('seq').execute()
  return { seq: rows.at(-1)?.seq ?? seq, cases: [...new Set(rows.map((row) => row.case_id))] }
}

/** A damaged database is not asked any further. */
async function checkAll({ db, check }: Engine): Promise<readonly StoreFinding[]> {
  const damage = await check()
  return damage.length > 0 ? damage : [...(await strayRows(db)), ...(await miscounted(db))]
}

/** Cases whose row does not stand at their last event, and rows of cases that are not there. */
async function strayRows(db: Db): Promise<readonly StoreFinding[]> {
  const heads = db
    .selectFrom('event')
    .select(({ fn }) => ['case_id', fn.max('version').as('version'), fn.min('version').as('first')])
    .groupBy('case_id')
    .as('head')
  const behind = await db
    .selectFrom(heads)
    .leftJoin('case_row', 'case_row.case_id', 'head.case_id')
    .select(['head.case_id', 'head.version as expected', 'case_row.version as found'])
    .where(sql<boolean>`case_row.version is null or case_row.version <> head.version`)
    .execute()
  const orphans = await db
    .selectFrom('case_row')
    .select(['case_id', 'version'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('event').select('event.seq').whereRef('event.case_id', '=', 'case_row.case_id'))),
    )
    .execute()
  // Cases are met by their first event.
  const headless = await db
    .selectFrom(heads)
    .select(['head.case_id', 'head.first'])
    .where('head.first', '<>', 1)
    .execute()
  return [
    ...headless.map((row) => ({
      what: 'chain-version',
      item: `${row.case_id} #0`,
      expected: '1',
      found: `${row.first}`,
    })),
    ...behind.map((row) =>
      // A row is written with its events, so one that is ahead of them has seen events that are gone.
      row.found !== null && row.found > row.expected
        ? { what: 'events', item: `${row.case_id} #${row.expected}`, expected: `version ${row.found}`, found: 'none' }
        : {
            what: 'projection',
            item: row.case_id,
            expected: `version ${row.expected}`,
            found: row.found === null ? 'none' : `version ${row.found}`,
          },
    ),
    ...orphans.map((row) => ({ what: 'events', item: row.case_id, expected: `version ${row.version}`, found: 'none' })),
  ]
}

/** Counts that are not what is there. In one statement, so that nothing is written between the two. */
async function miscounted(db: Db): Promise<readonly StoreFinding[]> {
  const rows = await db
    .selectFrom('case_row')
    .select(({ fn }) => [sql<string>`'counted'`.as('by'), 'status', fn.countAll<number>().as('cases')])
    .groupBy('status')
    .unionAll(db.selectFrom('case_tally').select([sql<string>`'tallied'`.as('by'), 'status', 'cases']))
    .execute()
  const of = (by: string, status: string) => rows.find((row) => row.by === by && row.status === status)?.cases ?? 0
  return ['open', 'closed', 'purchase'].flatMap((status) => {
    const [expected, found] = [of('counted', status), of('tallied', status)]
    return expected === found ? [] : [{ what: 'tally', item: status, expected: `${expected}`, found: `${found}` }]
  })
}
