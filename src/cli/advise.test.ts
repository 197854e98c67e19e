import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from './world.fixture.ts'

const caseFile = `order:
  number: '1234567890123'
  shop: { name: 某某店, self-operated: false }
  items: [{ name: 耳机, price: 1299, quantity: 1 }]
  paid: 1299
  signed-at: 2026-09-18 12:00
problem:
  words: 左边没有声音
  types: [quality_defect]
`
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-'))
  await mkdir(join(folder, 'evidence'))
  await writeFile(join(folder, 'case.yaml'), caseFile)
})
afterEach(() => rm(folder, { recursive: true }))

describe('youju advise', () => {
  it('shows the next step first and prints the same advice as JSON', async () => {
    const plain = await run(`advise ${folder}`)
    expect(plain.ending).toBe('holds')
    expect(plain.out).toMatch(/^.+\n截至 2026-09-20 10:00（北京时间）.*\n\n下一步\n1\. /)
    const json = await run(`advise ${folder} --json --now 2026-09-20T10:00:00+08:00`)
    const advice = JSON.parse(json.out)
    expect(advice).toMatchObject({ now: '2026-09-20T10:00:00+08:00', problems: [{ type: 'quality_defect' }] })
    expect(plain.out).toContain(advice.next[0].do)
  })

  it('tells every fault of the case file with its place', async () => {
    await writeFile(join(folder, 'case.yaml'), caseFile.replace('signed-at', 'sigend-at'))
    const { ending, out, said } = await run(`advise ${folder}`)
    expect({ ending, out }).toEqual({ ending: 'misused', out: '' })
    expect(said.join('\n')).toMatch(/case\.yaml:6.*signed-at|signed-at/s)
  })

  it('refuses a folder that is not there', async () => {
    expect(await run(`advise ${join(folder, 'none')}`)).toMatchObject({ ending: 'misused', out: '' })
    expect((await run('advise')).said[0]).toContain('还缺 FOLDER')
  })

  it('answers no when a sealed original is gone', async () => {
    await writeFile(join(folder, 'evidence.sha256'), `${'0'.repeat(64)}  evidence/photo.jpg\n`)
    const { ending, said } = await run(`advise ${folder}`)
    expect({ ending, named: said.join().includes('photo.jpg') }).toEqual({ ending: 'falls-short', named: true })
  })
})
