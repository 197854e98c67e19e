import { describe, expect, it } from 'vitest'
import { run } from './world.fixture.ts'

const good = '{"id":"A","rule":"working-days","n":7,"start":"2026-09-18 14:28"}'

describe('youju due', () => {
  it('answers a line for a line, in their order, steps in the language asked for', async () => {
    const input = [`${good}\n`, '{"id":7,"rule":"days","n":1,"start":"2026-12-31T20:00:00Z"}']
    const { ending, lines, said } = await run('due', input)
    expect({ ending, said }).toEqual({ ending: 'holds', said: [] })
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: 'A', due: '2026-09-29T23:59:59+08:00', provisional: false },
      { id: 7, due: '2027-01-02T23:59:59+08:00', provisional: false },
    ])
    expect(lines[0]).toContain('中秋节放假')
    expect((await run('due --json --lang en', [good])).lines[0]).toContain('Mid-Autumn Festival')
  })

  it('marks what a notice still to come may move', async () => {
    const { lines } = await run('due', ['{"id":"U","rule":"working-days","n":7,"start":"2026-12-24T10:00:00+08:00"}'])
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ due: '2027-01-04T23:59:59+08:00', provisional: true })
  })

  it.each([
    ['{oops', '不是 JSON'],
    ['[]', '要一个 JSON 对象'],
    ['null', '要一个 JSON 对象'],
    ['{"rule":"days","n":1,"start":"2026-09-18 14:28"}', 'id 要写成'],
    ['{"id":"","rule":"days","n":1,"start":"2026-09-18 14:28"}', 'id 要写成'],
    ['{"id":"A","n":1,"start":"2026-09-18 14:28"}', '没有写 rule'],
    ['{"id":"A","rule":"working-day","n":1,"start":"2026-09-18 14:28"}', '您是不是要写“working-days”'],
    ['{"id":"A","rule":"toString","n":1,"start":"2026-09-18 14:28"}', '没有 "toString" 这种 rule'],
    ['{"id":"A","rule":"days","start":"2026-09-18 14:28"}', 'n 要写成 1 至 36500 的整数，这里是 空的'],
    ['{"id":"A","rule":"days","n":"7","start":"2026-09-18 14:28"}', '这里是 "7"'],
    ['{"id":"A","rule":"days","n":0,"start":"2026-09-18 14:28"}', 'n 要写成'],
    ['{"id":"A","rule":"days","n":1e9,"start":"2026-09-18 14:28"}', 'n 要写成'],
    ['{"id":"A","rule":"months","n":1201,"start":"2026-09-18 14:28"}', 'n 要写成 1 至 1200'],
    ['{"id":"A","rule":"days","n":1}', '没有写 start'],
    ['{"id":"A","rule":"days","n":1,"start":"2026-02-30 10:00"}', '不是一个可用的时刻'],
  ])('names the line of %s and what is wrong, and answers the others', async (bad, why) => {
    const { ending, lines, said } = await run('due', [`${good}\n${bad}\n${good}\n`])
    expect({ ending, answered: lines.length, told: said.length }).toEqual({ ending: 'misused', answered: 2, told: 1 })
    expect(said[0]).toContain('第 2 行：')
    expect(said[0]).toContain(why)
  })

  it.each(['hours-9-18-working', 'working-days', 'months-rolled'])('answers the longest %s it takes', async (rule) => {
    const n = rule.startsWith('months') ? 1200 : 36_500
    const { ending, lines } = await run('due', [JSON.stringify({ id: 'A', rule, n, start: '2999-12-31 23:59' })])
    expect(ending).toBe('holds')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'A', provisional: true })
    expect(lines[0]?.length).toBeLessThan(1500)
  })

  it('has nothing to say to nothing', async () => {
    expect(await run('due', [])).toMatchObject({ ending: 'holds', out: '', said: [] })
  })
})
