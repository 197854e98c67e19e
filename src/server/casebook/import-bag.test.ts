import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { bagFolder } from '../pack/bag-folder.ts'
import { aZipFile, unzipped, zipped } from '../proof/zip/zip-file.fixture.ts'
import { exportBag } from './archive/export-case.ts'
import { aCasebook } from './casebook.fixture.ts'
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
async function changed(change: (files: Map<string, Buffer>) => void, resealed = true): Promise<string> {
  const files = await unzipped(await aBag())
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

function nameOf(files: ReadonlyMap<string, Buffer>, ending: string): string {
  return [...files.keys()].find((name) => name.endsWith(ending)) ?? ''
}
