import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf } from './case-folder.fixture.ts'
import { type CaseFolder, readCaseFolder, sealCaseFolder } from './read-case-folder.ts'

const now = '2026-11-01T00:00:00Z'
const png = Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1')
const yaml = 'order: { number: 1 }\nevidence: [{ file: a.png, kind: goods-photo, title: 照片 }]\n'
const sha = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

async function codes(folder: string): Promise<readonly string[]> {
  const read = await readCaseFolder(folder, { now })
  return read.ok ? [] : (read.refusal.all ?? [read.refusal]).map(({ code, at }) => `${code} ${at}`)
}
async function whole(folder: string): Promise<CaseFolder> {
  const read = await readCaseFolder(folder, { now })
  if (!read.ok) throw new Error(read.refusal.text.en)
  return read.value
}

/** What a common tool of the system prints when run in a folder. */
function run(tool: string, words: readonly string[], folder: string): string {
  return execFileSync(tool, words, { cwd: folder, encoding: 'utf8' })
}

describe('reading a case folder', () => {
  it('gives the case, its events, and where each original lies', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png })
    const read = await whole(folder)
    expect(read.case).toMatchObject({
      id: basename(folder),
      openedAt: now,
      evidence: [{ id: 'E1', file: 'evidence/a.png', sha256: sha(png), bytes: png.length, mime: 'image/png' }],
    })
    expect(read.events).toHaveLength(read.case.version)
    expect([...read.exhibits]).toEqual([['E1', join(folder, 'evidence/a.png')]])
    expect(read.notices).toEqual([])
    expect(read.seal).toBeUndefined()
  })

  it('changes nothing in it', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png })
    await whole(folder)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'case.yaml',
      'evidence',
      join('evidence', 'a.png'),
    ])
  })

  it('takes the clock when no moment is given', async () => {
    const before = new Date().toISOString()
    const read = await readCaseFolder(folderOf({ 'case.yaml': 'order: {}' }))
    expect(read.ok && (read.value.case.openedAt ?? '') >= before.slice(0, 19)).toBe(true)
  })

  it('calls a case "case" whose folder has a name that is no id', async () => {
    const parent = folderOf({ '我的 案件/case.yaml': 'order: {}' })
    expect((await whole(join(parent, '我的 案件'))).case.id).toBe('case')
  })

  it('keeps files of any name, also in sub-folders, bidirectional marks and all', async () => {
    const names = [
      '聊天\u202Egnp.txt',
      'a b\'"$&`;|.png',
      '-rf',
      'é',
      'e\u0301x',
      '😀𠮷.jpg',
      '深/更深/截图.png',
      'line\nbreak',
      'back\\slash',
    ]
    const folder = folderOf({
      'case.yaml': 'order: {}',
      ...Object.fromEntries(names.map((name) => [`evidence/${name}`, name])),
    })
    const read = await whole(folder)
    expect(read.case.evidence.map(({ file }) => file).sort()).toEqual(names.map((name) => `evidence/${name}`).sort())
    for (const { id, sha256, file } of read.case.evidence) {
      expect(sha256).toBe(sha(file.slice('evidence/'.length)))
      expect(sha(readFileSync(read.exhibits.get(id) ?? ''))).toBe(sha256)
    }
    expect(read.notices.map(({ code }) => code)).toEqual(names.map(() => 'evidence-unlisted'))
  })

  it('tells what a file is by its content, not its name', async () => {
    const folder = folderOf({
      'case.yaml': 'order: {}',
      'evidence/a.pdf': png,
      'evidence/b.png': 'words',
      'evidence/c.txt': '\0\x01',
    })
    expect((await whole(folder)).files.map(({ mime }) => mime)).toEqual(['image/png', 'text/plain', undefined])
  })

  it('passes over what systems leave behind, and hidden files with word of it', async () => {
    const litter = ['.DS_Store', '._a.png', 'Thumbs.db', 'desktop.ini', '深/.DS_Store']
    const folder = folderOf({
      'case.yaml': yaml,
      'evidence/a.png': png,
      'evidence/.secret.png': png,
      ...Object.fromEntries(litter.map((name) => [`evidence/${name}`, 'x'])),
    })
    const read = await whole(folder)
    expect(read.files.map(({ file }) => file)).toEqual(['evidence/a.png'])
    expect(read.notices.map(({ code, at }) => [code, at])).toEqual([['evidence-hidden', 'evidence/.secret.png']])
  })

  it('says when a file is empty', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': '' })
    expect((await whole(folder)).notices).toMatchObject([{ code: 'evidence-empty', at: 'evidence/a.png' }])
  })

  it('hashes files of many megabytes whole', async () => {
    const big = Buffer.alloc(5_000_001, 'ab')
    const folder = folderOf({ 'case.yaml': 'order: {}', 'evidence/film': big })
    expect((await whole(folder)).files).toMatchObject([{ sha256: sha(big), bytes: 5_000_001 }])
  })

  it('refuses a folder that is not there, is a file, has no case.yaml, naming one like it', async () => {
    const folder = folderOf({ 'case.yml': 'order: {}' })
    expect(await codes(join(folder, 'nowhere'))).toEqual([`folder-missing ${join(folder, 'nowhere')}`])
    expect(await codes(join(folder, 'case.yml'))).toEqual([`not-a-folder ${join(folder, 'case.yml')}`])
    expect(await codes(join(folder, 'case.yml', 'deeper'))).toEqual([
      `folder-missing ${join(folder, 'case.yml', 'deeper')}`,
    ])
    expect(await codes(folder)).toEqual(['case-file-missing case.yaml'])
    const read = await readCaseFolder(folder)
    expect(!read.ok && read.refusal.text.zh).toContain('case.yml')
  })

  it('follows no link: not the folder, not case.yaml, not evidence, nothing in it', async () => {
    const real = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png, 'other/b.png': png })
    const place = folderOf({ 'case.yaml': yaml })
    symlinkSync(real, join(place, 'case'))
    expect(await codes(join(place, 'case'))).toEqual([`symbolic-link ${join(place, 'case')}`])
    expect(await codes(`${join(place, 'case')}/`)).toEqual([`symbolic-link ${join(place, 'case')}/`])
    symlinkSync(join(real, 'evidence'), join(place, 'evidence'))
    expect(await codes(place)).toEqual(['symbolic-link evidence'])
    unlinkSync(join(place, 'evidence'))
    mkdirSync(join(place, 'evidence'))
    symlinkSync(join(real, 'evidence/a.png'), join(place, 'evidence/a.png'))
    expect(await codes(place)).toEqual(['symbolic-link evidence/a.png'])
    unlinkSync(join(place, 'evidence/a.png'))
    writeFileSync(join(place, 'evidence/a.png'), png)
    symlinkSync(join(real, 'other'), join(place, 'evidence/other'))
    expect(await codes(place)).toEqual(['symbolic-link evidence/other'])
    unlinkSync(join(place, 'evidence/other'))
    symlinkSync('/nowhere', join(place, 'evidence/dangling'))
    expect(await codes(place)).toEqual(['symbolic-link evidence/dangling'])
    unlinkSync(join(place, 'evidence/dangling'))
    expect(await codes(place)).toEqual([])
    unlinkSync(join(place, 'case.yaml'))
    symlinkSync(join(real, 'case.yaml'), join(place, 'case.yaml'))
    expect(await codes(place)).toEqual(['symbolic-link case.yaml'])
  })

  it('refuses pipes and sockets without waiting for them', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png })
    run('mkfifo', [join(folder, 'evidence/pipe')], folder)
    expect(await codes(folder)).toEqual(['special-file evidence/pipe'])
    unlinkSync(join(folder, 'evidence/pipe'))
    const server = createServer()
    await new Promise<void>((listening) => server.listen(join(folder, 'evidence/socket'), listening))
    expect(await codes(folder)).toEqual(['special-file evidence/socket'])
    await new Promise((closed) => server.close(closed))
    unlinkSync(join(folder, 'case.yaml'))
    run('mkfifo', [join(folder, 'case.yaml')], folder)
    expect(await codes(folder)).toEqual(['special-file case.yaml'])
  })

  it('refuses evidence that is a file, case.yaml that is a folder, a file name that is not UTF-8', async () => {
    expect(await codes(folderOf({ 'case.yaml': 'order: {}', evidence: 'x' }))).toEqual(['not-a-folder evidence'])
    expect(await codes(folderOf({ 'case.yaml/x': '' }))).toEqual(['special-file case.yaml'])
    const folder = folderOf({ 'case.yaml': 'order: {}', 'evidence/a': '' })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/evidence/`), Buffer.from([0xb6, 0xa9])]), '')
    expect(await codes(folder)).toEqual(['file-name-off evidence'])
  })

  it('refuses folders nested beyond reason', async () => {
    const deep = Array.from({ length: 9 }, (_, at) => `d${at}`).join('/')
    expect(await codes(folderOf({ 'case.yaml': 'order: {}', [`evidence/${deep}/x`]: '' }))).toEqual([
      'evidence-too-many evidence/d0/d1/d2/d3/d4/d5/d6/d7',
    ])
  })

  it('refuses a case.yaml of fifty megabytes, or one byte too many, without reading it whole', async () => {
    const folder = folderOf({ 'case.yaml': `order: {}\n#${'x'.repeat(1_048_576 - 11)}` })
    expect(await codes(folder)).toEqual([])
    writeFileSync(join(folder, 'case.yaml'), `order: {}\n#${'x'.repeat(1_048_576 - 10)}`)
    expect(await codes(folder)).toEqual(['case-file-too-big case.yaml'])
    writeFileSync(join(folder, 'case.yaml'), Buffer.alloc(50_000_000, 'a'))
    expect(await codes(folder)).toEqual(['case-file-too-big case.yaml'])
  })

  it('accepts a byte order mark and refuses what is not UTF-8, saying what it may be', async () => {
    expect(await codes(folderOf({ 'case.yaml': '\uFEFForder: {}' }))).toEqual([])
    const gbk = folderOf({ 'case.yaml': Buffer.from([0x6f, 0x3a, 0x20, 0xb6, 0xa9]) })
    expect(await codes(gbk)).toEqual(['not-utf8 case.yaml'])
    const utf16 = await readCaseFolder(folderOf({ 'case.yaml': Buffer.from('\uFEFForder: {}', 'utf16le') }))
    expect(!utf16.ok && utf16.refusal.text.zh).toContain('UTF-16')
  })

  it('sums up several faults of case.yaml in one refusal that lists them all', async () => {
    const read = await readCaseFolder(folderOf({ 'case.yaml': 'order: { paid: 一百 }\noder: 1\n' }), { now })
    expect(read).toMatchObject({
      ok: false,
      refusal: { code: 'case-file-faulty', at: 'case.yaml', all: [{ code: 'not-an-amount' }, { code: 'key-unknown' }] },
    })
    expect(!read.ok && read.refusal.text.zh.split('\n')).toHaveLength(3)
    expect(await codes(folderOf({ 'case.yaml': 'order: { paid: 一百 }' }))).toEqual([
      'not-an-amount case.yaml:1 order.paid',
    ])
    expect(await codes(folderOf({ 'case.yaml': '' }))).toEqual(['case-file-empty case.yaml'])
  })
})

describe('sealing a case folder', () => {
  const odd = { 'evidence/聊天\u202E.txt': 'b', 'evidence/line\nbreak': 'c', 'evidence/back\\slash': 'd' }

  it('writes a list that sha256sum accepts', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png, ...odd })
    expect(await sealCaseFolder(await whole(folder))).toEqual({ ok: true, value: { written: true } })
    expect(run('sha256sum', ['-c', '--strict', 'evidence.sha256'], folder).match(/OK$/gm)).toHaveLength(4)
    expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'evidence', 'evidence.sha256'])
  })

  it('reads its own list again, and the list that sha256sum writes', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png, ...odd })
    await sealCaseFolder(await whole(folder))
    const own = readFileSync(join(folder, 'evidence.sha256'), 'utf8')
    expect((await whole(folder)).seal?.hashes.size).toBe(4)
    const paths = [...(await whole(folder)).exhibits.values()].map((path) => path.slice(folder.length + 1))
    const theirs = run('sha256sum', ['--', ...paths], folder)
    expect(theirs.split('\n').sort()).toEqual(own.split('\n').sort())
    writeFileSync(
      join(folder, 'evidence.sha256'),
      theirs.replaceAll('  evidence', ' *evidence').replaceAll('\n', '\r\n'),
    )
    expect(await codes(folder)).toEqual([])
  })

  it('finds a file that was changed by one bit, or is gone, and names it', async () => {
    const folder = folderOf({
      'case.yaml': 'order: {}',
      'evidence/a.png': png,
      'evidence/b.txt': 'b',
      'evidence/c.txt': 'c',
    })
    await sealCaseFolder(await whole(folder))
    expect(await codes(folder)).toEqual([])
    writeFileSync(join(folder, 'evidence/b.txt'), 'B')
    expect(await codes(folder)).toEqual(['evidence-changed evidence/b.txt'])
    renameSync(join(folder, 'evidence/a.png'), join(folder, 'evidence/z.png'))
    expect(await codes(folder)).toEqual(['evidence-gone evidence/a.png', 'evidence-changed evidence/b.txt'])
  })

  it('says of what was added later that it is not sealed, and then seals it without touching the old lines', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png })
    await sealCaseFolder(await whole(folder))
    const first = readFileSync(join(folder, 'evidence.sha256'), 'utf8')
    writeFileSync(join(folder, 'evidence/b.txt'), 'b')
    const read = await whole(folder)
    expect(read.notices.map(({ code, at }) => [code, at])).toEqual([
      ['evidence-unlisted', 'evidence/b.txt'],
      ['evidence-unsealed', 'evidence/b.txt'],
    ])
    expect(await sealCaseFolder(read)).toEqual({ ok: true, value: { written: true } })
    const second = readFileSync(join(folder, 'evidence.sha256'), 'utf8')
    expect(second).toBe(`${first}${sha('b')}  evidence/b.txt\n`)
    expect(await sealCaseFolder(await whole(folder))).toEqual({ ok: true, value: { written: false } })
  })

  it('writes nothing when there is nothing to seal', async () => {
    const folder = folderOf({ 'case.yaml': 'order: {}' })
    expect(await sealCaseFolder(await whole(folder))).toEqual({ ok: true, value: { written: false } })
    expect(existsSync(join(folder, 'evidence.sha256'))).toBe(false)
  })

  it('refuses a seal that is none, naming the line', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png })
    const good = `${sha(png)}  evidence/a.png\n`
    for (const [text, line] of [
      ['nonsense', 1],
      [`${good}${good}`, 2],
      [`${good}\n${sha('x')}  case.yaml\n`, 3],
      [`${good}${sha('x').toUpperCase()}  evidence/b\n`, 2],
    ] as const) {
      writeFileSync(join(folder, 'evidence.sha256'), text)
      expect(await codes(folder)).toEqual([`seal-unreadable evidence.sha256:${line}`])
    }
    writeFileSync(join(folder, 'evidence.sha256'), good.trimEnd())
    expect(await codes(folder)).toEqual([])
    unlinkSync(join(folder, 'evidence.sha256'))
    symlinkSync(join(folder, 'case.yaml'), join(folder, 'evidence.sha256'))
    expect(await codes(folder)).toEqual(['symbolic-link evidence.sha256'])
  })

  it('adds to a seal whose last line has no end', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png, 'evidence/b': 'b' })
    writeFileSync(join(folder, 'evidence.sha256'), `${sha(png)}  evidence/a.png`)
    await sealCaseFolder(await whole(folder))
    expect((await whole(folder)).seal?.hashes.size).toBe(2)
  })

  it('leaves nothing half-written where it cannot write', async () => {
    const folder = folderOf({ 'case.yaml': yaml, 'evidence/a.png': png })
    const read = await whole(folder)
    mkdirSync(join(folder, `.evidence.sha256.${process.pid}`))
    expect(await sealCaseFolder(read)).toMatchObject({ ok: false, refusal: { code: 'seal-not-written' } })
    expect(existsSync(join(folder, 'evidence.sha256'))).toBe(false)
  })
})
