import { describe, expect, it } from 'vitest'
import { isDrawable } from './fonts.ts'

const drawable = (text: string) => [...text].map((char) => isDrawable(char.codePointAt(0) ?? 0))

describe('glyph coverage of the bundled faces', () => {
  it('has common and rare characters of the basic plane, digits and Chinese punctuation', () => {
    expect(drawable('有据䶮㐂Az09。，“”《》（）、　＿□').every(Boolean)).toBe(true)
  })

  it('lacks characters beyond it, emoji, Arabic and private ones', () => {
    expect(drawable('𠮷😀س\uE000☑').some(Boolean)).toBe(false)
  })
})
