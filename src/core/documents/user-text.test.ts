import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inert, turnsDirection } from './user-text.ts'

const marks = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\u200F']
const words = fc.array(fc.constantFrom('甲', 'a', '1', ' ', ...marks), { maxLength: 20 }).map((parts) => parts.join(''))

/** Depth of open isolates after each character, as UAX 9 matches them. */
function depths(text: string): number[] {
  let depth = 0
  return [...text].map((char) => {
    if (char >= '\u2066' && char <= '\u2068') depth += 1
    if (char === '\u2069') depth -= 1
    return depth
  })
}

describe('words of a user among ours', () => {
  it('stay as they are without marks that turn the direction', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!turnsDirection(text))
        expect(inert(text)).toBe(text)
      }),
    )
  })

  it('are kept unchanged within isolates that open before them and close with them', () => {
    fc.assert(
      fc.property(words, (text) => {
        const made = inert(text)
        expect(made).toContain(text)
        if (!turnsDirection(text)) return
        const open = depths(made)
        expect(open.at(-1)).toBe(0)
        expect(open.slice(0, -1).every((depth) => depth > 0)).toBe(true)
      }),
    )
  })
})
