import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../world.fixture.ts'

/** Made up for this test, but for the titles: a law the base has, and one it has not. */
const base =
  '中华人民共和国消费者权益保护法\n2013年10月25日修正\n第一章 风筝\n第二十五条 风筝七日内可以收回。\n第五十七条 放风筝的人应当收线。\n第六十三条 结束。'
const other =
  '风筝放飞安全办法\n（2024年3月1日公布，自2024年5月1日起施行）\n第一条 为了放飞安全，制定本办法。\n第二条 雷雨天气不得放飞带金属线的风筝。'

let folder = ''
const data = () => `--data ${join(folder, 'data')}`
const json = async (words: string) => JSON.parse((await run(`law ${words} --json ${data()}`)).out)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-cli-laws-'))
  await writeFile(join(folder, 'base.md'), base)
  await writeFile(join(folder, 'other.txt'), other)
  await run(`law import ${folder} ${data()}`)
})

describe('youju law import', () => {
  it('says what became of each file, and of nothing new', async () => {
    const { ending, lines } = await run(`law import ${folder} ${data()}`)
    expect({ ending, lines }).toEqual({
      ending: 'holds',
      lines: [
        '已有  base.md：《中华人民共和国消费者权益保护法》2013-10-25',
        '已有  other.txt：《风筝放飞安全办法》2024-03-01',
      ],
    })
    expect(await json(`import ${folder}`)).toMatchObject([
      {
        file: 'base.md',
        status: 'same',
        law: '中华人民共和国消费者权益保护法',
        day: '2013-10-25',
        articles: 3,
        added: 0,
      },
      { file: 'other.txt', published: '2024-03-01', effective: '2024-05-01', articles: 2 },
    ])
  })

  it('answers no when a file is refused, with the reason', async () => {
    const odd = await mkdtemp(join(tmpdir(), 'youju-cli-laws-'))
    await writeFile(join(odd, 'base.md'), base.replace('收线', '放线'))
    const changed = await run(`law import ${odd} ${data()}`)
    expect(changed.ending).toBe('falls-short')
    expect(changed.out).toMatch(/没有收 {2}base\.md：与已导入的.*第 57 条/)
    expect(await json(`import ${odd}`)).toMatchObject([
      { file: 'base.md', status: 'refused', reason: expect.any(String) },
    ])
    expect((await run(`law import ${join(odd, 'none')} ${data()}`)).ending).toBe('misused')
  })
})

describe('youju law show with imported texts', () => {
  it('gives the official words beside our entry, with their file, its digest and when they were imported', async () => {
    const { out } = await run(`law show 消法25 ${data()}`)
    expect(out).toContain('网购七日无理由退货')
    expect(out).toMatch(
      /导入的官方文本：《中华人民共和国消费者权益保护法》第25条\n第一章 风筝\n {2}风筝七日内可以收回。/,
    )
    expect(out).toMatch(/2013-10-25 公布或修正；来自 base\.md（SHA-256 [0-9a-f]{64}），2026-09-20 10:00 导入/)
    expect(await json('show 消法25')).toMatchObject({
      ref: 'cpl#25',
      imported: { article: '25', text: '风筝七日内可以收回。', file: 'base.md', importedAt: expect.any(String) },
    })
  })
  it('gives an article that only the imported text has', async () => {
    expect(await json('show 消法五十七条')).toMatchObject({ ref: 'cpl#57', imported: { text: '放风筝的人应当收线。' } })
    expect((await run(`law show 风筝放飞安全办法第二条 ${data()}`)).out).toContain('  雷雨天气不得放飞带金属线的风筝。')
  })
  it('gives only a text that counts on the day', async () => {
    expect(await json('show 消法25 --on 2014-04-01')).toHaveProperty('imported')
    expect((await run(`law show 风筝放飞安全办法2 --on 2024-04-30 ${data()}`)).ending).toBe('misused')
  })
  it('says nothing of imported texts where none were imported', async () => {
    const { out } = await run(`law show 消法25 --json --data ${join(folder, 'empty')}`)
    expect(JSON.parse(out)).not.toHaveProperty('imported')
  })
})

describe('youju law search with imported texts', () => {
  it('finds articles the base does not have, and says so', async () => {
    const [first] = await json('search 雷雨天气放飞金属线风筝')
    expect(first).toMatchObject({
      ref: '风筝放飞安全办法#2',
      law: '风筝放飞安全办法',
      article: '2',
      title: '雷雨天气不得放飞带金属线的风筝。',
      imported: { file: 'other.txt', day: '2024-03-01' },
    })
    expect((await run(`law search 雷雨天气放飞金属线风筝 ${data()}`)).lines[0]).toBe(
      '1. 风筝放飞安全办法#2  雷雨天气不得放飞带金属线的风筝。  （导入的官方文本：other.txt）',
    )
  })
  it('leaves articles of the base to our own entry', async () => {
    const refs = (await json('search 放风筝的人七日内可以收回收线 -n 100')).map(
      ({ ref, imported }: { ref: string; imported?: object }) => [ref, imported !== undefined],
    )
    expect(refs).toContainEqual(['cpl#57', true])
    expect(refs).not.toContainEqual(['cpl#25', true])
  })
})
