import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { aCasebook } from '../casebook.fixture.ts'
import type { Casebook } from '../casebook.ts'
import { forgetCase } from '../forget-case.ts'
import { give } from '../give.ts'
import { openCase } from '../open-case.ts'
import { filesWith } from './files-with.fixture.ts'
import { snapshot, snapshotDaily } from './snapshot.ts'

const words = (text: string) => ({ type: 'DescribeProblem', payload: { words: text } }) as const
const names = async ({ folder }: Casebook) => (await readdir(join(folder, 'snapshots'))).sort()

async function opened() {
  const book = await aCasebook()
  await openCase(book, { id: 'c1', commands: [words('表走不准')] })
  return book
}

function eventsIn(file: string): number {
  const copy = new Database(file)
  const row = copy.prepare('select count(*) as events from event').get() as { events: number }
  copy.close()
  return row.events
}

describe('a snapshot', () => {
  it('is a whole database of that moment', async () => {
    const book = await opened()
    const made = await snapshot(book)
    await give(book, 'c1', [words('后来')])
    expect(made).toMatchObject({ ok: true, value: { bytes: expect.any(Number) } })
    expect(await names(book)).toEqual(['2026-11-20T02-00-00Z.db'])
    expect(made.ok && eventsIn(made.value?.file ?? '')).toBe(2)
  })

  it('is kept seven times, the newest, and never at the cost of the one just made', async () => {
    const book = await opened()
    for (let day = 10; day < 19; day += 1) {
      book.clock.now = `2026-11-${day}T02:00:00Z`
      await snapshot(book)
    }
    const newest = [12, 13, 14, 15, 16, 17, 18].map((day) => `2026-11-${day}T02-00-00Z.db`)
    expect(await names(book)).toEqual(newest)
    book.clock.now = '2020-01-01T00:00:00Z'
    await snapshot(book)
    expect(await names(book)).toEqual(['2020-01-01T00-00-00Z.db', ...newest.slice(1)])
  })

  it('is taken once a day at most where that is asked, whatever the clock did', async () => {
    const book = await opened()
    const taken = async (now: string) => {
      book.clock.now = now
      const made = await snapshotDaily(book)
      return made.ok && made.value !== undefined
    }
    expect(await taken('2026-11-20T02:00:00Z')).toBe(true)
    expect(await taken('2026-11-21T01:59:59Z')).toBe(false)
    expect(await taken('2026-11-21T02:00:00Z')).toBe(true)
    expect(await taken('2026-11-19T02:00:00Z')).toBe(true)
  })

  it('that cannot be made keeps no server from starting', async () => {
    const book = await opened()
    await writeFile(join(book.folder, 'snapshots'), 'in the way')
    expect(await snapshotDaily(book)).toMatchObject({ ok: false, refusal: { code: 'snapshot-not-made' } })
  })

  it('leaves files alone that somebody else put beside it', async () => {
    const book = await opened()
    await mkdir(join(book.folder, 'snapshots'))
    await writeFile(join(book.folder, 'snapshots', '0-of-mine.db'), 'x')
    for (let day = 10; day < 19; day += 1) {
      book.clock.now = `2026-11-${day}T02:00:00.5Z`
      expect(await snapshotDaily(book)).toMatchObject({ ok: true, value: {} })
    }
    expect(await names(book)).toHaveLength(8)
    expect((await names(book))[0]).toBe('0-of-mine.db')
  })

  it('clears away what a killed process left half done, but not what another is doing', async () => {
    const book = await opened()
    await snapshot(book)
    const [stale, fresh] = ['old.db.1.part', 'new.db.2.part'].map((name) => join(book.folder, 'snapshots', name))
    for (const path of [stale, fresh]) await writeFile(path ?? '', 'x')
    const long = new Date(Date.now() - 7_200_000)
    await utimes(stale ?? '', long, long)
    await snapshot(book)
    expect(await names(book)).toEqual(['2026-11-20T02-00-00Z.db', 'new.db.2.part'])
  })

  it('that does not read back is not kept and drives out no other', async () => {
    const book = await opened()
    await snapshot(book)
    const before = await names(book)
    book.clock.now = '2026-11-22T02:00:00Z'
    const failing: Casebook = {
      ...book,
      store: {
        ...book.store,
        // A disk that writes something else than it was given.
        async copyTo(path) {
          await writeFile(path, 'SQLite format 3')
          return [{ what: 'database', item: 'youju.db', found: 'malformed' }]
        },
      },
    }
    expect(await snapshot(failing)).toMatchObject({ refusal: { code: 'snapshot-damaged' } })
    expect(await names(book)).toEqual(before)
  })

  it('holds nothing that was erased since, nor a case that was dropped, nor does any other file', async () => {
    const book = await opened()
    await give(book, 'c1', [words('张三的电话 138-0000-0000 quicksilver')])
    await openCase(book, { id: 'c2', commands: [words('示例二号案 mockingbird')] })
    await snapshot(book)
    const holds = async (text: string) => (await filesWith(book.folder, text)).length > 0
    expect([await holds('quicksilver'), await holds('mockingbird')]).toEqual([true, true])
    book.clock.now = '2026-11-20T03:00:00Z'
    await give(book, 'c1', [{ type: 'ErasePayload', payload: { event: 2, why: '写了别人的隐私' } }])
    expect([await holds('quicksilver'), await holds('138-0000-0000'), await holds('mockingbird')]).toEqual([
      false,
      false,
      true,
    ])
    await forgetCase(book, 'c2')
    expect([await holds('mockingbird'), await holds('示例二号案')]).toEqual([false, false])
    expect(await names(book)).toHaveLength(1)
  })
})
