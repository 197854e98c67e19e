import { describe, expect, it } from 'vitest'
import { run } from '../world.fixture.ts'

const ask = (text: string) => JSON.stringify({ id: 'A', text })

describe('youju triage', () => {
  it('answers a line for a line, strongest first, with the places of the words', async () => {
    const { ending, lines, said } = await run('triage', [`${ask('屏幕黑屏，退款没到账')}\n`, ask('发票怎么开')])
    expect({ ending, said }).toEqual({ ending: 'holds', said: [] })
    const [first, second] = lines.map((line) => JSON.parse(line))
    expect(first).toMatchObject({ id: 'A', complaint: true })
    expect(first.problems.map(({ type }: { type: string }) => type).sort()).toEqual([
      'quality_defect',
      'refund_delayed',
    ])
    expect(first.problems.find(({ type }: { type: string }) => type === 'quality_defect').because).toEqual([
      { start: 2, end: 4 },
    ])
    expect(second).toMatchObject({ complaint: false, problems: [{ type: 'invoice' }] })
  })

  it('prints one code for problems that share it', async () => {
    const { lines } = await run('triage', [ask('刚买就降价，而且价格比超市还贵')])
    expect(JSON.parse(lines[0] ?? '').problems).toMatchObject([{ type: 'price_dispute' }])
  })

  it('names none in praise, and says what it is not sure of', async () => {
    const { lines } = await run('triage', [`${ask('很好，谢谢')}\n`, ask('很失望')])
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { problems: [], complaint: false },
      { problems: [], complaint: false, unsure: [{ type: 'quality_defect' }] },
    ])
    expect(lines[0]).not.toContain('unsure')
  })

  it.each([
    ['{oops', '不是 JSON'],
    ['{"text":"坏了"}', 'id 要写成'],
    ['{"id":"","text":"坏了"}', 'id 要写成'],
    ['{"id":"A"}', 'text 要写成'],
    ['null', 'id 要写成'],
  ])('names the line of %s and answers the others', async (bad, why) => {
    const { ending, lines, said } = await run('triage', [`${ask('坏了')}\n${bad}\n${ask('坏了')}\n`])
    expect({ ending, answered: lines.length }).toEqual({ ending: 'misused', answered: 2 })
    expect(said[0]).toContain('第 2 行：')
    expect(said[0]).toContain(why)
  })
})
