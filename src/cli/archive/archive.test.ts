import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call as callYouju } from '../world.fixture.ts'

/** A folder, and calls on the casebook in it (or in another). */
async function desk() {
  const folder = await mkdtemp(join(tmpdir(), 'youju-archive-'))
  const call = async (...words: string[]) => {
    const data = words.includes('--data') ? [] : ['--data', join(folder, 'data')]
    const { ending, out, said } = await callYouju([...words, ...data, '--now', '2026-11-20T10:00:00+08:00'], {
      clock: '2026-11-20T02:00:00Z',
    })
    return { ending, out, said: said.join('\n') }
  }
  const json = async (...words: string[]) => JSON.parse((await call(...words, '--json')).out)
  const note = join(folder, '聊天.txt')
  await writeFile(note, '请退款')
  await call('open', '--id', 'w1', '--words', '手表走时不准')
  await call('add', 'w1', note)
  return { folder, call, json, at: (name: string) => join(folder, name) }
}

describe('a casebook on the command line', () => {
  it('is backed up into one file and restored from it', async () => {
    const { call, json, at, folder } = await desk()
    expect((await call('backup', at('b.zip'))).out).toContain('已备份 1 个案件（4 条记录）、1 件原件')
    expect(await json('backup', '-o', at('c.zip'))).toEqual({
      file: at('c.zip'),
      cases: 1,
      events: 4,
      originals: 1,
      findings: [],
    })
    expect(await readFile(at('b.zip'))).toEqual(await readFile(at('c.zip')))
    const other = ['--data', at('other')]
    expect(await json('restore', at('b.zip'), ...other)).toEqual({
      ok: true,
      cases: 1,
      originals: 1,
      same: [],
      differing: [],
      findings: [],
    })
    expect(await json('list', ...other)).toMatchObject([{ caseId: 'w1' }])
    expect(await call('restore', at('b.zip'))).toMatchObject({ ending: 'holds' })
    await call('log', 'w1', '又问一次')
    const differing = await call('restore', at('b.zip'))
    expect(differing).toMatchObject({ ending: 'falls-short', out: expect.stringContaining('w1：库里的与备份不同') })
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is sealed under a passphrase, and opens with that alone', async () => {
    const { call, at } = await desk()
    await writeFile(at('口令'), '一句很长很长很长很长的口令\n')
    await writeFile(at('别的'), '另一句很长很长的口令')
    const other = ['--data', at('other')]
    expect((await call('backup', at('b.youju'), '--encrypt')).said).toContain('口令')
    expect(await call('backup', at('b.youju'), '--encrypt', '--pass-file', at('口令'))).toMatchObject({
      ending: 'holds',
    })
    expect((await readFile(at('b.youju'))).includes('PK')).toBe(false)
    expect((await call('restore', at('b.youju'), ...other)).said).toContain('--pass-file')
    expect(await call('restore', at('b.youju'), '--pass-file', at('别的'), ...other)).toMatchObject({
      ending: 'falls-short',
      said: expect.stringContaining('口令不对'),
    })
    expect((await call('restore', at('b.youju'), '--pass-file', at('口令'), ...other)).out).toContain(
      '恢复了 1 个案件、1 件原件',
    )
    expect((await readdir(at('other'))).filter((name) => name.startsWith('.unsealed'))).toEqual([])
  })

  it('is not backed up over a file that is there, nor into a folder that is not', async () => {
    const { call, at } = await desk()
    await writeFile(at('b.zip'), '重要')
    expect(await call('backup', at('b.zip'))).toMatchObject({
      ending: 'misused',
      said: expect.stringContaining('没有覆盖'),
    })
    expect(await readFile(at('b.zip'), 'utf8')).toBe('重要')
    expect(await call('backup', at('nowhere/b.zip'))).toMatchObject({ ending: 'misused' })
    expect(await call('backup')).toMatchObject({ ending: 'misused' })
  })

  it('gives a case as a folder and as a ZIP, and takes the folder back in', async () => {
    const { call, json, at, folder } = await desk()
    expect(await json('export', 'w1', '-o', at('案 一'))).toEqual({
      case: 'w1',
      to: at('案 一'),
      events: 4,
      exhibits: 1,
      findings: [],
    })
    expect(await readFile(at('案 一/evidence/聊天.txt'), 'utf8')).toBe('请退款')
    const other = ['--data', at('other')]
    expect(await json('import', at('案 一'), ...other)).toMatchObject({ case: 'w1', exhibits: 1 })
    expect((await call('export', 'w1', '-o', at('w1.zip'))).out).toContain('已导出 w1（4 条记录，1 件证据）')
    for (const out of ['案 一', 'w1.zip'])
      expect(await call('export', 'w1', '-o', at(out))).toMatchObject({
        ending: 'misused',
        said: expect.stringContaining('没有覆盖'),
      })
    expect(await call('export', 'w2', '-o', at('w2.zip'))).toMatchObject({ ending: 'misused' })
    expect(await call('export', 'w1')).toMatchObject({ ending: 'misused' })
    expect((await readdir(folder)).sort()).toEqual(['data', 'other', 'w1.zip', '案 一', '聊天.txt'].sort())
  })

  it('takes nothing of a damaged backup and names what is damaged', async () => {
    const { call, json, at } = await desk()
    await call('backup', at('b.zip'))
    const bytes = await readFile(at('b.zip'))
    const place = bytes.indexOf('请退款')
    bytes.write('请赔', place, 'utf8')
    await writeFile(at('b.zip'), bytes)
    const other = ['--data', at('other')]
    expect(await call('restore', at('b.zip'), ...other)).toMatchObject({
      ending: 'falls-short',
      said: expect.stringContaining('备份里的文件被改动或损坏：originals/'),
    })
    expect(await json('restore', at('b.zip'), ...other)).toMatchObject({
      ok: false,
      findings: [{ what: 'entry-changed', item: expect.stringMatching(/^originals\//) }],
    })
    expect(await json('list', ...other)).toEqual([])
    expect(await call('restore', at('nowhere.zip'), ...other)).toMatchObject({ ending: 'misused' })
  })
})
