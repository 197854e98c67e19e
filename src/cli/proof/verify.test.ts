import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipped, zipped } from '../../server/proof/zip/zip-file.fixture.ts'
import { call } from '../world.fixture.ts'

let place = ''
let sealed = ''
let data = ''
let bag = ''
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'youju-verify-'))
  sealed = join(place, 'sealed')
  data = join(place, 'data')
  bag = join(place, 'kept.zip')
  await cp('examples/self-operated-fault', sealed, { recursive: true })
  await told(['pack', sealed, '-o', join(place, 'papers'), '--only', 'letter-basic'])
  await told(['import', sealed, '--data', data])
  await told(['bag', 'self-operated-fault', '-o', bag, '--data', data])
})
afterAll(() => rm(place, { recursive: true, force: true }))

const told = (argv: readonly string[]) => call([...argv, '--now', '2026-11-24T10:00:00+08:00'])

const run = (program: string, words: readonly string[]) => execFileSync(program, words)

let copies = 0
/** What `verify` says of a copy after somebody was at it. */
async function verified(of: string, change: (copy: string) => Promise<unknown>, ...options: readonly string[]) {
  copies += 1
  const copy = join(place, `copy-${copies}`)
  await cp(of, copy, { recursive: true })
  await change(copy)
  const { out, ending } = await told(['verify', copy, '--json', ...options])
  const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: { what: string; item: string }[] }
  expect([ok, ending]).toEqual(findings.length === 0 ? [true, 'holds'] : [false, 'falls-short'])
  return findings.map(({ what, item }) => `${what} ${item}`)
}

const nothing = () => Promise.resolve()
const aFile = 'evidence/calls.png'

describe('a sealed case folder', () => {
  it('is sound as it is', async () => {
    expect(await verified(sealed, nothing)).toEqual([])
    expect(await verified(sealed, nothing, '--quick')).toEqual([])
  })

  it('is missed each byte that is tried of its seal', async () => {
    const seal = await readFile(join(sealed, 'evidence.sha256'))
    // Of the first line every third byte, then one in a hundred: each call is a whole reading.
    for (let at = 0; at < seal.length; at += at < 90 ? 3 : 101) {
      const flipped = Buffer.from(seal)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect([at, await verified(sealed, (copy) => writeFile(join(copy, 'evidence.sha256'), flipped))]).not.toEqual([
        at,
        [],
      ])
    }
  })

  it.each<[string, (copy: string) => Promise<unknown>, string[], string[]]>([
    ['a cut file', (copy) => truncate(join(copy, aFile), 100), [`evidence-changed ${aFile}`], []],
    ['a missing file', (copy) => rm(join(copy, aFile)), [`evidence-gone ${aFile}`], [`evidence-gone ${aFile}`]],
    [
      'a file more',
      (copy) => writeFile(join(copy, 'evidence/z.txt'), 'z'),
      ['not-listed evidence/z.txt'],
      ['not-listed evidence/z.txt'],
    ],
    [
      'a renamed file',
      (copy) => rename(join(copy, aFile), join(copy, 'evidence/z.png')),
      [`evidence-gone ${aFile}`, 'not-listed evidence/z.png'],
      [`evidence-gone ${aFile}`, 'not-listed evidence/z.png'],
    ],
    [
      'a link in place of a file',
      async (copy) => {
        await rm(join(copy, aFile))
        await symlink('/etc/passwd', join(copy, aFile))
      },
      [`symbolic-link ${aFile}`],
      [`symbolic-link ${aFile}`],
    ],
    ['no seal', (copy) => rm(join(copy, 'evidence.sha256')), ['unsealed evidence/'], ['unsealed evidence/']],
    [
      'a seal that is no list',
      (copy) => writeFile(join(copy, 'evidence.sha256'), '\n\nseal\n'),
      ['seal-unreadable evidence.sha256:3'],
      ['seal-unreadable evidence.sha256:3'],
    ],
    ['no case file', (copy) => rm(join(copy, 'case.yaml')), ['no-case case.yaml'], ['no-case case.yaml']],
  ])('with %s is found, and what is off is named', async (_what, change, all, quick) => {
    expect(await verified(sealed, change)).toEqual(all)
    expect(await verified(sealed, change, '--quick')).toEqual(quick)
  })

  it('whose seal lost its end is found by what is no longer listed', async () => {
    const cut = async (copy: string) => {
      const seal = await readFile(join(copy, 'evidence.sha256'), 'utf8')
      await writeFile(join(copy, 'evidence.sha256'), seal.split('\n').slice(0, -2).join('\n').concat('\n'))
    }
    expect(await verified(sealed, cut)).toEqual(['not-listed evidence/watch-flicker.png'])
    expect(await verified(sealed, cut, '--quick')).toEqual(['not-listed evidence/watch-flicker.png'])
  })
})

describe('a data folder', () => {
  it('is sound as it is', async () => {
    expect(await verified(data, nothing)).toEqual([])
    expect(await verified(data, nothing, '--quick')).toEqual([])
  })

  it.each<[string, (database: string) => Promise<unknown>]>([
    ['gone', (database) => rm(database)],
    ['emptied', (database) => truncate(database, 0)],
    ['another file', (database) => writeFile(database, 'hello')],
    ['cut in half', async (database) => truncate(database, Math.floor((await readFile(database)).length / 2))],
  ])('whose database is %s is found, and none is made in its place', async (_what, change) => {
    const damage = async (copy: string) => {
      await Promise.all(['youju.db-wal', 'youju.db-shm'].map((name) => rm(join(copy, name), { force: true })))
      await change(join(copy, 'youju.db'))
    }
    for (const options of [[], ['--quick']])
      expect(await verified(data, damage, ...options)).toContain('database youju.db')
  })

  it('names an original that changed, and reads its size only when quick', async () => {
    const [, name = ''] = await originals(data)
    const flip = async (copy: string) => {
      const bytes = await readFile(join(copy, 'vault', name))
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
      await rm(join(copy, 'vault', name), { force: true })
      await writeFile(join(copy, 'vault', name), bytes)
    }
    expect(await verified(data, flip)).toEqual([expect.stringContaining('original-changed self-operated-fault E')])
    expect(await verified(data, flip, '--quick')).toEqual([])
    expect(await verified(data, (copy) => rm(join(copy, 'vault', name)), '--quick')).toEqual([
      expect.stringContaining('original-gone self-operated-fault E'),
    ])
  })
})

describe('a bag of a kept case', () => {
  it('packed anew after a record was changed does not deceive: its chain tells', async () => {
    const files = await unzipped(bag)
    const base = 'youju-self-operated-fault/'
    const records = `${base}data/events.jsonl`
    files.set(
      records,
      Buffer.from((files.get(records)?.toString() ?? '').replace('不退', '可退').replace('"at":"2', '"at":"1')),
    )
    for (const algorithm of ['sha256', 'sha512']) {
      const lines = [...files]
        .filter(([name]) => name.startsWith(`${base}data/`))
        .map(([name, bytes]) => `${createHash(algorithm).update(bytes).digest('hex')}  ${name.slice(base.length)}\n`)
      files.set(`${base}manifest-${algorithm}.txt`, Buffer.from(lines.join('')))
      files.delete(`${base}tagmanifest-${algorithm}.txt`)
    }
    const again = await zipped(files)
    expect(await verified(bag, nothing)).toEqual([])
    expect((await verified(again, nothing))[0]).toMatch(/^chain-/)
  })
})

async function originals(folder: string): Promise<readonly string[]> {
  const all = await readdir(join(folder, 'vault'), { recursive: true, withFileTypes: true })
  return all
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath.slice(join(folder, 'vault').length + 1), one.name))
    .sort()
}

it.skipIf(process.platform === 'win32')('a pipe among the evidence is found and does not block', async () => {
  const pipe = async (copy: string) => {
    await rm(join(copy, aFile))
    run('mkfifo', [join(copy, aFile)])
  }
  expect(await verified(sealed, pipe)).toEqual([`special-file ${aFile}`])
})
