import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseFolder, scratch } from '../server/pack/sample-folder.fixture.ts'
import { run } from './world.fixture.ts'

const at = '--now 2026-11-20T10:00:00'

describe('youju pack', () => {
  it('lists the next step first, then the papers written, then what the others lack', async () => {
    const folder = await caseFolder([[', phone: 138-0000-0000', '']])
    const { ending, out } = await run(`pack ${folder} -o ${join(await scratch(), 'out')} ${at}`)
    expect(ending).toBe('holds')
    const places = ['下一步\n1. ', '已写好 → ', '- 证据目录  exhibits.pdf', '还不能写', '    联系电话 —— '].map(
      (part) => out.indexOf(part),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  it('prints the manifest and nothing else with --json', async () => {
    const out = join(await scratch(), 'out')
    const call = await run(`pack ${await caseFolder()} -o ${out} ${at} --only overview --json`)
    expect(JSON.parse(call.out)).toEqual(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')))
  })

  it('speaks English, while its papers stay Chinese', async () => {
    const out = join(await scratch(), 'out')
    const call = await run(`pack ${await caseFolder()} -o ${out} ${at} --only letter-basic --lang en`)
    expect(call.out).toMatch(/^Next\n1\. /)
    expect(call.said.join('')).toContain('sealed')
    expect(await readFile(join(out, 'letter-basic.txt'), 'utf8')).toContain('投诉函')
    expect(await readFile(join(out, 'advice.json'), 'utf8')).not.toContain('质量问题')
  })

  it('names the papers that are not called for in one line', async () => {
    const out = join(await scratch(), 'out')
    const call = await run(`pack ${await caseFolder()} -o ${out} ${at}`)
    const { notCalledFor } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))
    const lines = call.out.split('\n')
    const line = lines[lines.indexOf('现在用不上') + 1]
    for (const { title } of notCalledFor) expect(line).toContain(title)
    expect(notCalledFor.length > 0).toBe(call.out.includes('现在用不上'))
  })

  it('tells under a paper what to know before it is used', async () => {
    const out = join(await scratch(), 'out')
    const call = await run(`pack ${await caseFolder()} -o ${out} ${at} --only notice-urge,overview`)
    expect(call.out).toMatch(/- 催告函 {2}notice-urge\.docx .*\n {4}催告函到达对方，.*\n/)
    expect(call.out).toMatch(/- 案件概览 {2}overview\.pdf\n$/)
  })

  it('asks for the folder of the papers', async () => {
    const { ending, said } = await run(`pack ${await caseFolder()}`)
    expect(ending).toBe('misused')
    expect(said.join('')).toContain('-o')
  })

  it('says what is wrong with the input and writes nothing', async () => {
    const { ending, out, said } = await run(
      `pack ${join(await scratch(), 'nowhere')} -o ${join(await scratch(), 'out')}`,
    )
    expect({ ending, out }).toEqual({ ending: 'misused', out: '' })
    expect(said.join('')).toContain('nowhere')
  })

  it('answers no when an original was changed after it was sealed', async () => {
    const folder = await caseFolder()
    const out = join(await scratch(), 'out')
    await run(`pack ${folder} -o ${out} ${at} --only overview`)
    await appendFile(join(folder, 'evidence', 'chat.png'), 'x')
    const { ending, said } = await run(`pack ${folder} -o ${out} ${at} --only overview`)
    expect(ending).toBe('falls-short')
    expect(said.join('')).toContain('evidence/chat.png')
  })
})
