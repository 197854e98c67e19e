import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { bagFolder } from '../pack/bag-folder.ts'
import { checkBag } from '../proof/bag/check-bag.ts'
import { type RawEntry, rawZip } from '../proof/zip/raw-zip.fixture.ts'
import { aZipFile, unzipped, zipped } from '../proof/zip/zip-file.fixture.ts'
import { addEvidence } from './add-evidence.ts'
import { exportBag, exportCase } from './archive/export-case.ts'
import { witnessed } from './archive/heads.ts'
import { aCasebook, content } from './casebook.fixture.ts'
import { examine } from './doctor.ts'
import { give } from './give.ts'
import { importBag } from './import-bag.ts'
import { importFolder } from './import-folder.ts'
import { keptCase } from './kept-case.ts'

const NOW = '2026-11-24T02:00:00Z'
const folder = 'examples/self-operated-fault'

async function aBag(): Promise<string> {
  const { path, result } = await aZipFile((sink) => bagFolder(folder, NOW, sink))
  if (!result.ok) throw new Error(result.refusal.text.en)
  return path
}

/** The bag with its files changed, and manifests to match: what remains is what the name or the file itself is. */
async function changed(change: (files: Map<string, Buffer>) => void, resealed = true, bag?: string): Promise<string> {
  const files = await unzipped(bag ?? (await aBag()))
  change(files)
  if (!resealed) return hostile(files)
  const base = 'youju-self-operated-fault/'
  for (const algorithm of ['sha256', 'sha512']) {
    const lines = [...files]
      .filter(([name]) => name.startsWith(`${base}data/`))
      .map(([name, bytes]) => `${createHash(algorithm).update(bytes).digest('hex')}  ${name.slice(base.length)}\n`)
    files.set(`${base}manifest-${algorithm}.txt`, Buffer.from(lines.join('')))
    files.delete(`${base}tagmanifest-${algorithm}.txt`)
  }
  files.set(`${base}bag-info.txt`, Buffer.from('Bagging-Date: 2026-11-24\n'))
  return hostile(files)
}

/** Names no writer lets pass, put in afterwards: stand-ins of the same length are written first. */
const [UP, ROOT] = ['xx/yy/xx', '~']

async function hostile(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const path = await zipped(files)
  const bytes = (await readFile(path)).toString('latin1')
  await writeFile(path, Buffer.from(bytes.replaceAll(UP, '../../..').replaceAll(`${ROOT}tmp/`, '/tmp/'), 'latin1'))
  return path
}

async function importedFrom(path: string) {
  const book = await aCasebook(undefined, NOW)
  const imported = await importBag(book, path)
  const kept = []
  for await (const original of book.vault.list()) kept.push(original)
  return { book, imported, kept }
}

describe('a bag', () => {
  it('of a case folder is taken in as the same case', async () => {
    const { book, imported } = await importedFrom(await aBag())
    const plain = await aCasebook(undefined, NOW)
    const direct = await importFolder(plain, folder)
    expect(imported).toEqual(direct)
    if (!imported.ok) return
    const [one, other] = [await keptCase(book, imported.value.caseId), await keptCase(plain, imported.value.caseId)]
    expect(one.ok && one.value.kase).toEqual(other.ok && other.value.kase)
  })

  it('of a kept case is taken in with all its originals', async () => {
    const first = await aCasebook(undefined, NOW)
    const kept = await importFolder(first, folder)
    if (!kept.ok) throw new Error(kept.refusal.text.en)
    const { path } = await aZipFile((sink) => exportBag(first, kept.value.caseId, sink))
    const { imported } = await importedFrom(path)
    expect(imported).toMatchObject({ ok: true, value: { caseId: kept.value.caseId, exhibits: kept.value.exhibits } })
  })

  it('of a kept case brings its records as they were chained, withdrawn and odd originals, corrections and erasures too', async () => {
    const first = await aCasebook(undefined, NOW)
    const id = 'self-operated-fault'
    await importFolder(first, folder)
    for (const name of ['a:b%.txt', '撤回.txt']) await addEvidence(first, id, { name, content: content(name) })
    const before = await keptCase(first, id)
    if (!before.ok) throw new Error(before.refusal.text.en)
    const withdrawn = before.value.kase.evidence.at(-1)?.id ?? ''
    await give(first, id, [
      { type: 'WithdrawEvidence', payload: { id: withdrawn, why: '放错' } },
      { type: 'ErasePayload', payload: { event: 3, why: '写错人' } },
    ])
    const { path, result } = await aZipFile((sink) => exportBag(first, id, sink))
    expect(result).toMatchObject({ ok: true, value: { findings: [] } })
    expect(await checkBag(path)).toMatchObject({ value: { ok: true, findings: [], warnings: [] } })
    const { book, imported, kept } = await importedFrom(path)
    expect(imported).toMatchObject({ ok: true, value: { caseId: id } })
    expect(await book.store.links(id)).toEqual(await first.store.links(id))
    const originals = []
    for await (const original of first.vault.list()) originals.push(original)
    expect(kept).toEqual(originals)
    expect((await examine(book, 'all')).findings).toEqual([])
    // The head is noted: records dropped after the import are missed.
    expect((await witnessed(book)).heads.get(id)).toHaveLength(1)
    expect(await importBag(book, path)).toMatchObject({ refusal: { code: 'case-there-already' } })
    expect(await importBag(book, path, { anew: true })).toMatchObject({ ok: true })
  })

  it('whose records were rewritten, or speak of originals that are not there, is refused, and nothing is kept', async () => {
    const first = await aCasebook(undefined, NOW)
    await importFolder(first, folder)
    const { path } = await aZipFile((sink) => exportBag(first, 'self-operated-fault', sink))
    const base = 'youju-self-operated-fault/data/'
    const refused = async (change: (files: Map<string, Buffer>) => void) => {
      const { imported, kept } = await importedFrom(await changed(change, true, path))
      expect(kept).toEqual([])
      return imported.ok ? '' : imported.refusal.text.en
    }
    const records = (files: Map<string, Buffer>) => files.get(`${base}events.jsonl`)?.toString() ?? ''
    const put = (files: Map<string, Buffer>, text: string) => files.set(`${base}events.jsonl`, Buffer.from(text))
    expect(await refused((files) => put(files, records(files).replace('"at":"2', '"at":"1')))).toContain('a record was')
    expect(await refused((files) => put(files, records(files).replace(/[^\n]+\n$/, '')))).toContain('do not reach')
    expect(await refused((files) => put(files, 'no line'))).toContain('cannot be read')
    expect(
      await refused((files) => files.delete(`${base}head.json`) && files.set(`${base}head.json`, Buffer.from('{}'))),
    ).toContain('head.json')
    expect(await refused((files) => files.delete(`${base}evidence/order-page.png`))).toContain('an original is gone')
  })

  it.each<[string, (files: Map<string, Buffer>) => void, boolean]>([
    ['a changed original', (files) => files.set(nameOf(files, 'order-page.png'), Buffer.from('x')), false],
    ['a missing original', (files) => files.delete(nameOf(files, 'order-page.png')), false],
    ['a file more', (files) => files.set('youju-self-operated-fault/data/more.txt', Buffer.from('x')), false],
    ['a way out', (files) => files.set(`youju-self-operated-fault/data/${UP}/out.txt`, Buffer.from('x')), true],
    ['an absolute path', (files) => files.set(`${ROOT}tmp/youju-out.txt`, Buffer.from('x')), true],
    ['no case', (files) => files.delete('youju-self-operated-fault/data/case.yaml'), true],
  ])('with %s is refused, and nothing is kept', async (_what, change, resealed) => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('youju-import-')).length
    const { imported, kept } = await importedFrom(await changed(change, resealed))
    expect(imported.ok).toBe(false)
    expect(kept).toEqual([])
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('youju-import-')).length).toBeLessThanOrEqual(
      before,
    )
  })
})

describe('an exported ZIP, which has no manifests,', () => {
  it('is read whole before anything is taken: a changed byte is named', async () => {
    const first = await aCasebook(undefined, NOW)
    await importFolder(first, folder)
    const { path } = await aZipFile((sink) => exportCase(first, 'self-operated-fault', sink))
    expect((await importedFrom(path)).imported.ok).toBe(true)
    const plain = await unzipped(path)
    const text = plain.get('case.yaml') ?? Buffer.alloc(0)
    const flipped = Buffer.from(text)
    flipped[text.indexOf('2026')] = 0x31
    const whole = await rawZip([...plain].map(([name, content]) => ({ name, content })))
    expect((await importedFrom(whole)).imported.ok).toBe(true)
    const bytes = await readFile(whole)
    flipped.copy(bytes, bytes.indexOf(text))
    await writeFile(whole, bytes)
    const { imported, kept } = await importedFrom(whole)
    expect(imported).toMatchObject({
      refusal: { code: 'bag-not-sound', text: { en: expect.stringContaining('case.yaml') } },
    })
    expect(kept).toEqual([])
  })
})

describe('a ZIP made to harm', () => {
  const zeros = Buffer.alloc(9_000_000)
  const one: RawEntry = { name: 'case.yaml', content: Buffer.from('order: {}\n') }
  it.each<[string, readonly RawEntry[], string]>([
    ['a link', [one, { name: 'evidence/a', content: Buffer.from('/etc/passwd'), mode: 0o120777 }], 'a link'],
    ['a device', [one, { name: 'evidence/a', content: Buffer.alloc(0), mode: 0o020666 }], 'a link or special'],
    ['a password', [one, { name: 'evidence/a', content: Buffer.alloc(20), flags: 1, claims: 8 }], 'password'],
    ['the same name twice', [one, one], 'stands twice'],
    ['entries over one another', [one, { name: 'evidence/a', content: one.content, over: 0 }], 'over one another'],
    [
      'a size that is not so',
      [one, { name: 'evidence/a', content: zeros, deflated: true, claims: 9 }],
      'cannot be read',
    ],
    [
      'a film of nothing',
      [one, { name: 'evidence/a', content: Buffer.alloc(90_000_000), deflated: true }],
      'too tight',
    ],
    [
      'many of nothing',
      [one, ...Array.from({ length: 12 }, (_, n) => ({ name: `evidence/${n}`, content: zeros, deflated: true }))],
      'made to fill disks',
    ],
    ['a name with a way up', [one, { name: 'evidence/../../a', content: one.content }], 'a name that does not'],
    ['a name of another system', [one, { name: 'evidence\\..\\..\\a', content: one.content }], 'a name that does not'],
    ['a name too long', [one, { name: `evidence/${'长'.repeat(90)}`, content: one.content }], 'a name that does not'],
    [
      'folders too deep',
      [one, { name: `evidence/${'d/'.repeat(30_000)}a`, content: one.content }],
      'a name that does not',
    ],
    ['a drive', [one, { name: 'C:/a', content: one.content }], 'a name that does not'],
    ['a name with an end in it', [one, { name: 'evidence/a\0.png', content: one.content }], 'a name that does not'],
    [
      'a file that is a folder too',
      [one, { name: 'evidence', content: one.content }, { name: 'evidence/a', content: one.content }],
      'a file and a folder',
    ],
  ])('with %s is refused with that word, and nothing is kept', async (_what, entries, word) => {
    const { imported, kept } = await importedFrom(await rawZip(entries))
    expect(imported.ok ? '' : imported.refusal.text.en).toContain(word)
    expect(kept).toEqual([])
  })
})

function nameOf(files: ReadonlyMap<string, Buffer>, ending: string): string {
  return [...files.keys()].find((name) => name.endsWith(ending)) ?? ''
}
