import { createHash, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { CaseEvent } from '../../../core/case/event.ts'
import { type ChainHead, type Link, linkAfter } from '../../../core/case/log/chain.ts'
import type { Append, Appended } from '../store.ts'
import type { Db, Engine } from './engine.ts'
import { dropProjection, writeProjection } from './projection-rows.ts'
import type { Tables } from './tables.ts'

/** Events, the request that led to them and the projection of the case, in one transaction or not at all. */
export function appendEvents(engine: Engine, append: Append): Promise<Appended> {
  const { caseId, after, events, projection, request } = append
  return engine.write(async (db): Promise<Appended> => {
    const before = request && (await requestOf(db, request.key))
    if (before !== undefined)
      return before.digest === request?.digest
        ? { status: 'repeated', caseId: before.caseId, version: before.version }
        : { status: 'key-reused', caseId: before.caseId }
    const last = await headOf(db, caseId)
    const version = last?.version ?? 0
    if (version !== after) return { status: 'conflict', version }
    const links = chained(last, events)
    const seq = await insertLinks(db, caseId, links)
    await emptyErased(db, caseId, events)
    const head = links.at(-1) ?? last
    if (head === undefined) throw new Error(`nothing to append to ${caseId}`)
    if (request)
      await db
        .insertInto('request')
        .values(requestRow(request, caseId, head.version))
        .execute()
    await writeProjection(engine, db, projection, seq)
    return { status: 'appended', head: { version: head.version, hash: head.hash } }
  })
}

/** Links as another store kept them. */
export function adoptLinks(
  engine: Engine,
  { caseId, links, projection }: { caseId: string; links: readonly Link[]; projection: Append['projection'] },
): Promise<'adopted' | 'there'> {
  return engine.write(async (db) => {
    if ((await headOf(db, caseId)) !== undefined) return 'there'
    const seq = await insertLinks(db, caseId, links)
    await writeProjection(engine, db, projection, seq)
    return 'adopted'
  })
}

/** Every trace of a case but for the originals, which may serve another. */
export function forgetCase(engine: Engine, caseId: string): Promise<boolean> {
  return engine.write(async (db) => {
    await dropProjection(engine, db, caseId)
    await db.deleteFrom('request').where('case_id', '=', caseId).execute()
    const { numDeletedRows } = await db.deleteFrom('event').where('case_id', '=', caseId).executeTakeFirstOrThrow()
    return numDeletedRows > 0n
  })
}

export async function linksOf(db: Db, caseId: string): Promise<readonly Link[]> {
  const rows = await db.selectFrom('event').selectAll().where('case_id', '=', caseId).orderBy('version').execute()
  return rows.map(linkOf)
}

export async function requestOf(db: Db, key: string) {
  const row = await db.selectFrom('request').selectAll().where('key', '=', key).executeTakeFirst()
  return row && { caseId: row.case_id, version: row.version, digest: row.digest }
}

function requestRow({ key, digest }: NonNullable<Append['request']>, caseId: string, version: number) {
  return { key, digest, case_id: caseId, version }
}

export async function headOf(db: Db, caseId: string): Promise<ChainHead | undefined> {
  return db
    .selectFrom('event')
    .select(['version', 'hash'])
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function chained(last: ChainHead | undefined, events: readonly CaseEvent[]): readonly Link[] {
  const links: Link[] = []
  for (const event of events) links.push(linkAfter(links.at(-1) ?? last, event, newSalt(), sha256))
  return links
}

/** 128 bits: a payload of a few words cannot be guessed from its digest. */
function newSalt(): string {
  return randomBytes(16).toString('hex')
}

/** SHA-256 of a text, as the chain wants it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** As many at once as a statement of any engine may hold. */
const ROWS = 500

/** The number of the last one in the order of the whole store. */
async function insertLinks(db: Db, caseId: string, links: readonly Link[]): Promise<number> {
  let seq = 0
  for (let at = 0; at < links.length; at += ROWS) {
    const rows = await db
      .insertInto('event')
      .values(links.slice(at, at + ROWS).map((link) => eventRow(caseId, link)))
      .returning('seq')
      .execute()
    seq = rows.reduce((last, row) => Math.max(last, row.seq), seq)
  }
  return seq
}

function eventRow(caseId: string, { payload, ...link }: Link) {
  return { case_id: caseId, ...link, payload: payload === null ? null : JSON.stringify(payload) }
}

/** What an event says is erased goes, with its salt, in the same transaction. */
async function emptyErased(db: Db, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  for (const event of events)
    if (event.type === 'PayloadErased')
      await db
        .updateTable('event')
        .set({ payload: null, salt: null })
        .where('case_id', '=', caseId)
        .where('version', '=', event.payload.event + 1)
        .execute()
}

function linkOf(row: Selectable<Tables['event']>): Link {
  const { version, type, at, salt, payload, digest, previous, hash } = row
  return {
    version,
    type,
    at,
    salt,
    payload: payload === null ? null : JSON.parse(payload),
    digest,
    previous,
    hash,
  }
}
