import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, run } from '../world.fixture.ts'

const wrong = '😀根据《消法》第二十四条，我享有七日无理由退货的权利。'
const ask = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-lint-'))
  await writeFile(join(folder, '信.txt'), `您好：\n${wrong}\n`)
  await writeFile(join(folder, '好.txt'), '请依法退货退款。\n')
  await writeFile(join(folder, '乱.txt'), Buffer.from([0xb5, 0xe7, 0xc9, 0xcc]))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('youju lint', () => {
  it('answers a line for a line, places in code points, and ends with 1 on any error', async () => {
    const { ending, lines } = await run('lint', [ask('A', wrong), ask('B', '请依法退货退款。')])
    const [first, second] = lines.map((line) => JSON.parse(line))
    expect(ending).toBe('falls-short')
    expect(second).toEqual({ id: 'B', findings: [] })
    expect(first.findings[0]).toEqual({
      rule: 'wrong-provision',
      kind: 'citation',
      start: 3,
      end: 12,
      text: '《消法》第二十四条',
      message: expect.stringContaining('质量不合要求的退换修'),
      suggestion: '改引《中华人民共和国消费者权益保护法》第二十五条',
      severity: 'error',
    })
  })

  it('goes by the law of the moment given, and speaks English when asked', async () => {
    const text = '依据《市场监督管理投诉举报处理办法》第十五条'
    expect((await run('lint --now 2026-04-14T10:00', [ask('A', text)])).lines[0]).toContain('not-yet-in-force')
    expect((await run('lint --now 2026-04-15T10:00', [ask('A', text)])).ending).toBe('holds')
    expect((await run('lint --lang en', [ask('A', wrong)])).lines[0]).toContain('does not carry')
  })

  it('shows a text file line by line, or as one JSON line', async () => {
    const file = join(folder, '信.txt')
    const told = await call(['lint', file])
    expect({ ending: told.ending, first: told.lines[0] }).toEqual({
      ending: 'falls-short',
      first: expect.stringMatching(/^✗ 第 2 行“《消法》第二十四条”：/),
    })
    expect(told.lines.at(-1)).toContain('1 处必须先改')
    const { lines } = await call(['lint', '--json', file])
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: '信.txt', findings: [{ rule: 'wrong-provision' }, {}] })
    expect(await call(['lint', join(folder, '好.txt')])).toMatchObject({ ending: 'holds', out: '没有发现问题\n' })
  })

  it('knows the laws and articles of imported texts too', async () => {
    const [laws, data] = [join(folder, 'laws'), join(folder, 'data')]
    await mkdir(laws)
    await writeFile(
      join(laws, '风筝.txt'),
      '风筝放飞安全办法\n（2024年3月1日公布，自2024年5月1日起施行）\n第一条 为了安全，制定本办法。\n第二条 雷雨天不得放飞。',
    )
    const rules = async () => {
      const input = [ask('A', '依据《风筝放飞安全办法》第二条'), ask('B', '依据《风筝放飞安全办法》第九条')]
      const { lines } = await call(['lint', '--data', data], { input, clock: '2026-11-24T02:00:00Z' })
      return lines.map((line) => JSON.parse(line).findings.map(({ rule }: { rule: string }) => rule))
    }
    expect(await rules()).toEqual([['law-unknown'], ['law-unknown']])
    await call(['law', 'import', laws, '--data', data])
    expect(await rules()).toEqual([[], ['article-absent']])
  })

  it.each([
    [['lint', '--for', 'leter'], '您是不是要写“letter”'],
    [['lint', '没有.txt'], '没有“没有.txt”这个文件'],
    [['lint', '--case', '没有的文件夹'], '没有的文件夹'],
  ])('refuses %j', async (argv, why) => {
    const { ending, said } = await call(argv)
    expect({ ending, why: said.join() }).toEqual({ ending: 'misused', why: expect.stringContaining(why) })
  })

  it('says of bytes that are no UTF-8 how to mend them', async () => {
    const { ending, said } = await call(['lint', join(folder, '乱.txt')])
    expect({ ending, said: said.join() }).toEqual({ ending: 'misused', said: expect.stringContaining('UTF-8') })
  })
})
