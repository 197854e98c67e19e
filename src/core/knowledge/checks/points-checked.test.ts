import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { findProvision } from '../provision-ref.ts'

const root = new URL('../../../../', import.meta.url)
const page = await readFile(new URL('docs/points-checked.md', root), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /^\| [a-z]+[0-9]*#/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, refs = '', point = '', files = '']) => ({ refs: refs.split(' '), point, files: files.split(' ') }))

/** `laws/cpl` is a file of the base, `docs/clocks.md` a page. */
const place = (file: string) => (file.endsWith('.md') ? file : `knowledge/${file}.yaml`)

describe('the points that are easily misread', () => {
  it('names provisions and files that are there, and says what is right beside what is wrong', () => {
    expect(rows.length).toBeGreaterThan(150)
    expect(rows.flatMap(({ refs }) => refs).filter((ref) => !findProvision(knowledge, ref))).toEqual([])
    const files = rows.flatMap((row) => row.files).map((file) => place(file.replaceAll('`', '')))
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([])
    expect(rows.filter(({ point }) => point.split(' → ').length !== 2)).toEqual([])
  })
})
