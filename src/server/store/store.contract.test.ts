import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../core/case/event.ts'
import { verifyChain } from '../../core/case/log/chain.ts'
import { openStore } from './open-store.ts'
import type { CaseProjection } from './projection.ts'
import { sha256 } from './sql/event-rows.ts'
import { aPostgres, hasPostgres } from './sql/postgres.fixture.ts'
import type { Append, Store } from './store.ts'

const at = '2026-11-20T02:00:00Z'
const opened = (id: string): CaseEvent => ({ type: 'CaseOpened', at, payload: { id } })
const told = (words: string): CaseEvent => ({ type: 'ProblemDescribed', at, payload: { words } })

function looks(caseId: string, version: number, more: Partial<CaseProjection> = {}): CaseProjection {
  return {
    caseId,
    version,
    status: 'open',
    title: '示例手表',
    shop: '示例店',
    orderNumber: '300000000001',
    problems: ['quality_defect'],
    openedAt: at,
    updatedAt: at,
    knowledge: 'k1',
    deadlines: [],
    exhibits: [],
    words: '手表走时不准，要求退货运费 SN-12ab',
    ...more,
  }
}

function open(caseId: string, more: Partial<Append> = {}): Append {
  return { caseId, after: 0, events: [opened(caseId)], projection: looks(caseId, 1), ...more }
}

const server = hasPostgres ? await aPostgres() : undefined
afterAll(() => server?.stop())

const adapters: readonly (readonly [
  name: string,
  make: () => Promise<{ store: Store; again: () => Promise<Store> }>,
])[] = [
  [
    'SQLite',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'youju-store-'))
      return { store: await openStore(folder), again: () => openStore(folder) }
    },
  ],
  ...(server === undefined
    ? []
    : [
        [
          'PostgreSQL',
          async () => {
            const [folder, url] = [await mkdtemp(join(tmpdir(), 'youju-store-')), await server.database()]
            return { store: await openStore(folder, url), again: () => openStore(folder, url) }
          },
        ] as const,
      ]),
]

describe.each(adapters)('a store on %s', (_name, make) => {
  const stores: Store[] = []
  async function fresh() {
    const made = await make()
    stores.push(made.store)
    return {
      ...made,
      again: async () => {
        const store = await made.again()
        stores.push(store)
        return store
      },
    }
  }
  afterAll(() => Promise.all(stores.map((store) => store.close())))

  it('keeps events as a chain that verifies, for whoever opens it', async () => {
    const { store, again } = await fresh()
    const first = await store.append(open('c1'))
    const second = await store.append({
      caseId: 'c1',
      after: 1,
      events: [told('坏了'), told('还是坏的')],
      projection: looks('c1', 3),
    })
    expect(first).toMatchObject({ status: 'appended', head: { version: 1 } })
    const links = await (await again()).links('c1')
    expect(links.map(({ version, type }) => [version, type])).toEqual([
      [1, 'CaseOpened'],
      [2, 'ProblemDescribed'],
      [3, 'ProblemDescribed'],
    ])
    expect(verifyChain(links, sha256, second.status === 'appended' ? second.head : undefined)).toEqual([])
    expect(links[1]?.payload).toEqual({ words: '坏了' })
    expect(await store.head('c1')).toEqual(second.status === 'appended' && second.head)
    expect(await store.head('c2')).toBeUndefined()
  })

  it('lets one of two writers at the same version win and tells the other', async () => {
    const { store, again } = await fresh()
    const other = await again()
    await store.append(open('c1'))
    const write = (on: Store, words: string) =>
      on.append({ caseId: 'c1', after: 1, events: [told(words)], projection: looks('c1', 2) })
    const outcomes = await Promise.all([write(store, '甲'), write(other, '乙')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['appended', 'conflict'])
    expect(await store.links('c1')).toHaveLength(2)
    expect(await store.append(open('c1'))).toEqual({ status: 'conflict', version: 2 })
  })

  it('keeps a request once, and refuses its key for another', async () => {
    const { store } = await fresh()
    const request = { key: 'k', digest: 'd' }
    await store.append(open('c1', { request }))
    expect(await store.append(open('c1', { request }))).toEqual({ status: 'repeated', caseId: 'c1', version: 1 })
    expect(await store.append(open('c2', { request: { key: 'k', digest: 'other' } }))).toEqual({
      status: 'key-reused',
      caseId: 'c1',
    })
    expect(await store.kept('k')).toEqual({ caseId: 'c1', version: 1, digest: 'd' })
    expect(await store.links('c2')).toEqual([])
  })

  it('drops an erased payload and its salt, and the chain still holds', async () => {
    const { store } = await fresh()
    await store.append(open('c1'))
    await store.append({ caseId: 'c1', after: 1, events: [told('张三的电话')], projection: looks('c1', 2) })
    const erasure: CaseEvent = { type: 'PayloadErased', at, payload: { event: 1, why: '写错人' } }
    await store.append({ caseId: 'c1', after: 2, events: [erasure], projection: looks('c1', 3) })
    const links = await store.links('c1')
    expect(links[1]).toMatchObject({ payload: null, salt: null })
    expect(verifyChain(links, sha256)).toEqual([])
  })

  it('lists cases newest first, page by page, by status and by words', async () => {
    const { store } = await fresh()
    for (const id of ['a', 'b', 'c']) await store.append(open(id))
    await store.append({
      caseId: 'a',
      after: 1,
      events: [told('又坏了')],
      projection: looks('a', 2, { status: 'closed' }),
    })
    const ids = async (query: Partial<Parameters<Store['cases']>[0]>) =>
      (await store.cases({ now: at, limit: 10, ...query })).map(({ caseId }) => caseId)
    expect(await ids({})).toEqual(['a', 'c', 'b'])
    expect(await ids({ status: 'open' })).toEqual(['c', 'b'])
    const [first] = await store.cases({ now: at, limit: 1 })
    expect(await ids({ before: first?.seq ?? 0 })).toEqual(['c', 'b'])
    expect(await ids({ words: '退货 运费' })).toEqual(['a', 'c', 'b'])
    expect(await ids({ words: '货运' })).toEqual(['a', 'c', 'b'])
    expect(await ids({ words: 'sn-12' })).toEqual(['a', 'c', 'b'])
    expect(await ids({ words: '手机' })).toEqual([])
    expect(await ids({ words: '" OR 1=1 --' })).toEqual([])
    expect(await store.caseCount()).toEqual({ open: 2, closed: 1 })
  })

  it('finds what is due in open cases, the earliest first, and each case its next clock', async () => {
    const { store } = await fresh()
    const clock = (id: string, due: string) => ({
      id,
      who: 'seller',
      what: '返款',
      due,
      standing: 'law',
      provisional: false,
    })
    const [late, soon] = [clock('late', '2026-12-01T15:59:59Z'), clock('soon', '2026-11-21T15:59:59Z')]
    await store.append(open('c1', { projection: looks('c1', 1, { deadlines: [late, soon] }) }))
    await store.append(open('c2', { projection: looks('c2', 1, { status: 'closed', deadlines: [soon] }) }))
    const due = await store.due({ until: '2026-11-29T16:00:00Z', limit: 10 })
    expect(due).toEqual([{ ...soon, caseId: 'c1', title: '示例手表' }])
    const [, open1] = await store.cases({ now: '2026-11-21T16:00:00Z', limit: 10 })
    expect(open1?.next).toEqual(late)
  })

  it('keeps purchases apart from cases, and their windows only while they are open', async () => {
    const { store } = await fresh()
    const window = {
      id: 'w',
      who: 'consumer',
      what: '退货',
      due: '2026-11-25T15:59:59Z',
      standing: 'law',
      provisional: false,
    }
    const bought = looks('p1', 1, { status: 'purchase', deadlines: [window] })
    await store.append(open('p1', { projection: bought }))
    await store.append(open('c1'))
    const ids = async (status?: 'purchase') =>
      (await store.cases({ now: at, limit: 9, ...(status && { status }) })).map(({ caseId }) => caseId)
    expect([await ids(), await ids('purchase')]).toEqual([['c1'], ['p1']])
    expect(await store.caseCount()).toEqual({ open: 1, closed: 0 })
    const due = { until: '2026-11-26T00:00:00Z', limit: 9 }
    expect(await store.due(due)).toMatchObject([{ caseId: 'p1', id: 'w' }])
    expect(await store.due({ ...due, casesOnly: true })).toEqual([])
    await store.append({ caseId: 'p1', after: 1, events: [told('坏了')], projection: looks('p1', 2) })
    expect([await ids(), await ids('purchase')]).toEqual([['p1', 'c1'], []])
    expect(await store.caseCount()).toEqual({ open: 2, closed: 0 })
    expect(await store.check()).toEqual([])
  })

  it('tells how closed cases ended, and no longer once they are open again', async () => {
    const { store } = await fresh()
    const outcome = {
      how: 'solved',
      problems: ['late_delivery'],
      shop: '',
      gotFen: 100,
      routes: [],
      tactics: [],
    } as const
    await store.append(open('c1', { projection: looks('c1', 1, { status: 'closed', outcome }) }))
    await store.append(open('c2'))
    expect(await store.outcomes()).toEqual([{ caseId: 'c1', ...outcome }])
    await store.append({ caseId: 'c1', after: 1, events: [told('又坏了')], projection: looks('c1', 2) })
    expect(await store.outcomes()).toEqual([])
  })

  it('finds a case by what its originals hold, as long as it has them', async () => {
    const { store } = await fresh()
    const exhibit = { id: 'E1', sha256: 'f'.repeat(64), file: 'a.png', kind: 'chat', title: '聊天', bytes: 3 }
    await store.append(open('c1', { projection: looks('c1', 1, { exhibits: [exhibit] }) }))
    const found = async (words: string) => (await store.cases({ now: at, limit: 9, words })).map(({ caseId }) => caseId)
    expect(await found('仓库盘点')).toEqual([])
    await store.noteText('c1', exhibit.sha256, '客服：仓库盘点，下周发货 \0 TS0001')
    await store.noteText('c1', 'a'.repeat(64), '不是它的')
    await store.noteText('c2', exhibit.sha256, '没有这个案件')
    expect([await found('仓库盘点'), await found('ts0001 手表'), await found('不是它的')]).toEqual([['c1'], ['c1'], []])
    await store.append({
      caseId: 'c1',
      after: 1,
      events: [told('又问')],
      projection: looks('c1', 2, { exhibits: [exhibit] }),
    })
    expect([await found('仓库盘点'), await found('手表')]).toEqual([['c1'], ['c1']])
    await store.append({ caseId: 'c1', after: 2, events: [told('撤回证据')], projection: looks('c1', 3) })
    expect([await found('仓库盘点'), await found('手表')]).toEqual([[], ['c1']])
    await store.forget('c1')
    expect(await found('手表')).toEqual([])
  })

  it('knows the cases with an original of which no text was noted', async () => {
    const { store } = await fresh()
    const exhibit = { id: 'E1', sha256: 'f'.repeat(64), file: 'a.png', kind: 'chat', title: '聊天', bytes: 3 }
    await store.append(open('c1', { projection: looks('c1', 1, { exhibits: [exhibit, { ...exhibit, id: 'E2' }] }) }))
    await store.append(open('c2'))
    expect(await store.unnoted()).toEqual(['c1'])
    await store.noteText('c1', exhibit.sha256, '')
    expect(await store.unnoted()).toEqual([])
  })

  it('finds a case by its own words however much its originals hold', async () => {
    const { store } = await fresh()
    const long = (n: number) => `${n}`.padEnd(400, 'ก')
    const exhibits = [...'abc'].map((digit) => {
      return { id: digit, sha256: digit.repeat(64), file: digit, kind: 'other', title: digit, bytes: 3 }
    })
    await store.append(open('c1', { projection: looks('c1', 1, { exhibits }) }))
    for (const [place, { sha256 }] of exhibits.entries())
      await store.noteText('c1', sha256, Array.from({ length: 490 }, (_, n) => long(1000 * (place + 1) + n)).join(' '))
    const found = async (words: string) => (await store.cases({ now: at, limit: 9, words })).length
    expect([await found('手表'), await found('sn 12ab'), await found(long(1000)), await found(long(1489))]).toEqual([
      1, 1, 1, 1,
    ])
  })

  it('knows which cases an original belongs to', async () => {
    const { store } = await fresh()
    const exhibit = { id: 'E1', sha256: 'f'.repeat(64), file: 'evidence/a.png', kind: 'chat', title: '聊天', bytes: 3 }
    await store.append(open('c1', { projection: looks('c1', 1, { exhibits: [exhibit] }) }))
    expect(await store.exhibitsOf('f'.repeat(64))).toEqual([{ ...exhibit, caseId: 'c1' }])
  })

  it('tells which cases changed since', async () => {
    const { store } = await fresh()
    await store.append(open('c1'))
    const { seq } = await store.changedSince(0)
    await store.append(open('c2'))
    expect(await store.changedSince(seq)).toMatchObject({ cases: ['c2'] })
    expect((await store.changedSince(seq)).seq).toBeGreaterThan(seq)
    expect(await store.changedSince()).toEqual({ ...(await store.changedSince(seq)), cases: [] })
  })

  it('writes a projection anew only for the version it was made of', async () => {
    const { store } = await fresh()
    await store.append(open('c1'))
    await store.project(1, looks('c1', 1, { title: '新名称', words: '耳机' }))
    await store.project(7, looks('c1', 7, { title: '不该出现' }))
    expect(await store.cases({ now: at, limit: 10, words: '耳机' })).toMatchObject([{ title: '新名称' }])
    expect(await store.cases({ now: at, limit: 10, words: '手表' })).toEqual([])
  })

  it('takes links from another store as they are, once', async () => {
    const [{ store: from }, { store: to }] = [await fresh(), await fresh()]
    await from.append(open('c1'))
    const links = await from.links('c1')
    expect(await to.adopt('c1', links, looks('c1', 1))).toBe('adopted')
    expect(await to.links('c1')).toEqual(links)
    expect(await to.adopt('c1', links, looks('c1', 1))).toBe('there')
  })

  it('forgets a case whole', async () => {
    const { store } = await fresh()
    await store.append(open('c1', { request: { key: 'k', digest: 'd' } }))
    await store.append(open('c2'))
    expect(await store.forget('c1')).toBe(true)
    expect(await store.forget('c1')).toBe(false)
    expect(await store.links('c1')).toEqual([])
    expect(await store.caseCount()).toEqual({ open: 1, closed: 0 })
    expect(await store.kept('k')).toBeUndefined()
    expect((await store.cases({ now: at, limit: 10, words: '手表' })).map(({ caseId }) => caseId)).toEqual(['c2'])
    expect(await store.check()).toEqual([])
  })

  it('names its cases in order, a page at a time', async () => {
    const { store } = await fresh()
    for (const id of ['b', 'a', 'c']) await store.append(open(id))
    expect(await store.ids('', 2)).toEqual(['a', 'b'])
    expect(await store.ids('b', 2)).toEqual(['c'])
  })
})
