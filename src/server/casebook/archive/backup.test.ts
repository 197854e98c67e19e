import { createHash } from 'node:crypto'
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { aZipFile, unzipped, zipped } from '../../proof/zip/zip-file.fixture.ts'
import { addEvidence } from '../add-evidence.ts'
import { aCasebook, content } from '../casebook.fixture.ts'
import type { Casebook } from '../casebook.ts'
import { examine } from '../doctor.ts'
import { give } from '../give.ts'
import { openCase } from '../open-case.ts'
import { backup } from './backup.ts'
import { witnessed } from './heads.ts'
import { restore } from './restore.ts'
import { tamper } from './tampering.fixture.ts'

const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const words = (text: string) => ({ type: 'DescribeProblem', payload: { words: text } }) as const

/** Two cases that share an original; one record erased, one exhibit withdrawn. */
async function kept() {
  const book = await aCasebook()
  for (const id of ['c1', 'c2']) {
    await openCase(book, { id, commands: [words('表走不准')] })
    await addEvidence(book, id, { name: '聊天.txt', content: content('请退款') })
  }
  await addEvidence(book, 'c1', { name: '视频.mp4', content: content('开箱'.repeat(100_000)) })
  await give(book, 'c1', [words('张三的电话 138-0000-0000')])
  await give(book, 'c1', [{ type: 'ErasePayload', payload: { event: 4, why: '写了别人的隐私' } }])
  await give(book, 'c2', [{ type: 'WithdrawEvidence', payload: { id: 'E1', why: '放错' } }])
  return book
}

const packed = async (book: Casebook) => (await aZipFile((sink) => backup(book, sink))).path

async function countOf(book: Casebook): Promise<number> {
  let originals = 0
  for await (const _ of book.vault.list()) originals += 1
  return originals
}

/** Nothing of a refused backup may have been taken. */
async function expectNothingTaken(book: Casebook) {
  expect(await book.store.ids('', 10)).toEqual([])
  expect(await countOf(book)).toBe(0)
}

/** Restores the backup of two cases with its files changed, into an empty casebook. */
async function restoredWith(change: (files: Map<string, Buffer>) => void) {
  const files = await unzipped(await packed(await kept()))
  change(files)
  const book = await aCasebook()
  const restored = await restore(book, await zipped(files))
  if (!restored.ok) await expectNothingTaken(book)
  return restored
}

/** Makes the manifest say what is in the files now, as one would who hides a change. */
function noted(files: Map<string, Buffer>): void {
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
  for (const entry of manifest.entries) {
    const bytes = files.get(entry.name) ?? Buffer.alloc(0)
    Object.assign(entry, { sha256: digest(bytes), bytes: bytes.length })
  }
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
}

const originals = (files: ReadonlyMap<string, Buffer>) => [...files.keys()].filter((name) => name.startsWith('orig'))

describe('a backup', () => {
  it('holds every case link by link, every original once, and a manifest that covers all of it', async () => {
    const book = await kept()
    const { path, result } = await aZipFile((sink) => backup(book, sink))
    expect(result).toEqual({ cases: 2, events: 10, originals: 2, findings: [] })
    const files = await unzipped(path)
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
    expect(manifest).toMatchObject({ format: 'youju-backup', version: 1, madeAt: '2026-11-20T02:00:00Z' })
    const links = await book.store.links('c1')
    expect(manifest.cases[0]).toMatchObject({ id: 'c1', version: 6, hash: links.at(-1)?.hash })
    const lines = files.get('cases/c1.jsonl')?.toString().trimEnd().split('\n')
    expect(lines?.map((line) => JSON.parse(line))).toEqual(links)
    files.delete('manifest.json')
    expect(manifest.entries).toEqual(
      [...files].map(([name, bytes]) => ({ name, sha256: digest(bytes), bytes: bytes.length })),
    )
  })

  it('is the same bytes for the same casebook at the same moment', async () => {
    const book = await kept()
    expect(digest(await readFile(await packed(book)))).toBe(digest(await readFile(await packed(book))))
  })

  it('notes the heads it packed, takes a snapshot, and says so where that fails', async () => {
    const book = await kept()
    await packed(book)
    expect([...(await witnessed(book)).heads.keys()]).toEqual(['c1', 'c2'])
    expect(await readdir(join(book.folder, 'snapshots'))).toHaveLength(1)
    await rm(join(book.folder, 'snapshots'), { recursive: true })
    await writeFile(join(book.folder, 'snapshots'), 'in the way')
    const { path, result } = await aZipFile((sink) => backup(book, sink))
    expect(result.findings).toMatchObject([{ what: 'snapshot', found: expect.stringContaining('EEXIST') }])
    expect(await restore(await aCasebook(), path)).toMatchObject({ ok: true })
  })

  it('does not note a case that was dropped while it was made', async () => {
    const book = await kept()
    const { path } = await aZipFile(async (sink) => {
      const { vault } = book
      const dropping: Casebook = {
        ...book,
        vault: {
          ...vault,
          async read(sha256) {
            await book.store.forget('c2')
            return vault.read(sha256)
          },
        },
      }
      await backup(dropping, sink)
    })
    expect([...(await unzipped(path)).keys()]).toContain('cases/c2.jsonl')
    expect([...(await witnessed(book)).heads.keys()]).toEqual(['c1'])
  })

  it('stops when nobody takes it any more', async () => {
    const full = new Writable({ write: (_chunk, _encoding, then) => then(new Error('no space left')) })
    await expect(backup(await kept(), full)).rejects.toThrow('no space left')
    const gone = new PassThrough()
    setImmediate(() => gone.destroy())
    await expect(backup(await kept(), gone)).rejects.toThrow()
    const open = new PassThrough().resume()
    const book = await kept()
    const unreadable: Casebook = {
      ...book,
      vault: { ...book.vault, read: () => Promise.reject(new Error('disk gone')) },
    }
    await expect(backup(unreadable, open)).rejects.toThrow('disk gone')
    expect(open.destroyed).toBe(true)
  })
})

describe('a restored backup', () => {
  it('is the same casebook: links, originals, lists', async () => {
    const from = await kept()
    const to = await aCasebook()
    const path = await packed(from)
    expect(await restore(to, path)).toEqual({
      ok: true,
      value: { cases: 2, originals: 2, same: [], differing: [], findings: [] },
    })
    for (const id of ['c1', 'c2']) expect(await to.store.links(id)).toEqual(await from.store.links(id))
    expect(await examine(to, 'all')).toMatchObject({ cases: 2, originals: 2, findings: [], renewed: 0 })
    const listed = async (book: Casebook) =>
      (await book.store.cases({ now: book.now(), limit: 9, words: '表走' })).map(({ seq: _, ...row }) => row)
    expect(await listed(to)).toEqual(await listed(from))
    expect(await give(to, 'c1', [words('还能接着写')])).toMatchObject({ ok: true })
  })

  it('leaves a case that is here: just so, or otherwise', async () => {
    const book = await kept()
    const path = await packed(book)
    expect(await restore(book, path)).toMatchObject({ value: { cases: 0, originals: 0, same: ['c1', 'c2'] } })
    await give(book, 'c2', [words('后来又坏了')])
    const before = await book.store.links('c2')
    expect(await restore(book, path)).toMatchObject({ value: { cases: 0, same: ['c1'], differing: ['c2'] } })
    expect(await book.store.links('c2')).toEqual(before)
  })

  it('stands in lists in the order in which cases were last worked on, and its heads are noted', async () => {
    const from = await aCasebook()
    for (const id of ['a', 'b', 'c']) await openCase(from, { id })
    from.clock.now = '2026-11-21T02:00:00Z'
    await give(from, 'b', [words('又坏了')])
    const to = await aCasebook()
    await restore(to, await packed(from))
    const [newest] = await to.store.cases({ now: to.now(), limit: 1 })
    expect(newest?.caseId).toBe('b')
    expect([...(await witnessed(to)).heads.keys()].sort()).toEqual(['a', 'b', 'c'])
  })

  it('takes a case of the same length and another history for another', async () => {
    const from = await aCasebook()
    await openCase(from, { id: 'c1', commands: [words('坏了')] })
    const to = await aCasebook()
    await openCase(to, { id: 'c1', commands: [words('坏了')] })
    expect(await restore(to, await packed(from))).toMatchObject({ value: { same: [], differing: ['c1'] } })
  })

  it('takes no original of a case that it leaves out', async () => {
    const path = await packed(await kept())
    const book = await aCasebook()
    for (const id of ['c1', 'c2']) await openCase(book, { id })
    expect(await restore(book, path)).toMatchObject({ value: { originals: 0, differing: ['c1', 'c2'] } })
    expect(await countOf(book)).toBe(0)
  })

  it('puts a damaged and a lost original right', async () => {
    const book = await kept()
    const path = await packed(book)
    const place = (text: string) => join(book.folder, 'vault', digest(text).slice(0, 2), digest(text))
    await chmod(place('请退款'), 0o600)
    await writeFile(place('请退款'), '请赔款')
    await rm(place('开箱'.repeat(100_000)))
    expect((await examine(book, 'all')).findings).toHaveLength(2)
    expect(await restore(book, path)).toMatchObject({ value: { originals: 2, same: ['c1', 'c2'] } })
    expect((await examine(book, 'all')).findings).toEqual([])
  })

  it('brings back what was damaged already when it was made, and says so', async () => {
    const book = await kept()
    await rm(join(book.folder, 'vault', digest('请退款').slice(0, 2), digest('请退款')))
    tamper(book.folder, `update event set payload = replace(payload, '走不准', '走得准') where case_id = 'c2'`)
    const { path, result } = await aZipFile((sink) => backup(book, sink))
    const named = [
      { what: 'chain-payload', item: 'c2 #1' },
      { what: 'original-gone', item: 'c1 E1 evidence/聊天.txt' },
    ]
    expect(result.findings).toMatchObject(named)
    const to = await aCasebook()
    expect(await restore(to, path)).toMatchObject({ value: { cases: 2, originals: 1, findings: named } })
    expect((await examine(to, 'all')).findings).toMatchObject(named.toReversed())
  })
})

describe('a damaged backup is refused, named and not taken:', () => {
  it.each<[string, (files: Map<string, Buffer>) => void, object]>([
    [
      'an original that is not what its name says',
      (files) => {
        files.get(originals(files)[0] ?? '')?.fill(65, 0, 1)
        noted(files)
      },
      { code: 'original-changed', at: 'c1 E1 evidence/聊天.txt' },
    ],
    [
      'a record edited by one who also mended the manifest',
      (files) => {
        const text = files.get('cases/c2.jsonl')?.toString().replace('表走不准', '表走得准') ?? ''
        files.set('cases/c2.jsonl', Buffer.from(text))
        noted(files)
      },
      { code: 'chain-payload', at: 'c2 #1' },
    ],
    [
      'a case without its last record',
      (files) => {
        const lines = files.get('cases/c2.jsonl')?.toString().split('\n') ?? []
        files.set('cases/c2.jsonl', Buffer.from(`${lines.slice(0, -2).join('\n')}\n`))
        noted(files)
      },
      { code: 'chain-end', at: 'c2 #3' },
    ],
    [
      'a case that is not of this form',
      (files) => {
        const text = files.get('cases/c2.jsonl')?.toString().replace('"salt"', '"slat"') ?? ''
        files.set('cases/c2.jsonl', Buffer.from(text))
        noted(files)
      },
      { code: 'case-unreadable', at: 'cases/c2.jsonl:1' },
    ],
    [
      'a changed byte',
      (files) => files.get('cases/c2.jsonl')?.fill(32, 8, 9),
      { code: 'entry-changed', at: 'cases/c2.jsonl' },
    ],
    [
      'a case under the name of another',
      (files) => {
        files.set('cases/c2.jsonl', files.get('cases/c1.jsonl') ?? Buffer.alloc(0))
        const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
        Object.assign(manifest.cases[1], { ...manifest.cases[0], id: 'c2' })
        files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
        noted(files)
      },
      { code: 'case-id', at: 'cases/c2.jsonl' },
    ],
    [
      'a file that is gone',
      (files) => files.delete(originals(files)[0] ?? ''),
      { code: 'entry-gone', at: expect.stringMatching(/^originals\//) },
    ],
    [
      'an original gone from the manifest too',
      (files) => {
        const name = originals(files)[0] ?? ''
        files.delete(name)
        const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
        manifest.entries = manifest.entries.filter((entry: { name: string }) => entry.name !== name)
        files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
      },
      { code: 'original-gone', at: 'c1 E1 evidence/聊天.txt' },
    ],
    [
      'a file that nobody listed',
      (files) => files.set(`originals/${'a'.repeat(64)}`, Buffer.from('x')),
      { code: 'entry-unknown', at: `originals/${'a'.repeat(64)}` },
    ],
    [
      'a file of another kind',
      (files) => files.set('cases/run.sh', Buffer.from('x')),
      { code: 'entry-name', at: 'cases/run.sh' },
    ],
    [
      'a file larger than the manifest says',
      (files) => {
        const name = originals(files)[0] ?? ''
        files.set(name, Buffer.concat([files.get(name) ?? Buffer.alloc(0), Buffer.alloc(1000)]))
      },
      { code: 'entry-changed', at: expect.stringMatching(/^originals\//) },
    ],
    [
      'a manifest that is none',
      (files) => files.set('manifest.json', Buffer.from('{"format":"youju-backup","version":1}')),
      { code: 'manifest-unreadable', at: 'manifest.json' },
    ],
  ])('%s', async (_what, change, finding) => {
    const restored = await restoredWith(change)
    expect(restored).toMatchObject({ ok: false, refusal: { code: 'backup-damaged' } })
    expect(!restored.ok && restored.refusal.all).toContainEqual(expect.objectContaining(finding))
  })

  it('a name that leads out of the folder, a link, a name twice', async () => {
    const files = await unzipped(await packed(await kept()))
    const path = await zipped(files.set('originals/a-2', Buffer.from('x')).set('cases/c3.jsonl', Buffer.from('{}')))
    const bytes = await readFile(path)
    const put = (from: string, to: string) => {
      for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1')
    }
    put('originals/a-2', '../../../evil')
    put('cases/c3.jsonl', 'cases/c1.jsonl')
    // The mode of the first entry in the directory at the end: a symbolic link.
    const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE((0o120777 << 16) >>> 0, first + 38)
    await writeFile(path, bytes)
    const book = await aCasebook()
    const restored = await restore(book, path)
    expect(!restored.ok && restored.refusal.all?.map(({ code, at }) => [code, at])).toEqual(
      expect.arrayContaining([
        ['entry-link', 'cases/c1.jsonl'],
        ['entry-name', '../../../evil'],
        ['entry-twice', 'cases/c1.jsonl'],
        ['entry-gone', 'cases/c1.jsonl'],
      ]),
    )
    await expectNothingTaken(book)
  })

  it('a byte flipped anywhere inside a file or the manifest', async () => {
    const path = await packed(await kept())
    const whole = await readFile(path)
    const directory = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const inside = ['cases/c2.jsonl', 'manifest.json', 'originals/'].map((name) => whole.indexOf(name) + 100)
    const places = [...inside, ...Array.from({ length: 12 }, (_, run) => Math.floor((directory * (run + 1)) / 13))]
    const book = await aCasebook()
    for (const place of places) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8((bytes.readUInt8(place) + 1) % 256, place)
      await writeFile(path, bytes)
      expect(await restore(book, path), `byte ${place}`).toMatchObject({ refusal: { code: 'backup-damaged' } })
    }
    await expectNothingTaken(book)
  })

  it('a manifest of which a byte was changed where nothing else would tell', async () => {
    const files = await unzipped(await packed(await kept()))
    const path = await zipped(files)
    const bytes = await readFile(path)
    bytes.write('2026-11-19', bytes.indexOf('"madeAt":"2026-11-20') + 10)
    await writeFile(path, bytes)
    const refused = await restore(await aCasebook(), path)
    expect(!refused.ok && refused.refusal.all).toMatchObject([{ code: 'entry-changed', at: 'manifest.json' }])
  })

  it('one that was copied in part, and what is no backup at all', async () => {
    const path = await packed(await kept())
    const whole = await readFile(path)
    const book = await aCasebook()
    for (const length of [0, 10, Math.floor(whole.length / 2), whole.length - 1]) {
      await writeFile(path, whole.subarray(0, length))
      expect(await restore(book, path)).toMatchObject({ ok: false, refusal: { code: 'zip-unreadable' } })
    }
    await expectNothingTaken(book)
    expect(await restore(book, join(book.folder, 'nowhere.zip'))).toMatchObject({ refusal: { code: 'file-unknown' } })
    expect(await restore(book, book.folder)).toMatchObject({ refusal: { code: 'not-a-file' } })
    const other = await zipped(new Map([['a.txt', Buffer.from('x')]]))
    expect(await restore(book, other)).toMatchObject({ refusal: { code: 'not-a-backup' } })
    const newer = await zipped(new Map([['manifest.json', Buffer.from('{"format":"youju-backup","version":3}')]]))
    expect(await restore(book, newer)).toMatchObject({ refusal: { code: 'backup-too-new' } })
  })
})
