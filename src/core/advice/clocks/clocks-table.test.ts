import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'

type Row = { readonly row: string; readonly id: string; readonly cells: readonly string[] }

const page = await readFile(new URL('../../../../docs/clocks.md', import.meta.url), 'utf8')
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => /^\| [TP]\d\d /.test(line))
  .map((line) => {
    const [row = '', id = '', ...cells] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1)
    return { row, id: id.replaceAll('`', ''), cells }
  })
const clocks = rows.filter(({ id }) => id !== '–')

describe('the table of clocks', () => {
  it.each(clocks)('$row says of $id what its file says', ({ id, cells: [who, length, , basis = '', standing] }) => {
    const clock = knowledge.deadlines[id]
    const counted = clock?.rule === 'given-day' ? clock.rule : `${clock?.n} ${clock?.rule}`
    expect({ who, length, standing }).toEqual({ who: clock?.who, length: counted, standing: clock?.standing })
    expect(basis === '–' ? [] : basis.split(' ')).toEqual(clock?.cites.slice(0, 2))
  })

  it('has a line for every row, in order, with a clock or the reason why there is none', () => {
    const codes = (letter: string, last: number) =>
      Array.from({ length: last }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`)
    expect([...new Set(rows.map(({ row }) => row))]).toEqual([...codes('T', 44), ...codes('P', 11)])
    const none = rows.filter(({ id }) => id === '–')
    expect(none.map(({ row }) => row)).toEqual(['T41', 'T43', 'T44'])
    expect(none.filter(({ cells }) => (cells.at(-1) ?? '').length < 30)).toEqual([])
  })

  it('names no clock twice', () => {
    expect(clocks.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i)).toEqual([])
  })
})
