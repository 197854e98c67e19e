import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addEvidence } from './add-evidence.ts'
import { tamper } from './archive/tampering.fixture.ts'
import { aCasebook, content } from './casebook.fixture.ts'
import type { Casebook } from './casebook.ts'
import { examine } from './doctor.ts'
import { forgetCase } from './forget-case.ts'
import { give } from './give.ts'
import { openCase } from './open-case.ts'

async function aCase() {
  const book = await aCasebook()
  await openCase(book, { id: 'c1', commands: [{ type: 'DescribeProblem', payload: { words: '表走不准' } }] })
  const added = await addEvidence(book, 'c1', { name: '聊天.txt', content: content('请退款') })
  await give(book, 'c1', [
    {
      type: 'LogContact',
      payload: { at: '2026-11-20T01:00:00Z', channel: 'seller', direction: 'out', words: '请退', by: ['E1'] },
    },
  ])
  const sha256 = added.ok ? (added.value.kase.evidence[0]?.sha256 ?? '') : ''
  return { book, original: join(book.folder, 'vault', sha256.slice(0, 2), sha256) }
}

describe('an examination of the casebook', () => {
  it('finds nothing in a sound one, twenty times over', async () => {
    const { book } = await aCase()
    for (let run = 0; run < 20; run += 1)
      expect(await examine(book, 'all')).toEqual({ cases: 1, originals: 1, findings: [], notes: [], renewed: 0 })
  })

  it.each([
    [
      'an edited record',
      `update event set payload = replace(payload, '请退', '请赔') where version = 4`,
      'chain-payload',
    ],
    ['a record of another kind', `update event set type = 'CaseClosed' where version = 4`, 'chain-hash'],
    ['a record moved in time', `update event set at = '2026-01-01T00:00:00Z' where version = 2`, 'chain-hash'],
    ['a deleted record', `delete from event where version = 2`, 'chain-version'],
    [
      'two records swapped',
      `update event set version = 90 where version = 2; update event set version = 2 where version = 3; update event set version = 3 where version = 90`,
      'chain-hash',
    ],
    [
      'a doubled record',
      `insert into event (case_id, version, type, at, salt, payload, digest, previous, hash) select case_id, 5, type, at, salt, payload, digest, previous, hash from event where version = 4`,
      'chain-previous',
    ],
    [
      'a record emptied without saying so',
      `update event set payload = null, salt = null where version = 2`,
      'chain-erasure',
    ],
    ['a case without records', `delete from event`, 'events'],
    ['a case without its first record', `delete from event where version = 1`, 'chain-version'],
    ['a case without its last record', `delete from event where version = 4`, 'events'],
  ])('finds %s', async (_what, statement, expected) => {
    const { book } = await aCase()
    tamper(book.folder, statement)
    expect((await examine(book, 'structure')).findings.map(({ what }) => what)).toContain(expected)
  })

  it('finds a changed, a shortened and a missing original', async () => {
    const { book, original } = await aCase()
    const bytes = await readFile(original)
    await chmod(original, 0o600)
    await writeFile(original, Buffer.from(bytes).fill(65, 0, 1))
    expect((await examine(book, 'structure')).findings).toEqual([])
    expect((await examine(book, 'all')).findings).toMatchObject([
      { what: 'original-changed', item: 'c1 E1 evidence/聊天.txt' },
    ])
    await writeFile(original, bytes.subarray(1))
    expect((await examine(book, 'structure')).findings).toMatchObject([{ what: 'original-changed' }])
    await rm(original)
    expect((await examine(book, 'structure')).findings).toMatchObject([{ what: 'original-gone' }])
  })

  it('names what no case speaks of, as no damage', async () => {
    const { book } = await aCase()
    const { sha256 } = await book.vault.put(content('刚放进来的'))
    await mkdir(join(book.folder, 'vault', 'zz'))
    await writeFile(join(book.folder, 'vault', sha256.slice(0, 2), '说明.txt'), '别人放的')
    expect(await examine(book, 'all')).toMatchObject({
      findings: [],
      notes: [
        { what: 'original-unspoken', item: sha256 },
        { what: 'vault-stray', item: `${sha256.slice(0, 2)}/说明.txt` },
        { what: 'vault-stray', item: 'zz' },
      ],
    })
  })

  it('takes nothing for lost or strange that others drop or add while it looks', async () => {
    const { book } = await aCase()
    const dropping: Casebook = {
      ...book,
      vault: {
        ...book.vault,
        async size(sha256) {
          await forgetCase(book, 'c1')
          return book.vault.size(sha256)
        },
      },
    }
    expect((await examine(dropping, 'all')).findings).toEqual([])
    await openCase(book, { id: 'c2' })
    const adding: Casebook = {
      ...book,
      vault: {
        ...book.vault,
        async *list() {
          await addEvidence(book, 'c2', { name: '新.txt', content: content('刚加的') })
          yield* book.vault.list()
        },
      },
    }
    expect(await examine(adding, 'all')).toMatchObject({ findings: [], notes: [] })
  })

  it('finds a database that cannot be read', async () => {
    const { book } = await aCase()
    for (let n = 0; n < 40; n += 1)
      await give(book, 'c1', [{ type: 'DescribeProblem', payload: { words: `${n}`.repeat(400) } }])
    tamper(book.folder, 'pragma wal_checkpoint(truncate)')
    const file = join(book.folder, 'youju.db')
    const bytes = await readFile(file)
    const page = Math.floor(bytes.indexOf('{"words":"2323') / 4096)
    bytes.fill(170, page * 4096, page * 4096 + 600)
    await writeFile(file, bytes)
    const again = await aCasebook(book.folder)
    expect((await examine(again, 'structure')).findings).toContainEqual(
      expect.objectContaining({ what: 'database', item: 'youju.db' }),
    )
  })

  it('makes nothing anew of a chain that does not hold', async () => {
    const { book } = await aCase()
    tamper(book.folder, `update case_row set title = 'x', knowledge = 'old'`)
    tamper(book.folder, `update event set payload = replace(payload, '表走不准', '表走得准') where version = 2`)
    expect(await examine(book, 'structure')).toMatchObject({ renewed: 0, findings: [{ what: 'chain-payload' }] })
    expect(await book.store.cases({ now: book.now(), limit: 1 })).toMatchObject([{ title: 'x' }])
  })

  it('makes lists anew that are behind, and nothing else', async () => {
    const { book } = await aCase()
    tamper(book.folder, `update case_row set version = 1, title = 'x'; update case_row set knowledge = 'old'`)
    expect(await examine(book, 'structure')).toMatchObject({ findings: [], renewed: 1 })
    expect(await book.store.cases({ now: book.now(), limit: 1 })).toMatchObject([{ version: 4, title: '表走不准' }])
    tamper(book.folder, `update case_row set knowledge = 'old'`)
    expect(await examine(book, 'structure')).toMatchObject({ renewed: 1 })
    expect(await examine(book, 'structure')).toMatchObject({ renewed: 0 })
  })
})
