import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given, history, now, open } from '../case.fixture.ts'
import { decide } from '../decide.ts'
import type { CaseEvent, Command } from '../event.ts'
import { fold } from '../fold.ts'
import { type Link, linkAfter, verifyChain, withoutPayload } from './chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function chained(log: readonly CaseEvent[]): Link[] {
  const links: Link[] = []
  for (const [index, event] of log.entries()) links.push(linkAfter(links.at(-1), event, `salt ${index}`, sha256))
  return links
}
/** A chain whose erased payloads are dropped, as a store keeps it. */
function kept(log: readonly CaseEvent[]): Link[] {
  const gone = new Set(log.flatMap((event) => (event.type === 'PayloadErased' ? [event.payload.event] : [])))
  return chained(log).map((link, index) => (gone.has(index) ? withoutPayload(link) : link))
}
const head = (links: readonly Link[]) => ({ version: links.length, hash: links.at(-1)?.hash ?? '' })
const notes = (count: number) =>
  given(
    open,
    ...Array.from(
      { length: count },
      (_, at): Command => ({ type: 'DescribeProblem', at: now, payload: { words: `第${at}句` } }),
    ),
  )

/** The same value with something in it changed. */
function flipped(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return value.endsWith('0') ? `${value.slice(0, -1)}1` : `${value.slice(0, -1)}0`
  return value === null ? 'something' : null
}
const fields = ['version', 'type', 'at', 'salt', 'payload', 'digest', 'previous', 'hash'] as const

describe('the chain', () => {
  it('holds for every history, erased payloads or not', () => {
    fc.assert(
      fc.property(history, (log) => {
        const links = kept(log)
        expect(verifyChain(links, sha256, head(links))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('finds every changed field and names that very link first', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.constantFrom(...fields), (log, place, field) => {
        const links = kept(log)
        const at = place % links.length
        const link = links[at]
        if (link === undefined) throw new Error('no link')
        links[at] = { ...link, [field]: flipped(link[field]) }
        expect(verifyChain(links, sha256)[0]?.item).toBe(at + 1)
      }),
      { numRuns: 200 },
    )
  })

  it('names nothing but the changed link', () => {
    for (const field of fields) {
      const links = chained(notes(4))
      const link = links[2]
      if (link === undefined) throw new Error('no link')
      links[2] = { ...link, [field]: flipped(link[field]) }
      expect(new Set(verifyChain(links, sha256).map(({ item }) => item))).toEqual(new Set([3]))
    }
  })

  it('finds a dropped link, a swapped pair, a doubled link', () => {
    fc.assert(
      fc.property(history, fc.nat(), (log, place) => {
        const links = chained([...log, ...notes(1).slice(1)])
        const [at, top] = [place % (links.length - 1), head(links)]
        expect(verifyChain(links.toSpliced(at, 1), sha256, top)).not.toEqual([])
        expect(
          verifyChain([...links.slice(0, at), ...links.slice(at, at + 2).reverse(), ...links.slice(at + 2)], sha256)[0]
            ?.item,
        ).toBe(at + 1)
        expect(verifyChain([...links.slice(0, at + 1), ...links.slice(at)], sha256)[0]?.item).toBe(at + 2)
      }),
      { numRuns: 50 },
    )
  })

  it('tells a cut end only by a head noted elsewhere', () => {
    const links = chained(notes(3))
    expect(verifyChain(links.slice(0, 2), sha256)).toEqual([])
    expect(verifyChain(links.slice(0, 2), sha256, head(links))).toMatchObject([{ item: 4, what: 'end' }])
    expect(verifyChain([], sha256, head(links))).toMatchObject([{ what: 'end', found: 'nothing' }])
    expect(verifyChain([], sha256)).toEqual([])
  })

  it('finds a rewritten link although all its own hashes fit', () => {
    const links = chained(notes(3))
    const [first, second] = links
    if (first === undefined || second === undefined) throw new Error('no links')
    const forged: CaseEvent = { type: 'ProblemDescribed', at: now, payload: { words: '别的话' } }
    links[1] = linkAfter(first, forged, 'salt', sha256)
    expect(verifyChain(links, sha256)).toMatchObject([{ item: 3, what: 'previous' }])
  })

  it('does not take a dropped payload for an erased one, nor a kept one for dropped', () => {
    const log = notes(2)
    const links = chained(log)
    const [, second] = links
    if (second === undefined) throw new Error('no link')
    expect(verifyChain(links.with(1, withoutPayload(second)), sha256)).toMatchObject([{ item: 2, what: 'erasure' }])
    const decided = decide(fold(log), { type: 'ErasePayload', at: now, payload: { event: 1, why: '本人要求' }, log })
    if (!decided.ok) throw new Error('refused')
    const erased = [...log, ...decided.value]
    expect(verifyChain(chained(erased), sha256)).toMatchObject([{ item: 2, what: 'erasure', found: 'a payload' }])
    expect(verifyChain(kept(erased), sha256)).toEqual([])
    expect(JSON.stringify(kept(erased))).not.toContain('第0句')
  })

  it('salts: the same payload leaves another digest', () => {
    const [event] = notes(0)
    if (event === undefined) throw new Error('no event')
    expect(linkAfter(undefined, event, 'a', sha256).digest).not.toBe(linkAfter(undefined, event, 'b', sha256).digest)
  })
})
