import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAuthority, aWorldOfAuthorities, type World } from '../../proof/stamp/authority.fixture.ts'
import { chooseAuthorities, chosenAuthorities } from '../../proof/stamp/chosen-authorities.ts'
import { rootsOf } from '../../proof/stamp/roots.ts'
import { aZipFile } from '../../proof/zip/zip-file.fixture.ts'
import { namesIn } from '../../vault/absent.ts'
import { addEvidence } from '../add-evidence.ts'
import { backup } from '../archive/backup.ts'
import { eraseCasebook } from '../archive/erase-casebook.ts'
import { exportBag, exportCaseFolder } from '../archive/export-case.ts'
import { witnessed } from '../archive/heads.ts'
import { restore } from '../archive/restore.ts'
import { rewrite } from '../archive/tampering.fixture.ts'
import { aCasebook, content } from '../casebook.fixture.ts'
import { examine } from '../doctor.ts'
import { forgetCase } from '../forget-case.ts'
import { give } from '../give.ts'
import { importBag } from '../import-bag.ts'
import { importFolder } from '../import-folder.ts'
import { keptCase } from '../kept-case.ts'
import { openCase } from '../open-case.ts'
import { anchorsOf } from './anchors-of.ts'
import { stampCase, stampsOf } from './stamp-case.ts'

let world: World
let authority: Awaited<ReturnType<typeof anAuthority>>
beforeAll(async () => {
  world = await aWorldOfAuthorities()
  authority = await anAuthority(world, 'good')
})
afterAll(() => authority.close())

function roots(der = world.root.der) {
  const read = rootsOf(der, 'root.der')
  return read.ok ? read.value : []
}

/** A case whose chain and exhibit are stamped. */
async function aStamped() {
  const book = await aCasebook()
  await openCase(book, { id: 'c1', commands: [{ type: 'DescribeProblem', payload: { words: '表走不准' } }] })
  await addEvidence(book, 'c1', { name: '聊天.txt', content: content('请退款') })
  const asked = { caseId: 'c1', authorities: [authority.url], roots: roots() }
  const chain = await stampCase(book, asked)
  await stampCase(book, { ...asked, item: 'E1' })
  const stamps = async () => {
    const kept = await keptCase(book, 'c1')
    return kept.ok ? stampsOf(book, kept.value, roots()) : []
  }
  const path = (name: string) => join(book.folder, 'proofs', 'c1', name)
  return { book, chain, stamps, path, names: () => namesIn(join(book.folder, 'proofs', 'c1')) }
}

describe('a stamped case', () => {
  it('keeps its tokens with what each is about, also when it goes on and when a record is erased', async () => {
    const { book, stamps } = await aStamped()
    const said = async () => (await stamps()).map(({ of, status }) => [of?.type, status]).sort()
    const both = [
      ['chain', 'stamped'],
      ['exhibit', 'stamped'],
    ]
    expect(await said()).toEqual(both)
    await give(book, 'c1', [{ type: 'ErasePayload', payload: { event: 1, why: '隐私' } }])
    expect(await said()).toEqual(both)
    expect((await examine(book, 'all')).findings).toEqual([])
  })

  it('sends the hash of its last record, and notes that head', async () => {
    const { book, chain } = await aStamped()
    const kept = await keptCase(book, 'c1')
    const head = kept.ok ? kept.value.links.at(-1) : undefined
    expect(chain).toMatchObject({ value: { sha256: head?.hash, of: { type: 'chain', events: head?.version } } })
    expect((await witnessed(book)).heads.get('c1')).toEqual([{ version: head?.version, hash: head?.hash }])
    const body = authority.asked.at(-2)?.toString('hex')
    expect(body).toContain(head?.hash)
  })

  it('keeps nothing when no good token comes', async () => {
    const { book, names } = await aStamped()
    const garbage = await anAuthority(world, 'garbage')
    const made = await stampCase(book, { caseId: 'c1', authorities: [garbage.url], roots: roots() })
    await garbage.close()
    expect(made).toMatchObject({ ok: true, value: { verdict: { status: 'damaged' } } })
    expect(await names()).toHaveLength(2)
    const asked = { authorities: [authority.url], roots: [] }
    expect(await stampCase(book, { ...asked, caseId: 'c9' })).toMatchObject({ refusal: { code: 'case-unknown' } })
    expect(await stampCase(book, { ...asked, caseId: 'c1', item: 'E7' })).toMatchObject({
      refusal: { code: 'name-unknown' },
    })
  })

  it('comes back with its tokens from a backup, one that is damaged here put right', async () => {
    const { book, names, path } = await aStamped()
    const { path: file } = await aZipFile((to) => backup(book, to))
    const other = await aCasebook()
    expect(await restore(other, file)).toMatchObject({ ok: true, value: { cases: 1 } })
    expect(await namesIn(join(other.folder, 'proofs', 'c1'))).toEqual(await names())
    const [first = '', second = ''] = await names()
    const whole = await readFile(path(first))
    await rewrite(path(first), (bytes) => bytes.subarray(0, 100))
    await rm(path(second))
    expect((await examine(book, 'all')).findings).toMatchObject([{ what: 'stamp-changed', item: `c1 ${first}` }])
    await restore(book, file)
    expect(await readFile(path(first))).toEqual(whole)
    expect(await names()).toHaveLength(2)
    expect((await examine(book, 'all')).findings).toEqual([])
  })

  it('brings the tokens of its exhibits along into another casebook, from a folder and from a bag', async () => {
    const { book, names } = await aStamped()
    const [exhibit] = (await names()).filter((name) =>
      name.startsWith(createHash('sha256').update('请退款').digest('hex')),
    )
    const out = join(book.folder, 'out')
    await exportCaseFolder(book, 'c1', out)
    const { path: bag } = await aZipFile((to) => exportBag(book, 'c1', to))
    for (const take of [importFolder, importBag]) {
      const other = await aCasebook()
      expect(await take(other, take === importBag ? bag : out)).toMatchObject({ ok: true })
      // A bag of a kept case brings its records, and so what is about them.
      const expected = take === importBag ? await names() : [exhibit]
      expect(await namesIn(join(other.folder, 'proofs', 'c1'))).toEqual(expected)
      expect((await examine(other, 'all')).findings).toEqual([])
    }
    // One that was put beside it by hand is taken; one about something else is not.
    const token = await readFile(join(book.folder, 'proofs', 'c1', exhibit ?? ''))
    await rm(join(out, 'proofs'), { recursive: true })
    await writeFile(join(out, 'evidence', '聊天.txt.tsr'), token)
    const third = await aCasebook()
    await importFolder(third, out)
    expect(await namesIn(join(third.folder, 'proofs', 'c1'))).toEqual([exhibit])
    const chain = (await names()).find((name) => name !== exhibit) ?? ''
    await writeFile(join(out, 'evidence', '聊天.txt.tsr'), await readFile(join(book.folder, 'proofs', 'c1', chain)))
    const fourth = await aCasebook()
    await importFolder(fourth, out)
    expect(await namesIn(join(fourth.folder, 'proofs'))).toEqual([])
  })

  it('has a damaged token named in its backup', async () => {
    const { book, names, path } = await aStamped()
    const [first = ''] = await names()
    await rewrite(path(first), () => Buffer.from('x'))
    let findings: unknown
    const { path: file } = await aZipFile(async (to) => {
      findings = (await backup(book, to)).findings
    })
    expect(findings).toEqual([{ what: 'stamp-changed', item: `c1 ${first}` }])
    expect(await restore(await aCasebook(), file)).toMatchObject({ ok: true, value: { cases: 1, findings } })
  })

  it('does not have a good token replaced by one that was damaged in the backup', async () => {
    const { book, names, path } = await aStamped()
    const [first = ''] = await names()
    const whole = await readFile(path(first))
    await rewrite(path(first), () => Buffer.from('x'))
    const { path: file } = await aZipFile((to) => backup(book, to))
    await rewrite(path(first), () => whole)
    await restore(book, file)
    expect(await readFile(path(first))).toEqual(whole)
  })

  it('is not called stamped by a token that was changed where nothing is signed', async () => {
    const { stamps, names, path } = await aStamped()
    for (const name of await names())
      await rewrite(path(name), (bytes) => {
        // The status of the answer: granted becomes granted with changes.
        expect(bytes.subarray(4, 9).toString('hex')).toBe('3003020100')
        bytes.writeUInt8(1, 8)
        return bytes
      })
    expect((await stamps()).map(({ status }) => status)).toEqual(['damaged', 'damaged'])
  })

  it('has its head noted when anchors are written', async () => {
    const book = await aCasebook()
    await openCase(book, { id: 'c1', commands: [{ type: 'DescribeProblem', payload: { words: '表走不准' } }] })
    const anchors = await anchorsOf(book)
    expect(anchors).toMatchObject({ ok: true, value: [{ type: 'chain', case: 'c1', events: 2 }] })
    expect((await witnessed(book)).heads.get('c1')).toMatchObject([{ version: 2 }])
  })

  it('is still sound where the root of another authority was chosen', async () => {
    const { book, path, names } = await aStamped()
    const chosen = { authorities: ['https://tsa.example/'], roots: roots(world.stranger.der) }
    await chooseAuthorities(book.folder, chosen)
    expect((await examine(book, 'all')).findings).toEqual([])
    const [first = ''] = await names()
    await rewrite(path(first), (bytes) => Buffer.concat([bytes, Buffer.from([0])]))
    expect((await examine(book, 'all')).findings).toMatchObject([{ what: 'stamp-changed' }])
  })

  it('leaves nothing when it is forgotten, or all is erased', async () => {
    const { book } = await aStamped()
    await forgetCase(book, 'c1')
    expect(await namesIn(join(book.folder, 'proofs'))).toEqual([])
    const { book: other } = await aStamped()
    await chooseAuthorities(other.folder, { authorities: [authority.url], roots: [] })
    await eraseCasebook(other)
    expect(await namesIn(join(other.folder, 'proofs'))).toEqual([])
    expect(await chosenAuthorities(other.folder)).toEqual({ authorities: [], roots: [] })
  })
})

describe('who was chosen', () => {
  it('is nobody where nothing was chosen or what stands there cannot be read', async () => {
    const { folder } = await aCasebook()
    const nobody = { authorities: [], roots: [] }
    expect(await chosenAuthorities(folder)).toEqual(nobody)
    await writeFile(join(folder, 'time-stamps.json'), '{"authorities":"x"}')
    expect(await chosenAuthorities(folder)).toEqual(nobody)
  })
})
