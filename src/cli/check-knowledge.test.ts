import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from './world.fixture.ts'

const law = `id: cpl
title: 中华人民共和国消费者权益保护法
short: [消法]
standing: law
status: in-force
provisions:
  - { key: '24', articles: ['24'], title: 质量退货, grants: 不合格可退, from: 2014-03-15, to: null, grade: A, seen-in: [S1], checked-on: 2026-07-17 }
`
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-'))
  await mkdir(join(folder, 'laws'))
  await writeFile(join(folder, 'laws', 'cpl.yaml'), law)
})
afterEach(() => rm(folder, { recursive: true }))

describe('youju check-knowledge', () => {
  it('holds when nothing is wrong', async () => {
    expect(await run(`check-knowledge ${folder}`)).toMatchObject({ ending: 'holds', out: '', said: ['没有发现问题'] })
    expect(await run(`check-knowledge ${folder} --json`)).toMatchObject({ ending: 'holds', out: '[]\n' })
  })

  it('names file, line, why and fix of what is wrong', async () => {
    await writeFile(join(folder, 'laws', 'cpl.yaml'), law.replace('grade: A', 'grade: Z'))
    const { ending, out } = await run(`check-knowledge ${folder} --json --lang en`)
    expect(ending).toBe('falls-short')
    expect(JSON.parse(out)).toMatchObject([{ rule: 'schema', file: 'laws/cpl.yaml', line: 7 }])
    expect(JSON.parse(out)[0]).toHaveProperty('fix')
    const plain = await run(`check-knowledge ${folder}`)
    expect(plain.lines[0]).toBe('laws/cpl.yaml:7 [schema]')
    expect(plain.said).toEqual(['共 1 处问题'])
  })

  it('refuses a folder that is not there or holds no knowledge', async () => {
    expect(await run(`check-knowledge ${join(folder, 'none')}`)).toMatchObject({ ending: 'misused', out: '' })
    await rm(join(folder, 'laws'), { recursive: true })
    const { ending, said } = await run(`check-knowledge ${folder}`)
    expect({ ending, said }).toEqual({ ending: 'misused', said: [expect.stringContaining('没有知识文件')] })
  })
})
