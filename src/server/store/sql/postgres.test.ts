import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../../core/case/event.ts'
import { verifyChain } from '../../../core/case/log/chain.ts'
import { DatabaseUnusable } from '../database-unusable.ts'
import { openStore } from '../open-store.ts'
import type { CaseProjection } from '../projection.ts'
import type { Store } from '../store.ts'
import { StoreTooNew } from '../store-too-new.ts'
import { sha256 } from './event-rows.ts'
import { aPostgres, hasPostgres, type RunningPostgres } from './postgres.fixture.ts'
import { openPostgres } from './postgres.ts'

const at = '2026-11-20T02:00:00Z'
const event = (version: number, caseId: string): CaseEvent =>
  version === 1
    ? { type: 'CaseOpened', at, payload: { id: caseId } }
    : { type: 'ProblemDescribed', at, payload: { words: `第 ${version} 条` } }
const looks = (caseId: string, version: number, words = '手表'): CaseProjection => ({
  caseId,
  version,
  status: 'open',
  title: '示例手表',
  shop: '',
  orderNumber: '',
  problems: [],
  openedAt: at,
  updatedAt: at,
  knowledge: 'k',
  deadlines: [],
  exhibits: [],
  words,
})

/** Adds one event whatever others do meanwhile, and tells the version it got. */
async function add(store: Store, caseId: string): Promise<number> {
  for (;;) {
    const after = (await store.head(caseId))?.version ?? 0
    const version = after + 1
    const events = [event(version, caseId)]
    const { status } = await store.append({ caseId, after, events, projection: looks(caseId, version) })
    if (status === 'appended') return version
  }
}

describe.skipIf(!hasPostgres)('a store on PostgreSQL', () => {
  let server: RunningPostgres
  const open: Store[] = []
  beforeAll(async () => {
    server = await aPostgres({ fsync: true })
  })
  afterAll(async () => {
    await Promise.all(open.map((store) => store.close()))
    await server.stop()
  })
  const storeOn = async (url: string) => {
    const store = await openStore(await mkdtemp(join(tmpdir(), 'youju-store-')), url)
    open.push(store)
    return store
  }

  it('is opened, and brought to its form, by several servers at once', async () => {
    const url = await server.database()
    const stores = await Promise.all([storeOn(url), storeOn(url), storeOn(url)])
    expect(await Promise.all(stores.map((store) => store.caseCount()))).toEqual(Array(3).fill({ open: 0, closed: 0 }))
  })

  it('loses no event of many writers on several servers, and whoever follows the changes misses none', async () => {
    const url = await server.database()
    const stores = await Promise.all([storeOn(url), storeOn(url)])
    const [reader] = stores
    const told = new Set<string>()
    let [seq, writing] = [0, true]
    const follow = async () => {
      while (true) {
        const last = !writing
        const changed = await reader?.changedSince(seq)
        seq = changed?.seq ?? seq
        for (const id of changed?.cases ?? []) told.add(id)
        if (last) return
      }
    }
    const ids = ['a', 'b', 'c', 'd']
    const following = follow()
    const versions = await Promise.all(
      ids.flatMap((id) =>
        stores.flatMap((store) => Array.from({ length: 10 }, async () => [id, await add(store, id)] as const)),
      ),
    )
    writing = false
    await following
    for (const id of ids) {
      const got = versions.filter(([one]) => one === id).map(([, version]) => version)
      expect(got.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
      expect(verifyChain((await reader?.links(id)) ?? [], sha256)).toEqual([])
    }
    expect([...told].sort()).toEqual(ids)
    expect(await reader?.check()).toEqual([])
  })

  it('keeps what it acknowledged when the server is killed, and goes on with the one that is started again', async () => {
    const store = await storeOn(await server.database())
    for (let n = 0; n < 5; n += 1) await add(store, 'c1')
    await server.crash()
    // Connections of before are gone: calls that meet one say so, until each was met.
    const head = async (): Promise<unknown> => store.head('c1').catch(head)
    expect(await head()).toMatchObject({ version: 5 })
    expect(await add(store, 'c1')).toBe(6)
  })

  it('finds words that are long, odd or would mean something to the query language', async () => {
    const store = await storeOn(await server.database())
    const words = `${'x'.repeat(5000)} O'Brien & | ! :* 𠮷野家 \u0000 a\\b`
    await store.append({ caseId: 'c1', after: 0, events: [event(1, 'c1')], projection: looks('c1', 1, words) })
    const found = async (asked: string) => (await store.cases({ now: at, limit: 9, words: asked })).length
    for (const asked of ["O'Brien", '𠮷野家', '野家', 'brie', 'x'.repeat(5000), "a\\b'"])
      expect([asked, await found(asked)]).toEqual([asked, 1])
    for (const asked of ["' | '", '& !', 'yy']) expect(await found(`${asked} 没有`)).toBe(0)
  })

  it('is left alone when a newer program has used it', async () => {
    const url = await server.database()
    const engine = await openPostgres(url)
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`.execute(engine.db)
    await engine.close()
    await expect(openPostgres(url)).rejects.toBeInstanceOf(StoreTooNew)
  })

  it('tells why it cannot be used, and never the password', async () => {
    const url = await server.database()
    const gone = url.replace(/d\d+\?/, 'no_such_database?').replace('youju@', 'youju:geheim@')
    for (const address of [gone, 'postgres://youju:geheim@127.0.0.1:1/youju']) {
      const error = await openPostgres(address).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(DatabaseUnusable)
      expect(JSON.stringify([error, String(error)])).not.toContain('geheim')
    }
  })
})
