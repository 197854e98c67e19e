import { cp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../core/case/event.ts'
import { checkAnchors } from '../proof/anchor/check-anchors.ts'
import { anAuthority, aWorldOfAuthorities } from '../proof/stamp/authority.fixture.ts'
import { aZipFile } from '../proof/zip/zip-file.fixture.ts'
import { addEvidence } from './add-evidence.ts'
import { backup } from './archive/backup.ts'
import { exportCase } from './archive/export-case.ts'
import { restore } from './archive/restore.ts'
import {
  aFullCase,
  aStampedCase,
  copied,
  EVENTS,
  EXHIBITS,
  originalPath,
  putBack,
  rewrite,
  rewrittenChain,
  tamper,
} from './archive/tampering.fixture.ts'
import { aCasebook, content } from './casebook.fixture.ts'
import { examine } from './doctor.ts'
import { forgetCase } from './forget-case.ts'
import { give } from './give.ts'
import { openCase } from './open-case.ts'
import { anchorsOf, heldByCasebook } from './proofs/anchors-of.ts'
import { stampCase } from './proofs/stamp-case.ts'

let full: Awaited<ReturnType<typeof aFullCase>>
let authority: Awaited<ReturnType<typeof anAuthority>>
beforeAll(async () => {
  full = await aFullCase()
  authority = await anAuthority(await aWorldOfAuthorities(), 'good')
})
afterAll(() => authority.close())

/** What is found in a copy of the full case after somebody was at it. */
async function found(change: (folder: string) => Promise<void> | void, heads?: string) {
  const folder = await copied(full.folder, heads)
  await change(folder)
  const book = await aCasebook(folder)
  const { findings, notes } = await examine(book, 'all')
  await book.store.close()
  return { findings: findings.map(({ what, item }) => `${what} ${item}`), notes: notes.map(({ item }) => item) }
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
const path = (folder: string, n: number) => originalPath(folder, full.exhibits[n - 1] ?? { sha256: '' })
const named = (n: number) => `c1 E${n} evidence/聊天-${n}.txt`

describe(`a case of ${EXHIBITS} exhibits and ${EVENTS} events`, () => {
  it('is sound as it is', async () => {
    expect(await found(() => undefined)).toEqual({ findings: [], notes: [] })
  })

  it.each(numbers(1, EXHIBITS))('is missed a byte of exhibit %i', async (n) => {
    const { findings } = await found((folder) =>
      rewrite(path(folder, n), (bytes) => {
        const place = (n * 37) % bytes.length
        bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (n % 8)), place)
        return bytes
      }),
    )
    expect(findings).toEqual([`original-changed ${named(n)}`])
  })

  it('is missed the end of an exhibit, a whole one, and a text that was edited', async () => {
    const cut = await found((folder) => rewrite(path(folder, 3), (bytes) => bytes.subarray(0, -1)))
    expect(cut.findings).toEqual([`original-changed ${named(3)}`])
    const gone = await found((folder) => rm(path(folder, 4)))
    expect(gone.findings).toEqual([`original-gone ${named(4)}`])
    const edited = await found((folder) =>
      rewrite(path(folder, 5), (bytes) => Buffer.from(bytes.toString().replace('第5张', '第五张'))),
    )
    expect(edited.findings).toEqual([`original-changed ${named(5)}`])
  })

  it('shows that two exhibits changed places', async () => {
    const { findings } = await found(async (folder) => {
      await rename(path(folder, 6), join(folder, 'aside'))
      await rename(path(folder, 7), path(folder, 6))
      await rename(join(folder, 'aside'), path(folder, 7))
    })
    expect(findings.sort()).toEqual([`original-changed ${named(6)}`, `original-changed ${named(7)}`])
  })

  it('names a file that somebody added', async () => {
    const strange = 'ab'.repeat(32)
    const { notes } = await found(async (folder) => {
      await cp(path(folder, 1), originalPath(folder, { sha256: full.exhibits[0]?.sha256.replace(/..$/, 'xx') ?? '' }))
      await writeFile(join(folder, 'vault', full.exhibits[0]?.sha256.slice(0, 2) ?? '', 'note.txt'), '塞进来的')
      await cp(path(folder, 1), join(folder, 'vault', 'ab', strange))
    })
    expect(notes).toHaveLength(3)
    expect(notes).toContain(strange)
  })

  it('is missed every single record that is edited', { timeout: 60_000 }, async () => {
    const erased = new Set([30])
    for (const n of numbers(0, EVENTS - 1).filter((event) => !erased.has(event))) {
      const { findings } = await found((folder) =>
        tamper(
          folder,
          `update event set payload = substr(payload, 1, length(payload) - 1) || ',"more":1}' where version = ${n + 1}`,
        ),
      )
      expect(findings).toContain(`chain-payload c1 #${n}`)
    }
  })

  it('is missed every single record that is deleted', { timeout: 60_000 }, async () => {
    for (const n of numbers(0, EVENTS - 1)) {
      const { findings } = await found((folder) => tamper(folder, `delete from event where version = ${n + 1}`))
      const expected = n === EVENTS - 1 ? `events c1 #${n}` : `chain-version c1 #${n}`
      expect(findings).toContain(expected)
    }
  })

  it('shows that two records changed places, whichever', { timeout: 60_000 }, async () => {
    for (const n of numbers(1, EVENTS - 1)) {
      const { findings } = await found((folder) =>
        tamper(
          folder,
          `update event set version = 900 where version = ${n}; update event set version = ${n} where version = ${n + 1}; update event set version = ${n + 1} where version = 900`,
        ),
      )
      expect(findings).toContain(`chain-hash c1 #${n - 1}`)
    }
  })

  it('shows a record that stands there twice, at the end or in another case', async () => {
    const columns = 'type, at, salt, payload, digest, previous, hash'
    const twice = (caseId: string, version: number) =>
      `insert into event (case_id, version, ${columns}) select '${caseId}', ${version}, ${columns} from event where version = 20`
    const atEnd = await found((folder) => tamper(folder, twice('c1', EVENTS + 1)))
    expect(atEnd.findings).toContain(`chain-previous c1 #${EVENTS}`)
    const elsewhere = await found((folder) => tamper(folder, twice('c2', 1)))
    expect(elsewhere.findings).toContain('chain-previous c2 #0')
  })

  it('shows an older database beside newer files: by the files, and as damage once a head is noted', async () => {
    const newer = full.exhibits.slice(13).map(({ sha256 }) => sha256)
    const without = await found((folder) => putBack(folder, full.older))
    expect(without.notes.toSorted()).toEqual(newer.toSorted())
    const { findings } = await found((folder) => putBack(folder, full.older), full.heads)
    expect(findings).toEqual([`head-missing c1 #${EVENTS - 1}`])
  })

  it('shows that the last three records are gone: by its list, and once a head is noted whatever was made to fit', async () => {
    const drop = `delete from event where version > ${EVENTS - 3};`
    const fitting = `${drop} update case_row set version = ${EVENTS - 3}`
    expect((await found((folder) => tamper(folder, drop))).findings).toEqual([`events c1 #${EVENTS - 3}`])
    expect((await found((folder) => tamper(folder, fitting))).findings).toEqual([])
    const { findings } = await found((folder) => tamper(folder, fitting), full.heads)
    expect(findings).toEqual([`head-missing c1 #${EVENTS - 1}`])
  })

  it('shows that the whole chain was written anew, once a head is noted', async () => {
    const other = (event: CaseEvent): CaseEvent =>
      event.type === 'ProblemDescribed' ? { ...event, payload: { words: '手表走得很准' } } : event
    const rewritten = rewrittenChain(full.links, other)
    expect(await found((folder) => tamper(folder, rewritten))).toEqual({ findings: [], notes: [] })
    const { findings } = await found((folder) => tamper(folder, rewritten), full.heads)
    expect(findings).toEqual([`head-differs c1 #${EVENTS - 1}`])
  })
})

describe('the same case, stamped and anchored outside', () => {
  let stamped: Awaited<ReturnType<typeof aStampedCase>>
  beforeAll(async () => {
    stamped = await aStampedCase(full.folder, authority.url)
  })
  const proofs = (folder: string, ...names: string[]) => join(folder, 'proofs', 'c1', ...names)

  /** What doctor finds alone, and what the anchor adds, after somebody was at a copy whose noted heads are gone too. */
  async function told(change: (folder: string) => Promise<void> | void) {
    const folder = await copied(stamped.folder)
    await change(folder)
    const book = await aCasebook(folder)
    const { findings } = await examine(book, 'all')
    const anchored = await checkAnchors(stamped.anchors, heldByCasebook(book, []))
    await book.store.close()
    const words = (list: typeof findings) => list.map(({ what, item }) => `${what} ${item}`).toSorted()
    return { alone: words(findings), byAnchor: words(anchored.findings), compared: anchored.compared }
  }
  const head = `c1 #${EVENTS - 1}`
  const [token = '', other = ''] = ['c1 #59', 'c1 E3']

  it('is sound as it is', async () => {
    expect(stamped.tokens).toHaveLength(2)
    expect(await told(() => undefined)).toEqual({ alone: [], byAnchor: [], compared: 2 })
  })

  it('shows a token that was changed anywhere, by itself and by the anchor', { timeout: 60_000 }, async () => {
    for (const name of stamped.tokens)
      for (let part = 0; part < 20; part += 1) {
        const { alone, byAnchor } = await told((folder) =>
          rewrite(proofs(folder, name), (bytes) => {
            const place = Math.floor((part * (bytes.length - 1)) / 19)
            bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
            return bytes
          }),
        )
        expect(alone).toEqual([`stamp-changed c1 ${name}`])
        expect([token, other].map((item) => `anchor-stamp-gone ${item}`)).toContain(byAnchor[0])
      }
  })

  it('shows a token that was taken away, cut, emptied, or replaced by a new one', async () => {
    for (const name of stamped.tokens) {
      const gone = await told((folder) => rm(proofs(folder, name)))
      expect(gone).toMatchObject({ alone: [], byAnchor: [expect.stringContaining('anchor-stamp-gone c1')] })
      for (const length of [0, 1000]) {
        const cut = await told((folder) => rewrite(proofs(folder, name), (bytes) => bytes.subarray(0, length)))
        expect(cut.alone).toEqual([`stamp-changed c1 ${name}`])
      }
    }
    const renewed = await told(async (folder) => {
      await rm(join(folder, 'proofs'), { recursive: true })
      const book = await aCasebook(folder)
      await stampCase(book, { caseId: 'c1', authorities: [authority.url], roots: [] })
      await book.store.close()
    })
    expect(renewed).toMatchObject({ alone: [], byAnchor: ['anchor-stamp-gone c1 #59', 'anchor-stamp-gone c1 E3'] })
  })

  it('shows that the last records are gone, whatever was made to fit and taken away', { timeout: 60_000 }, async () => {
    for (const kept of [EVENTS - 1, EVENTS - 3, 30, 1]) {
      const cut = (folder: string) =>
        tamper(folder, `delete from event where version > ${kept}; update case_row set version = ${kept}`)
      expect((await told(cut)).byAnchor).toEqual([`anchor-cut ${head}`])
      expect((await told(cut)).alone).toContainEqual(expect.stringMatching(/^stamp-of-nothing c1 /))
      const all = await told(async (folder) => {
        cut(folder)
        await rm(join(folder, 'proofs'), { recursive: true })
      })
      expect(all.byAnchor).toContain(`anchor-cut ${head}`)
    }
    const older = await told((folder) => putBack(folder, full.older))
    expect(older.byAnchor).toEqual([`anchor-cut ${head}`])
    const dropped = await told((folder) => tamper(folder, 'delete from event; delete from case_row'))
    expect(dropped.byAnchor).toEqual([`anchor-cut ${head}`])
  })

  it('shows that the whole chain was written anew, whatever was taken away and stamped again', async () => {
    const change = (event: CaseEvent): CaseEvent =>
      event.type === 'ProblemDescribed' ? { ...event, payload: { words: '手表走得很准' } } : event
    const rewritten = (folder: string) => tamper(folder, rewrittenChain(full.links, change))
    const plain = await told(rewritten)
    expect(plain.alone).toEqual([expect.stringMatching(/^stamp-of-nothing c1 /)])
    expect(plain.byAnchor).toEqual([`anchor-differs ${head}`])
    const again = await told(async (folder) => {
      rewritten(folder)
      await rm(join(folder, 'proofs'), { recursive: true })
      const book = await aCasebook(folder)
      for (const item of [{}, { item: 'E3' }])
        await stampCase(book, { caseId: 'c1', ...item, authorities: [authority.url], roots: [] })
      await book.store.close()
    })
    expect(again.alone).toEqual([])
    expect(again.byAnchor).toContain(`anchor-differs ${head}`)
  })
})

describe('a casebook that was only used', () => {
  it.each(numbers(1, 20))('raises no alarm (run %i)', async (run) => {
    const book = await aCasebook()
    const say = (words: string) => ({ type: 'DescribeProblem', payload: { words } }) as const
    const sink = () => new PassThrough().resume()
    const sound = async () => expect(await examine(book, 'all')).toMatchObject({ findings: [], notes: [], renewed: 0 })
    for (const id of ['c1', 'c2']) await openCase(book, { id, commands: [say('表走不准')] })
    for (let n = 1; n <= 2 + (run % 4); n += 1) {
      await addEvidence(book, 'c1', { name: '截图.png', content: content(`${n}`) })
      await addEvidence(book, 'c2', { name: '截图.png', content: content(`${n % 2}`) })
    }
    if (run % 2 === 0) await exportCase(book, 'c1', sink())
    const stamped = await stampCase(book, { caseId: 'c1', authorities: [authority.url], roots: [] })
    expect(stamped.ok && stamped.value.kept).toMatch(/tsr$/)
    if (run % 2 === 1) await stampCase(book, { caseId: 'c2', item: 'E1', authorities: [authority.url], roots: [] })
    const anchors = await anchorsOf(book, 'c1')
    await give(book, 'c1', [{ type: 'CorrectEvent', payload: { event: 1, why: '写错', instead: say('表不走了') } }])
    await sound()
    await give(book, 'c1', [{ type: 'ErasePayload', payload: { event: 1 + (run % 3), why: '隐私' } }])
    if (run % 3 === 0) await give(book, 'c2', [{ type: 'WithdrawEvidence', payload: { id: 'E1', why: '放错' } }])
    await exportCase(book, 'c1', sink())
    await sound()
    const { path: file } = await aZipFile((to) => backup(book, to))
    if (run % 5 === 0) await forgetCase(book, 'c2')
    await restore(book, file)
    await give(book, 'c2', [say('又坏了')])
    await exportCase(book, 'c2', sink())
    await sound()
    const anchored = await checkAnchors(anchors.ok ? anchors.value : [], heldByCasebook(book, []))
    expect(anchored).toEqual({ compared: 1, findings: [] })
    await book.store.close()
  })
})
