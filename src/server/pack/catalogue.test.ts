import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseInstant } from '../../core/values/instant.ts'
import { knowledge } from './knowledge.fixture.ts'
import { type Pack, packFolder } from './pack.ts'
import { contents, scratch } from './sample-folder.fixture.ts'

/** For each row of the catalogue of problems a case folder, and what its advice has to name. */
const expectedSchema = z.strictObject({
  /** The case folder, seen from `examples/`. */
  folder: z.string(),
  now: z.string(),
  /** Status of a right, and its sum in whole fen where it has one. */
  rights: z.record(z.string(), z.tuple([z.enum(['applies', 'does-not-apply', 'needs-facts'])], z.int())),
  evidence: z.record(z.string(), z.enum(['have', 'weak', 'missing'])),
  /** Clocks that run, are due or overdue. */
  clocks: z.array(z.string()).min(1),
  /** The doors of the row, in its order; the advice may name others between them. */
  channels: z.array(z.string()).min(1),
  /** Words of the first next step. */
  next: z.string().optional(),
  /** Papers that this case cannot have yet. */
  withheld: z.array(z.string()).default([]),
})
type Expected = z.infer<typeof expectedSchema>

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const rows = await readRows()

async function readRows(): Promise<readonly (readonly [type: string, expected: Expected])[]> {
  const files = (await readdir(join(examples, 'catalogue'))).filter((name) => name.endsWith('.yaml'))
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(examples, 'catalogue', name), 'utf8')
      return [name.replace('.yaml', ''), expectedSchema.parse(parse(text))] as const
    }),
  )
}

const packs = new Map<string, Promise<Pack>>()

/** Packed once a row. */
function packed(type: string, { folder, now }: Expected): Promise<Pack> {
  const known = packs.get(type)
  if (known) return known
  const made = (async () => {
    const at = parseInstant(now)
    if (!at.ok) throw new Error(at.refusal.text.en)
    const out = join(await scratch(), 'out')
    const pack = await packFolder({ folder: join(examples, folder), out, now: at.value, lang: 'zh-CN', knowledge })
    if (!pack.ok) throw new Error(pack.refusal.text.zh)
    return pack.value
  })()
  packs.set(type, made)
  return made
}

describe('every row of the catalogue of problems', () => {
  it('has a case folder', () => {
    expect(rows.map(([type]) => type).sort()).toEqual(Object.keys(knowledge.problems).sort())
  })

  it.each(rows)('%s: the case is about that problem and says nothing unknown', async (type, expected) => {
    const { advice, manifest, remarks } = await packed(type, expected)
    expect(advice.problems.map((problem) => problem.type)).toContain(type)
    const notices = manifest.notices.filter((notice) => !notice.includes('还没有列它'))
    expect([...notices, ...remarks]).toEqual([])
  })

  it.each(rows)('%s: names its rights, to the fen', async (type, expected) => {
    const { advice } = await packed(type, expected)
    const found = advice.rights.filter(({ id }) => id in expected.rights)
    const seen = found.map(({ id, status, amount }) => [id, amount ? [status, amount.fen] : [status]])
    expect(Object.fromEntries(seen)).toEqual(expected.rights)
  })

  it.each(rows)('%s: says what evidence is there and what is not', async (type, expected) => {
    const { advice } = await packed(type, expected)
    const seen = advice.evidence.filter(({ need }) => need in expected.evidence)
    expect(Object.fromEntries(seen.map(({ need, status }) => [need, status]))).toEqual(expected.evidence)
  })

  it.each(rows)('%s: runs its clocks', async (type, expected) => {
    const { advice } = await packed(type, expected)
    const open = advice.deadlines.filter(({ status }) => status !== 'done').map(({ id }) => id.replace(/:.*/, ''))
    expect(open).toEqual(expect.arrayContaining(expected.clocks))
  })

  it.each(rows)('%s: orders its channels and says what to do first', async (type, expected) => {
    const { advice } = await packed(type, expected)
    const doors = advice.channels.map(({ id }) => id).filter((id) => expected.channels.includes(id))
    expect(doors).toEqual(expected.channels)
    expect(advice.next[0]?.do).toContain(expected.next ?? '')
  })

  it.each(rows)('%s: is written up, and what is not written says why', async (type, expected) => {
    const { manifest, out } = await packed(type, expected)
    expect(manifest.withheld.map(({ id }) => id).sort()).toEqual([...expected.withheld].sort())
    expect(manifest.withheld.filter(({ missing }) => missing.length === 0)).toEqual([])
    const letters = [...(await contents(out))].flatMap(([name, bytes]) =>
      name.endsWith('.txt') ? [`${name}\n${bytes.toString('utf8')}`] : [],
    )
    expect(letters.filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([])
  })
})
