import type { Selectable } from 'kysely'
import type { CaseOutcome } from '../../../core/advice/outcomes/outcome.ts'
import type { CaseProjection, DeadlineRow, ExhibitRow } from '../projection.ts'
import type { CaseQuery, CaseRow, Due, DueQuery } from '../store.ts'
import type { Db, Engine } from './engine.ts'
import type { Tables } from './tables.ts'

/** Matches looked at in one search: more than any page shows. */
const MOST_MATCHES = 500

/** Replaces what lists, reminders and search know of a case. `seq` is the number of its last event. */
export async function writeProjection(
  engine: Engine,
  db: Db,
  projection: CaseProjection,
  seq: number | undefined,
): Promise<void> {
  const { caseId, deadlines, exhibits, words, status, outcome } = projection
  const row = rowOf(projection)
  await tally(db, await statusOf(db, caseId), status)
  const { n } = await db
    .insertInto('case_row')
    .values({ ...row, seq: seq ?? 0 })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(seq === undefined ? row : { ...row, seq }))
    .returning('n')
    .executeTakeFirstOrThrow()
  await dropParts(db, caseId)
  const live = status === 'closed' ? 0 : 1
  if (deadlines.length > 0)
    await db
      .insertInto('deadline_row')
      .values(deadlines.map((one) => ({ ...one, case_id: caseId, provisional: one.provisional ? 1 : 0, live })))
      .execute()
  if (exhibits.length > 0)
    await db
      .insertInto('exhibit_row')
      .values(exhibits.map((one) => ({ ...one, case_id: caseId })))
      .execute()
  if (outcome)
    await db
      .insertInto('outcome_row')
      .values({ case_id: caseId, outcome: JSON.stringify(outcome) })
      .execute()
  await keepText(db, { caseId, source: OWN, text: words })
  await db
    .deleteFrom('search_text')
    .where('case_id', '=', caseId)
    .where('source', 'not in', [OWN, ...exhibits.map(({ sha256 }) => sha256)])
    .execute()
  await indexTexts(engine, db, caseId, n)
}

/** The source of a case's own words. */
const OWN = ''
/** As much of one original as a search looks through, in characters. */
const MOST_TEXT = 200_000

/**
 * Lets a case be found by what one of its originals holds. Nothing happens where the case has no such original, or the
 * text was noted before.
 */
export function noteText(engine: Engine, caseId: string, sha256: string, text: string): Promise<void> {
  return engine.write(async (db) => {
    const held = await db
      .selectFrom('exhibit_row')
      .innerJoin('case_row', 'case_row.case_id', 'exhibit_row.case_id')
      .select('case_row.n')
      .where('exhibit_row.case_id', '=', caseId)
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    const before = await db
      .selectFrom('search_text')
      .select('text')
      .where('case_id', '=', caseId)
      .where('source', '=', sha256)
      .executeTakeFirst()
    const kept = text.slice(0, MOST_TEXT)
    if (held === undefined || before?.text === kept) return
    await keepText(db, { caseId, source: sha256, text: kept })
    await indexTexts(engine, db, caseId, held.n)
  })
}

/** Cases with an original of which no text was noted. */
export async function casesUnnoted(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('exhibit_row')
    .leftJoin('search_text', (join) =>
      join.onRef('search_text.case_id', '=', 'exhibit_row.case_id').onRef('source', '=', 'sha256'),
    )
    .select('exhibit_row.case_id')
    .distinct()
    .where('source', 'is', null)
    .execute()
  return rows.map((row) => row.case_id)
}

async function keepText(
  db: Db,
  { caseId, source, text }: { caseId: string; source: string; text: string },
): Promise<void> {
  // One database has no place for this character.
  const plain = text.replaceAll('\0', ' ')
  await db
    .insertInto('search_text')
    .values({ case_id: caseId, source, text: plain })
    .onConflict((conflict) => conflict.columns(['case_id', 'source']).doUpdateSet({ text: plain }))
    .execute()
}

/** The case's own words first: an index that has no room for all leaves out the last. */
async function indexTexts(engine: Engine, db: Db, caseId: string, n: number): Promise<void> {
  const rows = await db
    .selectFrom('search_text')
    .select('text')
    .where('case_id', '=', caseId)
    .orderBy('source')
    .execute()
  await engine.indexText(db, n, rows.map(({ text }) => text).join('\n'))
}

/** Writes a projection anew while the case still stands at that version. */
export function rewriteProjection(engine: Engine, version: number, projection: CaseProjection): Promise<void> {
  return engine.write(async (db) => {
    const last = await db
      .selectFrom('event')
      .select(({ fn }) => [fn.max('version').as('version'), fn.max('seq').as('seq')])
      .where('case_id', '=', projection.caseId)
      .executeTakeFirst()
    if (last?.version === version) await writeProjection(engine, db, projection, last.seq)
  })
}

export async function dropProjection(engine: Engine, db: Db, caseId: string): Promise<void> {
  const row = await db.selectFrom('case_row').select(['n', 'status']).where('case_id', '=', caseId).executeTakeFirst()
  if (row) await engine.dropText(db, row.n)
  await db.deleteFrom('search_text').where('case_id', '=', caseId).execute()
  await tally(db, row?.status, undefined)
  await dropParts(db, caseId)
  await db.deleteFrom('case_row').where('case_id', '=', caseId).execute()
}

async function statusOf(db: Db, caseId: string): Promise<string | undefined> {
  const row = await db.selectFrom('case_row').select('status').where('case_id', '=', caseId).executeTakeFirst()
  return row?.status
}

/** Counts a case where it stands now and no longer where it stood. */
async function tally(db: Db, before: string | undefined, after: string | undefined): Promise<void> {
  if (before === after) return
  if (before !== undefined)
    await db
      .updateTable('case_tally')
      .set(({ eb }) => ({ cases: eb('cases', '-', 1) }))
      .where('status', '=', before)
      .execute()
  if (after !== undefined)
    await db
      .insertInto('case_tally')
      .values({ status: after, cases: 1 })
      .onConflict((conflict) =>
        conflict.column('status').doUpdateSet(({ eb, ref }) => ({ cases: eb(ref('case_tally.cases'), '+', 1) })),
      )
      .execute()
}

async function dropParts(db: Db, caseId: string): Promise<void> {
  await db.deleteFrom('deadline_row').where('case_id', '=', caseId).execute()
  await db.deleteFrom('exhibit_row').where('case_id', '=', caseId).execute()
  await db.deleteFrom('outcome_row').where('case_id', '=', caseId).execute()
}

export async function outcomeRows(db: Db): Promise<readonly (CaseOutcome & { caseId: string })[]> {
  const rows = await db.selectFrom('outcome_row').selectAll().execute()
  return rows.map(({ case_id: caseId, outcome }) => ({ ...(JSON.parse(outcome) as CaseOutcome), caseId }))
}

/** Newest first. */
export async function caseRows(engine: Engine, query: CaseQuery): Promise<readonly CaseRow[]> {
  const { id, status, words, before, limit, now } = query
  let select = engine.db.selectFrom('case_row').selectAll().orderBy('seq', 'desc').limit(limit)
  if (id !== undefined) select = select.where('case_id', '=', id)
  if (status !== undefined) select = select.where('status', '=', status)
  else if (id === undefined) select = select.where('status', '<>', 'purchase')
  if (before !== undefined) select = select.where('seq', '<', before)
  if (words !== undefined && words.trim() !== '') {
    const found = await engine.matching(engine.db, words, MOST_MATCHES)
    if (found.length === 0) return []
    select = select.where('n', 'in', [...found])
  }
  const rows = await select.execute()
  const next = await nextDue(
    engine.db,
    rows.map((row) => row.case_id),
    now,
  )
  return rows.map((row) => caseRow(row, next.get(row.case_id)))
}

export async function caseCount(db: Db): Promise<{ open: number; closed: number }> {
  const rows = await db.selectFrom('case_tally').selectAll().execute()
  const of = (status: string) => rows.find((row) => row.status === status)?.cases ?? 0
  return { open: of('open'), closed: of('closed') }
}

/** The next open clock of each case. */
async function nextDue(db: Db, cases: readonly string[], now: string): Promise<ReadonlyMap<string, DeadlineRow>> {
  if (cases.length === 0) return new Map()
  const rows = await db
    .selectFrom('deadline_row')
    .selectAll()
    .where('case_id', 'in', [...cases])
    .where('live', '=', 1)
    .where('due', '>=', now)
    .orderBy('due', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.case_id, deadlineRow(row)]))
}

export async function dueRows(db: Db, { from, until, limit, casesOnly }: DueQuery): Promise<readonly Due[]> {
  let select = db
    .selectFrom('deadline_row')
    .innerJoin('case_row', 'case_row.case_id', 'deadline_row.case_id')
    .selectAll('deadline_row')
    .select('case_row.title')
    .where('live', '=', 1)
    .where('due', '<=', until)
    .orderBy('due')
    .limit(limit)
  if (from !== undefined) select = select.where('due', '>=', from)
  if (casesOnly) select = select.where('case_row.status', '<>', 'purchase')
  const rows = await select.execute()
  return rows.map((row) => ({ ...deadlineRow(row), caseId: row.case_id, title: row.title }))
}

export async function exhibitRows(db: Db, sha256: string): Promise<readonly (ExhibitRow & { caseId: string })[]> {
  const rows = await db.selectFrom('exhibit_row').selectAll().where('sha256', '=', sha256).execute()
  return rows.map(({ case_id: caseId, ...rest }) => ({ ...rest, caseId }))
}

function rowOf(projection: CaseProjection) {
  return {
    case_id: projection.caseId,
    version: projection.version,
    status: projection.status,
    title: projection.title,
    shop: projection.shop,
    order_number: projection.orderNumber,
    problems: JSON.stringify(projection.problems),
    opened_at: projection.openedAt,
    updated_at: projection.updatedAt,
    fen: projection.fen ?? null,
    knowledge: projection.knowledge,
  }
}

function caseRow(row: Selectable<Tables['case_row']>, next: DeadlineRow | undefined): CaseRow {
  return {
    caseId: row.case_id,
    seq: row.seq,
    version: row.version,
    status: row.status === 'closed' || row.status === 'purchase' ? row.status : 'open',
    title: row.title,
    shop: row.shop,
    orderNumber: row.order_number,
    problems: JSON.parse(row.problems),
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    ...(row.fen === null ? {} : { fen: row.fen }),
    knowledge: row.knowledge,
    ...(next && { next }),
  }
}

function deadlineRow({ id, who, what, due, standing, provisional }: Selectable<Tables['deadline_row']>): DeadlineRow {
  return { id, who, what, due, standing, provisional: provisional === 1 }
}
