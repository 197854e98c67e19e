import { describe, expect, it } from 'vitest'
import { fold } from '../../core/case/fold.ts'
import { give } from '../casebook/give.ts'
import { projectionOf } from '../store/projection.ts'
import { anApi, host, jsonOf } from './api.fixture.ts'

describe('the house', () => {
  it('tells what it is, and has a phone code only when the network is served', async () => {
    const { ask, send, book } = await anApi()
    expect(await jsonOf(await ask('/api/session'))).toMatchObject({ folder: book.folder, phone: false, examples: true })
    const off = await send('/api/phone', {})
    expect([off.status, (await jsonOf(off)).code]).toEqual([422, 'phone-off'])
  })

  it('names everything that advice may speak of', async () => {
    const { ask, send } = await anApi()
    const words = await jsonOf(await ask('/api/vocabulary?lang=en'))
    const known = (all: readonly { readonly id: string }[]) => new Set(all.map(({ id }) => id))
    const { examples } = (await (await ask('/api/examples')).json()) as { examples: { id: string }[] }
    expect(examples.length).toBeGreaterThan(5)
    for (const { id } of examples) {
      const { caseId } = await jsonOf(await send(`/api/examples/${id}`, {}))
      const { advice, cites } = await jsonOf(await ask(`/api/cases/${caseId}?lang=en`))
      const unnamed = [
        ...advice.problems.map(({ type }) => type).filter((one) => !known(words.problems).has(one)),
        ...advice.channels.map((one) => one.id).filter((one) => !known(words.channels).has(one)),
        ...advice.routes.map((one) => one.id).filter((one) => !known(words.routes).has(one)),
        ...advice.evidence.map(({ need }) => need).filter((one) => !known(words.needs).has(one)),
        ...advice.questions.map(({ fact }) => fact).filter((one) => !(one in words.facts)),
        ...[...advice.rights, ...advice.ladder, ...advice.deadlines]
          .flatMap((one) => one.cites)
          .filter((one) => !(one in cites)),
      ]
      expect([id, unnamed]).toEqual([id, []])
    }
  })

  it('describes every route it has', async () => {
    const { ask } = await anApi()
    const document = (await (await ask('/api/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, object>
    }
    expect(document.openapi).toBe('3.1.0')
    expect(
      Object.entries(document.paths)
        .flatMap(([path, ways]) => Object.keys(ways).map((way) => `${way} ${path}`))
        .sort(),
    ).toMatchSnapshot()
  })

  it('tells of changes, whoever made them', async () => {
    const { ask, open, book } = await anApi()
    await open('c1')
    const stream = (await ask('/api/changes')).body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await stream?.read())?.value).toContain('event: hello')
    await give(book, 'c1', [{ type: 'DescribeProblem', payload: { words: '手表走时不准' } }])
    expect((await stream?.read())?.value).toMatch(/event: case\ndata: {"caseId":"c1"}/)
    await stream?.cancel()
  })

  it('says what is due in the language asked for', async () => {
    const { ask, send } = await anApi()
    await send('/api/examples/self-operated-fault', {})
    const [zh, en] = [await jsonOf(await ask('/api/due')), await jsonOf(await ask('/api/due?lang=en'))]
    expect(zh.due.length).toBeGreaterThan(0)
    expect(en.due.map(({ id }) => id)).toEqual(zh.due.map(({ id }) => id))
    expect(en.due.filter(({ what }) => /\p{Script=Han}/u.test(what.replaceAll(/12315|JD/g, '')))).toEqual([])
  })

  it('shows what is coming however much is overdue', async () => {
    const { ask, book } = await anApi()
    const deadline = { who: 'consumer', what: '通知商家', standing: 'law', provisional: false }
    const dues = Array.from({ length: 600 }, (_, n) => ({ ...deadline, id: `late-${n}`, due: '2026-11-01T00:00:00Z' }))
    const deadlines = [...dues, { ...deadline, id: 'tomorrow', due: '2026-11-21T00:00:00Z' }]
    const kase = fold([{ type: 'CaseOpened', at: book.now(), payload: { id: 'c1' } }])
    const projection = { ...projectionOf(kase, book.knowledge, book.now()), deadlines }
    const events = [{ type: 'CaseOpened', at: book.now(), payload: { id: 'c1' } }] as const
    await book.store.append({ caseId: 'c1', after: 0, events, projection })
    const { due } = await jsonOf(await ask('/api/due'))
    expect([due.length, due.at(-1)?.id]).toEqual([501, 'tomorrow'])
  })

  it('makes nothing for who asks only for the head', async () => {
    const { ask, sessions, answer, faults } = await anApi()
    const backup = await ask('/api/backup', { method: 'HEAD' })
    expect([backup.status, backup.headers.get('content-type'), backup.body]).toEqual([200, 'application/zip', null])
    const link = `http://${host}/open?token=${sessions.mint()}`
    expect((await answer(new Request(link, { method: 'HEAD', headers: { host } }))).status).toBe(204)
    expect((await answer(new Request(link, { headers: { host } }))).status).toBe(303)
    expect(faults).toEqual([])
  })

  it('gives a backup out and takes it in, whole or not at all', async () => {
    const { ask, send } = await anApi()
    const { caseId } = await jsonOf(await send('/api/examples/self-operated-fault', {}))
    const backup = Buffer.from(await (await ask('/api/backup')).arrayBuffer())
    const other = await anApi()
    const damaged = await other.ask('/api/restore', { method: 'POST', body: backup.subarray(0, backup.length - 40) })
    expect(damaged.status).toBe(422)
    expect(await other.book.store.ids('', 9)).toEqual([])
    const taken = await jsonOf(await other.ask('/api/restore', { method: 'POST', body: backup }))
    expect(taken).toMatchObject({ cases: 1, originals: 13, differing: [] })
    expect((await other.ask(`/api/cases/${caseId}`)).status).toBe(200)
    expect(await jsonOf(await other.ask('/api/doctor?read=all'))).toMatchObject({ cases: 1, findings: [] })
    const zip = await other.ask(`/api/cases/${caseId}/export`)
    expect(
      Buffer.from(await zip.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect((await other.send('/api/erase', { confirm: 'yes' })).status).toBe(400)
    expect((await other.send('/api/erase', { confirm: '全部删除' })).status).toBe(204)
    expect(await other.book.store.ids('', 9)).toEqual([])
  })

  it('reads a table of cases before it takes it', async () => {
    const { ask, book } = await anApi()
    const table = { method: 'POST', body: '订单号,商品,实付\n290000000021,保温杯,59.00\n290000000022,台灯,五十\n' }
    expect((await jsonOf(await ask('/api/csv', table))).counts).toMatchObject({ rows: 2, ok: 1, bad: 1 })
    expect(await book.store.ids('', 9)).toEqual([])
    for (const _ of [1, 2]) expect((await jsonOf(await ask('/api/csv/import', table))).opened).toHaveLength(1)
    expect(await book.store.ids('', 9)).toHaveLength(1)
  })

  it('looks at words and keeps nothing', async () => {
    const { send, book } = await anApi()
    const look = await jsonOf(await send('/api/look', { words: '手表用了三天就不走了，11月13日签收' }))
    expect(look.case.problem.types.map(({ type }) => type)).toContain('quality_defect')
    expect(look.commands.length).toBeGreaterThan(1)
    expect(await book.store.ids('', 9)).toEqual([])
  })

  it('answers an unknown address with a problem, and breakage without its inside', async () => {
    const { ask, book, faults } = await anApi()
    const none = await ask('/api/nothing')
    expect([none.status, (await jsonOf(none)).code]).toEqual([404, 'no-such-address'])
    expect((await ask('/some/page')).headers.get('content-type')).toMatch(/^text\/html/)
    expect((await ask('/assets/none.js')).status).toBe(404)
    await book.store.close()
    const broken = await ask('/api/cases')
    expect([broken.status, (await jsonOf(broken)).code]).toEqual([500, 'broken'])
    expect(faults).toHaveLength(1)
  })
})
