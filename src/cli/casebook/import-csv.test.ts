import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../world.fixture.ts'

const sheet =
  '订单号,商品,实付,签收时间,问题,备注\n290000000001,手表,99,2026/9/4,坏了,甲\n290000000002,杯子,三十,,碎了,\n'

async function folderWith(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'youju-csv-'))
  const file = join(folder, 'list.csv')
  await writeFile(file, text)
  return { file, data: join(folder, 'data') }
}

describe('youju import FILE.csv', () => {
  it('shows in a preview what each row would become, and keeps nothing', async () => {
    const { file, data } = await folderWith(sheet)
    const { ending, lines } = await run(`import ${file} --preview --data ${data}`)
    expect(ending).toBe('misused')
    expect(lines).toEqual([
      '收下的列：订单号、商品、实付、签收时间、问题',
      '不收的列：备注',
      '2  ✓  手表  ¥99.00',
      '3  ✗  杯子  ¥三十',
      expect.stringContaining('“实付”：“三十”不是可用的金额'),
      '共 2 行，可以收 1 行，要改 1 行；还没有保存',
    ])
    expect(JSON.parse((await run(`list --json --data ${data}`)).out)).toEqual([])
  })

  it('keeps the good rows, names the others, and takes none twice', async () => {
    const { file, data } = await folderWith(sheet)
    const first = await run(`import ${file} --data ${data}`)
    expect({ ending: first.ending, last: first.lines.at(-1) }).toEqual({
      ending: 'misused',
      last: '收进案件库 1 件，以前收过 0 件，没有收 1 行',
    })
    const again = await run(`import ${file} --json --data ${data}`)
    expect(JSON.parse(again.out)).toMatchObject({ opened: [{ line: 2, again: true }], skipped: [{ line: 3 }] })
    expect(JSON.parse((await run(`list --json --data ${data}`)).out)).toHaveLength(1)
    expect((await run(`import ${file} --lang en --data ${data}`)).lines.at(-1)).toBe(
      '0 kept, 1 taken before, 1 row not taken',
    )
  })

  it('ends well when every row is good', async () => {
    const { file, data } = await folderWith(sheet.replace('三十', '30'))
    expect((await run(`import ${file} --preview --data ${data}`)).ending).toBe('holds')
    expect((await run(`import ${file} --data ${data}`)).ending).toBe('holds')
  })

  it('says what is no such table', async () => {
    const { file, data } = await folderWith('甲,乙\n1,2\n')
    const { ending, said, out } = await run(`import ${file} --data ${data}`)
    expect({ ending, out }).toEqual({ ending: 'misused', out: '' })
    expect(said[0]).toContain('认不出表头')
  })

  it('previews no folder', async () => {
    const { data } = await folderWith('')
    const { ending, said } = await run(`import ${tmpdir()} --preview --data ${data}`)
    expect({ ending, told: said.length }).toEqual({ ending: 'misused', told: 1 })
  })
})
