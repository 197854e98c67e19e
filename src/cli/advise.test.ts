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
  it('shows the case as of that moment, the next step first', async () => {
    const { ending, out } = await run(`advise ${folder}`)
    expect(ending).toBe('holds')
    expect(out).toMatch(/^.+\n截至 2026-09-20 10:00（北京时间）.*\n\n下一步\n1\. /)
  })

  it('prints the advice as JSON and nothing else', async () => {
    const { ending, out } = await run(`advise ${folder} --json --lang en --now 2026-09-21T10:00:00+08:00`)
    expect(ending).toBe('holds')
    const advice = JSON.parse(out)
    expect(advice).toMatchObject({ now: '2026-09-21T10:00:00+08:00', problems: [{ type: 'quality_defect' }] })
    expect(advice.next.length).toBeGreaterThan(0)
  })

  it('refuses nearly the same text on two channels, unless a reason is given', async () => {
    const words = '2026年9月18日签收的耳机左边没有声音，商家拒绝退货，请按消费者权益保护法退货退款一千二百九十九元。'
    const filings = (extra: string) => `filings:
  - { channel: jd-service, at: 2026-09-19 10:00, text: "${words}" }
  - { channel: complaint-12315, at: 2026-09-20 09:00, text: "${words.replace('。', '！')}"${extra} }
`
    await writeFile(join(folder, 'case.yaml'), caseFile + filings(''))
    const { ending, said } = await run(`advise ${folder}`)
    expect(ending).toBe('misused')
    expect(said.join('')).toContain('几乎相同')
    await writeFile(join(folder, 'case.yaml'), caseFile + filings(', same-text-because: 平台要求附上原文'))
    expect((await run(`advise ${folder} --json`)).ending).toBe('holds')
  })

  it('tells every fault of the case file with its place', async () => {
    await writeFile(join(folder, 'case.yaml'), caseFile.replace('signed-at', 'sigend-at'))
    const { ending, out, said } = await run(`advise ${folder}`)
    expect({ ending, out }).toEqual({ ending: 'misused', out: '' })
    expect(said.join('\n')).toMatch(/case\.yaml:6.*sigend-at.*signed-at/s)
  })

  it('needs to be told which folder', async () => {
    expect((await run('advise')).said).toEqual([expect.stringContaining('还缺 FOLDER')])
  })

  it('answers no when a sealed original is gone', async () => {
    await writeFile(join(folder, 'evidence.sha256'), `${'0'.repeat(64)}  evidence/photo.jpg\n`)
    const { ending, said } = await run(`advise ${folder}`)
    expect({ ending, named: said.join().includes('photo.jpg') }).toEqual({ ending: 'falls-short', named: true })
  })
})
