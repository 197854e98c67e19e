import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importStatutes } from './import-statutes.ts'
import { readStatutes } from './statute-shelf.ts'

const kites = '中华人民共和国风筝法\n2019年8月6日通过\n第一条 放风筝。\n第二条 收风筝。\n'
/** 《线办法》 in GB18030, as older files are written. */
const lines = Buffer.from('cfdfb0ecb7a80a32303230c4ea31d4c232c8d5b9abb2bc0ab5dad2bbccf520b7c5cfdfa1a30a', 'hex')

async function folderOf(files: Readonly<Record<string, string | Buffer>>) {
  const folder = await mkdtemp(join(tmpdir(), 'youju-laws-'))
  const from = join(folder, '下载')
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(from, name)), { recursive: true })
    await writeFile(join(from, name), content)
  }
  return { from, data: join(folder, 'data') }
}
const imported = async (from: string, data: string, now = '2026-11-27T00:00:00Z') => {
  const result = await importStatutes(from, { data, now, progress: () => {} })
  if (!result.ok) return result.refusal.code
  return Object.fromEntries(
    result.value.map((one) => [one.file, 'statute' in one ? one.status : `${one.status} ${one.refusal.code}`]),
  )
}

describe('importing statutes', () => {
  it('takes texts of a folder and those below it, and says what became of each file', async () => {
    const { from, data } = await folderOf({
      '风筝法.txt': kites,
      '部门规章/线办法.txt': lines,
      '说明.md': '从哪里下载的',
      '没有日期.md': '彩灯法\n第一条 点灯。',
      '旧.doc': 'x',
      '假.docx': '不是 DOCX',
      '清单.json': '{}',
    })
    await symlink('/etc/hostname', join(from, '别处.txt'))
    expect(await imported(from, data)).toEqual({
      '风筝法.txt': 'new',
      '部门规章/线办法.txt': 'new',
      '说明.md': 'passed-over no-articles',
      '没有日期.md': 'refused no-day',
      '旧.doc': 'refused old-word',
      '假.docx': 'refused zip-unreadable',
    })
    const held = await readStatutes(data)
    expect(held.map(({ title, day }) => `${title} ${day}`).sort()).toEqual([
      '中华人民共和国风筝法 2019-08-06',
      '线办法 2020-01-02',
    ])
    expect(held.find(({ title }) => title === '线办法')).toMatchObject({
      articles: [{ article: '1', text: '放线。' }],
      sources: [{ file: '部门规章/线办法.txt', importedAt: '2026-11-27T00:00:00Z' }],
    })
  })

  it('changes nothing a second time, not even the moment of import', async () => {
    const { from, data } = await folderOf({ '风筝法.txt': kites })
    await imported(from, data)
    const before = await everything(data)
    expect(await imported(from, data, '2027-01-01T00:00:00Z')).toEqual({ '风筝法.txt': 'same' })
    expect(await everything(data)).toEqual(before)
  })

  it('refuses a changed file of a version it holds, and keeps a newer version beside the old one', async () => {
    const { from, data } = await folderOf({ '风筝法.txt': kites })
    await imported(from, data)
    const before = await everything(data)
    await writeFile(join(from, '风筝法.txt'), kites.replace('收风筝', '不收风筝'))
    expect(await imported(from, data)).toEqual({ '风筝法.txt': 'refused statute-differs' })
    expect(await everything(data)).toEqual(before)
    await writeFile(join(from, '风筝法.txt'), kites.replace('收风筝', '不收风筝').replace('2019年', '2024年'))
    expect(await imported(from, data)).toEqual({ '风筝法.txt': 'new' })
    expect(await readStatutes(data)).toHaveLength(2)
  })

  it('brings together a statute kept in parts, the head in a file of its own', async () => {
    const { from, data } = await folderOf({
      '法典/README.md': '# 中华人民共和国风筝法\n\n2019年8月6日通过\n',
      '法典/01.md': '# 第一编 放\n\n**第一条**　放风筝。\n',
      '法典/02.md': '# 第二编 收\n\n**第二条**　收风筝。\n',
    })
    expect(await imported(from, data)).toEqual({
      '法典/README.md': 'passed-over no-articles',
      '法典/01.md': 'new',
      '法典/02.md': 'added',
    })
    const [statute] = await readStatutes(data)
    expect(
      statute?.articles.map(({ article, under, source }) => [article, under[0], statute.sources[source]?.file]),
    ).toEqual([
      ['1', '第一编 放', '法典/01.md'],
      ['2', '第二编 收', '法典/02.md'],
    ])
  })

  it('refuses a place where there is nothing to import', async () => {
    const { from, data } = await folderOf({ '图.png': 'x' })
    expect(await imported(from, data)).toBe('nothing-to-import')
    expect(await imported(join(from, '没有'), data)).toBe('file-unknown')
    expect(await readStatutes(data)).toEqual([])
  })

  it('says which file of the data folder is damaged', async () => {
    const { from, data } = await folderOf({ '风筝法.txt': kites })
    await imported(from, data)
    const [name = ''] = await readdir(join(data, 'laws'))
    await writeFile(join(data, 'laws', name), '{')
    await expect(readStatutes(data)).rejects.toThrow(name)
  })
})

async function everything(data: string) {
  const names = await readdir(join(data, 'laws'))
  return Promise.all(names.map(async (name) => [name, await readFile(join(data, 'laws', name), 'utf8')]))
}
