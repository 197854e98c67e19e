import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { openStore } from '../open-store.ts'
import { StoreTooNew } from '../store-too-new.ts'
import { sqliteMigrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'

const script = fileURLToPath(new URL('migrating.fixture.ts', import.meta.url))
const names = Object.keys(sqliteMigrations)
const first = Object.fromEntries(Object.entries(sqliteMigrations).slice(0, 1))
const added = `insert into event (case_id, version, type, at, digest, previous, hash) values ('c1', 1, 'CaseOpened', 'now', 'd', 'p', 'h')`

/** A data folder: empty, or with an event in a store of the oldest form. */
async function folderOf(form: 'none' | 'old'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-migrate-'))
  if (form === 'none') return folder
  const engine = await openSqlite(join(folder, 'youju.db'), first)
  const file = new Database(join(folder, 'youju.db'))
  file.exec(added)
  file.close()
  await engine.close()
  return folder
}

function look(folder: string) {
  const file = new Database(join(folder, 'youju.db'))
  const all = (query: string) => file.prepare(query).all() as readonly { name: string }[]
  const there = all('select name from sqlite_master').map(({ name }) => name)
  const form = there.includes('kysely_migration') ? all('select name from kysely_migration order by name') : []
  const events = there.includes('event') ? all('select case_id as name from event') : []
  file.close()
  return { tables: tablesOf(there), migrations: form.map(({ name }) => name), events: events.map(({ name }) => name) }
}

/** Our own tables that are there, one of each migration. */
function tablesOf(there: readonly string[]): readonly string[] {
  return ['event', 'case_row', 'search', 'outcome_row', 'search_text'].filter((name) => there.includes(name))
}

function opening(folder: string, fatal = '') {
  return spawn(process.execPath, ['--import', 'tsx', script, join(folder, 'youju.db'), fatal], { stdio: 'ignore' })
}

function ended(child: ReturnType<typeof opening>): Promise<string | number | null> {
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
}

describe('the form of a store', () => {
  it('grows from the oldest to the newest, and nothing is lost', async () => {
    const folder = await folderOf('old')
    expect(look(folder)).toEqual({ tables: ['event'], migrations: ['0001-events'], events: ['c1'] })
    const store = await openStore(folder)
    expect(await store.ids('', 9)).toEqual(['c1'])
    await store.close()
    expect(look(folder)).toEqual({
      tables: ['event', 'case_row', 'search', 'outcome_row', 'search_text'],
      migrations: names,
      events: ['c1'],
    })
  })

  it.each(names)('is the old one whole when the process is killed in the midst of %s', async (fatal) => {
    for (const form of ['none', 'old'] as const) {
      if (form === 'old' && fatal === names[0]) continue
      const folder = await folderOf(form)
      const before = form === 'old' ? look(folder) : { tables: [], migrations: [], events: [] }
      expect(await ended(opening(folder, fatal))).toBe('SIGKILL')
      expect(look(folder)).toEqual(before)
      const store = await openStore(folder)
      expect(await store.ids('', 9)).toEqual(before.events)
      await store.close()
      expect(look(folder)).toEqual({
        ...before,
        tables: ['event', 'case_row', 'search', 'outcome_row', 'search_text'],
        migrations: names,
      })
    }
  })

  it('is the old one or the new one when the process is killed at any moment', { timeout: 60_000 }, async () => {
    for (let run = 0; run < 8; run += 1) {
      const folder = await folderOf('old')
      const child = opening(folder)
      const end = ended(child)
      await Promise.race([end, setTimeout(150 + run * 60)])
      child.kill('SIGKILL')
      await end
      const { tables, migrations, events } = look(folder)
      expect(events).toEqual(['c1'])
      expect([1, names.length]).toContain(migrations.length)
      expect(tables).toHaveLength(migrations.length)
    }
  })

  it('is brought up once when many open it at the same time', { timeout: 60_000 }, async () => {
    const folder = await folderOf('old')
    const children = [1, 2, 3, 4].map(() => ended(opening(folder)))
    expect(await Promise.all(children)).toEqual([0, 0, 0, 0])
    expect(look(folder)).toMatchObject({ migrations: names, events: ['c1'] })
  })

  it('is left alone when a newer program has made it, and the words say what to do', async () => {
    const folder = await folderOf('none')
    await (await openStore(folder)).close()
    const file = new Database(join(folder, 'youju.db'))
    file.exec(`insert into kysely_migration (name, timestamp) values ('0099-of-tomorrow', 'now')`)
    file.close()
    const before = look(folder)
    const refused = await openStore(folder).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StoreTooNew)
    expect(refused).toMatchObject({
      text: { zh: expect.stringMatching(/0099-of-tomorrow.*请升级/), en: expect.stringContaining('upgrade') },
    })
    expect(look(folder)).toEqual(before)
  })
})
