import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBag } from '../../server/proof/bag/check-bag.ts'
import { openZip } from '../../server/proof/zip/zip-reading.ts'
import { call } from '../world.fixture.ts'

let place = ''
let folder = ''
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'youju-bag-'))
  folder = join(place, '手表案')
  await cp('examples/self-operated-fault', folder, { recursive: true })
})
afterAll(() => rm(place, { recursive: true, force: true }))

/** After everything in the example has happened. */
const told = (argv: readonly string[]) => call([...argv, '--now', '2026-11-24T10:00:00+08:00'])
const json = async (argv: readonly string[]) => {
  const { out, ending, said } = await told([...argv, '--json'])
  return { ...(out === '' ? {} : JSON.parse(out)), ending, said }
}

describe('a bag of a case folder', () => {
  it('is whole, holds the originals byte for byte, and is the same each time', async () => {
    const [one, two] = [join(place, '一.zip'), join(place, '二.zip')]
    expect(await json(['bag', folder, '-o', one])).toMatchObject({ ending: 'holds', case: 'self-operated-fault' })
    await told(['bag', folder, '-o', two])
    const bytes = await readFile(one)
    expect(bytes.equals(await readFile(two))).toBe(true)
    expect(await checkBag(one)).toMatchObject({ ok: true, value: { ok: true, findings: [], warnings: [] } })
    expect(await json(['verify', one])).toMatchObject({ ok: true, read: 'all', findings: [] })
    expect(await json(['verify', one, '--quick'])).toMatchObject({ ok: true, read: 'structure' })
    // A bag is never written over another file.
    expect((await told(['bag', folder, '-o', one])).ending).not.toBe('holds')
  })

  it('passes sha256sum -c where that is installed', async (context) => {
    const zip = join(place, 'sums.zip')
    await told(['bag', folder, '-o', zip])
    const out = join(place, 'unpacked')
    const opened = await openZip(zip, /./)
    if (!opened.ok) throw new Error('the bag cannot be opened')
    const { mkdir } = await import('node:fs/promises')
    for (const [name, entry] of opened.value.entries) {
      await mkdir(join(out, name, '..'), { recursive: true })
      const chunks: Uint8Array[] = []
      for await (const chunk of opened.value.read(entry)) chunks.push(chunk)
      await writeFile(join(out, name), Buffer.concat(chunks))
    }
    opened.value.close()
    const base = join(out, 'youju-self-operated-fault')
    const page = await readFile(join(base, 'data', '怎样核对.html'), 'utf8')
    expect(page).toContain('sha256sum -c manifest-sha256.txt')
    const sum = (manifest: string) => {
      try {
        return execFileSync('sha256sum', ['-c', '--quiet', manifest], { cwd: base, encoding: 'utf8' })
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
          return context.skip('sha256sum is not installed')
        throw error
      }
    }
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) expect(sum(manifest)).toBe('')
    expect(await json(['verify', base])).toMatchObject({ ok: true })
    await writeFile(join(base, 'data', 'case.yaml'), 'order: {}\n')
    await rm(join(base, 'data', 'evidence.sha256'))
    const { findings, ending } = await json(['verify', base])
    expect(ending).toBe('falls-short')
    const named = findings.map(({ what, item }: { what: string; item: string }) => `${what} ${item}`)
    expect(named).toContain('changed data/case.yaml')
    expect(named).toContain('missing data/evidence.sha256')
  })

  it('with any byte changed is not taken for whole', async () => {
    const zip = join(place, 'flips.zip')
    await told(['bag', folder, '-o', zip])
    const bytes = await readFile(zip)
    const opened = await openZip(zip, /./)
    if (!opened.ok) throw new Error('the bag cannot be opened')
    const places = [...opened.value.entries.values()].map(
      ({ relativeOffsetOfLocalHeader, fileNameLength, compressedSize }) =>
        relativeOffsetOfLocalHeader + 30 + fileNameLength + Math.floor(compressedSize / 2),
    )
    opened.value.close()
    expect(places.length).toBeGreaterThan(8)
    const changed = join(place, 'changed.zip')
    for (const at of places) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 1
      await writeFile(changed, copy)
      const checked = await checkBag(changed)
      expect([at, checked.ok && checked.value.ok]).toEqual([at, false])
    }
  })
})

describe('a case folder', () => {
  it('without a seal is reported as unsealed; sealed, what changes is named', async () => {
    const own = join(place, 'sealed')
    await cp('examples/self-operated-fault', own, { recursive: true })
    await rm(join(own, 'evidence.sha256'), { force: true })
    expect((await json(['verify', own])).findings).toEqual([{ what: 'unsealed', item: 'evidence/' }])
    await told(['pack', own, '-o', join(place, 'papers'), '--only', 'letter-basic'])
    expect(await json(['verify', own])).toMatchObject({ ok: true, findings: [] })
    const file = join(own, 'evidence', 'order-page.png')
    const before = await readFile(file)
    await writeFile(file, Buffer.concat([before, Buffer.from('x')]))
    await writeFile(join(own, 'evidence', 'later.txt'), 'later')
    const { findings, ending } = await json(['verify', own])
    expect(ending).toBe('falls-short')
    expect(findings).toEqual([
      {
        what: 'evidence-changed',
        item: 'evidence/order-page.png',
        expected: createHash('sha256').update(before).digest('hex'),
        found: createHash('sha256').update(before).update('x').digest('hex'),
      },
      expect.objectContaining({ what: 'not-listed', item: 'evidence/later.txt' }),
    ])
    await rm(file)
    expect((await json(['verify', own, '--quick'])).findings).toMatchObject([
      { what: 'evidence-gone', item: 'evidence/order-page.png' },
      { what: 'not-listed', item: 'evidence/later.txt' },
    ])
  })
})

describe.skipIf(process.platform !== 'linux')('a case folder whose files have odd names', () => {
  it('is sealed and verified; its bag is made by way of the casebook, and is sound', async () => {
    const own = join(place, 'odd')
    await cp('examples/self-operated-fault', own, { recursive: true })
    const names = [
      '12:30.txt',
      'a\\b.txt',
      '100%25.txt',
      'a\nb.txt',
      'u\u2028v.txt',
      'trail.',
      'A.txt',
      'a.txt',
      'e\u0301.txt',
      '\u00e9.txt',
    ]
    for (const name of names) await writeFile(join(own, 'evidence', name), name)
    await told(['pack', own, '-o', join(place, 'odd-papers'), '--only', 'letter-basic'])
    expect(await json(['verify', own])).toMatchObject({ ok: true, findings: [] })
    const zip = join(place, 'odd.zip')
    const refused = await told(['bag', own, '-o', zip, '--lang', 'en'])
    expect(refused.said.join()).toContain('12:30.txt')
    expect(refused.ending).not.toBe('holds')
    const data = join(place, 'odd-data')
    const { case: id } = await json(['import', own, '--data', data])
    expect(await json(['bag', id, '-o', zip, '--data', data])).toMatchObject({ ending: 'holds' })
    const checked = await checkBag(zip)
    expect(checked).toMatchObject({ ok: true, value: { ok: true, findings: [], warnings: [] } })
    expect(await json(['import', zip, '--data', join(place, 'odd-data-2')])).toMatchObject({
      ending: 'holds',
      case: id,
    })
  })
})

describe('a ZIP that was cut', () => {
  it('is a finding of verify, and the answer no', async () => {
    const zip = join(place, 'tail.zip')
    await told(['bag', folder, '-o', zip])
    const cut = join(place, 'cut.zip')
    await writeFile(cut, (await readFile(zip)).subarray(0, -30))
    expect(await json(['verify', cut])).toMatchObject({
      ending: 'falls-short',
      ok: false,
      read: 'all',
      findings: [{ what: 'zip-unreadable', item: cut }],
    })
  })
})

describe('a kept case', () => {
  it('is bagged with its records, and the data folder is verified', async () => {
    const data = join(place, 'data')
    const { case: id } = await json(['import', folder, '--data', data])
    const zip = join(place, 'kept.zip')
    expect(await json(['bag', id, '-o', zip, '--data', data])).toMatchObject({ ending: 'holds', case: id })
    expect(await json(['verify', zip])).toMatchObject({ ok: true, findings: [] })
    expect(await json(['verify', data])).toMatchObject({ ok: true, findings: [] })
    expect((await told(['bag', 'nobody', '-o', join(place, 'none.zip'), '--data', data])).ending).not.toBe('holds')
  })
})

it('what is nothing of these is named', async () => {
  const { said, ending } = await told(['verify', join(place, '没有')])
  expect([ending, said.join()]).toEqual(['misused', expect.stringContaining('没有')])
  expect((await told(['verify', place])).ending).toBe('misused')
  await writeFile(join(place, 'not.zip'), 'not a zip')
  expect((await told(['verify', join(place, 'not.zip')])).ending).not.toBe('holds')
})
