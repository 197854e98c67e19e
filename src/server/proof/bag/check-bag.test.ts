import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkBag } from './check-bag.ts'

type Files = Record<string, string | Uint8Array>
const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

const digest = (algorithm: string, content: string | Uint8Array) => createHash(algorithm).update(content).digest('hex')
const declared = (version = '1.0', encoding = 'UTF-8') =>
  `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`

/** A sound bag of two files; what is given comes on top (undefined takes away). */
function files(changes: Record<string, string | Uint8Array | undefined> = {}): Files {
  const payload: Files = { 'data/订单.txt': '300000000011', 'data/a/b.txt': 'b' }
  const lines = Object.entries(payload).map(([path, content]) => `${digest('sha256', content)}  ${path}\n`)
  const whole = { ...payload, 'bagit.txt': declared(), 'manifest-sha256.txt': lines.join(''), ...changes }
  return Object.fromEntries(Object.entries(whole).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

async function bagOf(content: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-check-'))
  made.push(folder)
  for (const [path, text] of Object.entries(content)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

async function found(content: Files, quick = false) {
  const checked = await checkBag(await bagOf(content), { quick })
  if (!checked.ok) throw new Error(checked.refusal.text.en)
  const { findings, warnings } = checked.value
  const named = (list: typeof findings) => list.map(({ what, item }) => `${what} ${item}`)
  return { findings: named(findings), warnings: named(warnings) }
}

const manifest = () => String(files()['manifest-sha256.txt'])
const sound = { findings: [], warnings: [] }

describe('a bag', () => {
  it('that is whole is sound, also with older declarations and line ends', async () => {
    expect(await found(files())).toEqual(sound)
    expect(await found(files({ 'bagit.txt': declared().replaceAll('\n', '\r\n') }))).toEqual(sound)
    expect(await found(files({ 'bagit.txt': declared('0.97') }))).toEqual(sound)
  })

  it('is read in the encoding it declares', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(manifest(), 'utf16le')])
    expect(await found(files({ 'bagit.txt': declared('1.0', 'UTF-16'), 'manifest-sha256.txt': utf16 }))).toEqual(sound)
    const off = await found(files({ 'manifest-sha256.txt': Buffer.from(manifest(), 'latin1') }))
    expect(off.findings).not.toEqual([])
  })

  it.each([
    ['no declaration', undefined],
    ['a mark before the declaration', `\uFEFF${declared()}`],
    ['a blank before the colon', declared().replaceAll(':', ' :')],
    ['a version that was never', declared('2.0')],
    ['half a version', declared('.97')],
    ['no encoding', 'BagIt-Version: 1.0\n'],
    ['an unknown encoding', declared('1.0', 'KLINGON')],
  ])('with %s is refused', async (_what, text) => {
    expect((await found(files({ 'bagit.txt': text }))).findings).toHaveLength(1)
  })

  it('names what changed, what is gone and what is not listed', async () => {
    expect((await found(files({ 'data/a/b.txt': 'c' }))).findings).toEqual(['changed data/a/b.txt'])
    expect((await found(files({ 'data/a/b.txt': undefined }))).findings).toEqual(['missing data/a/b.txt'])
    expect((await found(files({ 'data/c.txt': 'c' }))).findings).toEqual(['not-listed data/c.txt'])
    expect((await found(files({ 'data/a/b.txt': 'c' }), true)).findings).toEqual([])
    expect((await found(files({ 'data/a/b.txt': undefined }), true)).findings).toEqual(['missing data/a/b.txt'])
  })

  it('wants every file in every manifest since 1.0', async () => {
    const half = { 'manifest-sha512.txt': `${digest('sha512', 'b')}  data/a/b.txt\n` }
    expect((await found(files(half))).findings).toEqual(['not-listed data/订单.txt'])
    expect(await found(files({ ...half, 'bagit.txt': declared('0.97') }))).toEqual(sound)
    expect((await found(files({ 'manifest-sha256.txt': undefined }))).findings).toContain('no-manifest manifest-*.txt')
  })

  it.each(['../out.txt', 'data/../../out.txt', '/etc/passwd', '~/x', 'C:\\x', '\\\\server\\x', 'data/./x', 'other/x'])(
    'with the path %s listed is refused',
    async (path) => {
      const { findings } = await found(
        files({ 'manifest-sha256.txt': `${manifest()}${digest('sha256', 'x')}  ${path}\n` }),
      )
      expect(findings.some((finding) => finding.startsWith('unsafe-path'))).toBe(true)
      const fetch = await found(files({ 'fetch.txt': `http://127.0.0.1:9/x - ${path}\n` }))
      expect(fetch.findings.some((finding) => finding.startsWith('unsafe-path'))).toBe(true)
    },
  )

  it('that names a file to be fetched is not complete without it', async () => {
    const listed = `${manifest()}${digest('sha256', 'far')}  data/far.txt\n`
    const holey = { 'manifest-sha256.txt': listed, 'fetch.txt': 'http://127.0.0.1:9/far 3 data/far.txt\n' }
    expect((await found(files(holey))).findings).toEqual(['not-fetched data/far.txt'])
    expect(await found(files({ ...holey, 'data/far.txt': 'far' }))).toEqual(sound)
  })

  it('lists a path once; before 1.0 twice the same was only odd', async () => {
    const twice = `${manifest()}${digest('sha256', 'b')}  data/a/b.txt\n`
    expect((await found(files({ 'manifest-sha256.txt': twice }))).findings).toEqual(['listed-twice data/a/b.txt'])
    const old = await found(files({ 'manifest-sha256.txt': twice, 'bagit.txt': declared('0.97') }))
    expect(old).toEqual({ findings: [], warnings: ['listed-twice data/a/b.txt'] })
  })

  it('holds as many bytes and files as it tells', async () => {
    expect(await found(files({ 'bag-info.txt': 'Payload-Oxum: 13.2\nNote: 一行\n  又一行\n' }))).toEqual(sound)
    expect((await found(files({ 'bag-info.txt': 'Payload-Oxum: 14.2\n' }))).findings).toEqual([
      'payload-size Payload-Oxum',
    ])
    expect((await found(files({ 'bag-info.txt': 'no label\n' }))).findings).toEqual(['info-line bag-info.txt:1'])
  })

  it('writes line ends and percent signs in names as %0A, %0D and %25', async () => {
    const name = 'data/100%.txt'
    const lines = `${manifest()}${digest('sha256', 'p')}  data/100%25.txt\n`
    expect(await found(files({ [name]: 'p', 'manifest-sha256.txt': lines }))).toEqual(sound)
  })

  it('lists names as they are, whatever marks they have', async () => {
    const name = 'data/a\u2028 b\u0085.txt'
    const lines = `${manifest()}${digest('sha256', 'u')}  ${name}\n`
    expect(await found(files({ [name]: 'u', 'manifest-sha256.txt': lines }))).toEqual(sound)
  })

  it('names a digest that is none of its kind, a second manifest of a kind, and what is to be fetched but not listed', async () => {
    const short = manifest().replace(/^[0-9a-f]{64}/, 'abc')
    expect((await found(files({ 'manifest-sha256.txt': short }), true)).findings).toContain(
      'manifest-line manifest-sha256.txt:1',
    )
    expect((await found(files({ 'manifest-SHA-256.txt': manifest() }))).findings).toEqual([
      'manifest-twice manifest-sha256.txt',
    ])
    const { findings } = await found(files({ 'fetch.txt': 'http://127.0.0.1:9/x - data/x\n' }))
    expect(findings).toEqual(['not-listed data/x'])
  })

  it('with lists too long to be true is told so at once', async () => {
    const line = `${digest('md5', '')}  data/`
    const many = Array.from({ length: 30_000 }, (_, n) => `${line}${n}\n`).join('')
    const { findings } = await found(
      files({ 'manifest-md5.txt': many, 'fetch.txt': 'http://127.0.0.1:9/x - data/1\n' }),
    )
    expect(findings).toContain('too-many-files manifest-md5.txt')
    const blanks = await found(files({ 'bagit.txt': ' '.repeat(2_000_000) }))
    expect(blanks.findings).toEqual(['tag-file-too-large bagit.txt'])
    const large = await found(files({ 'bag-info.txt': 'a: b\n'.repeat(13_000_000) }))
    expect(large.findings).toContain('tag-file-too-large bag-info.txt')
  })

  it('with a link in it is refused, and the link is not followed', async () => {
    const folder = await bagOf(files())
    await symlink('/etc/passwd', join(folder, 'data', 'link'))
    const checked = await checkBag(folder)
    expect(checked).toMatchObject({ ok: true, value: { ok: false, findings: [{ what: 'link', item: 'data/link' }] } })
  })

  it('whose names fall together on some systems is sound and says so', async () => {
    const lines = `${manifest()}${digest('sha256', 'B')}  data/a/B.txt\n`
    const { findings, warnings } = await found(files({ 'data/a/B.txt': 'B', 'manifest-sha256.txt': lines }))
    expect([findings, warnings.length]).toEqual([[], 1])
  })
})
