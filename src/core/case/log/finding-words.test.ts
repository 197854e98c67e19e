import { describe, expect, it } from 'vitest'
import { findingWords } from './finding-words.ts'

describe('the words of a finding', () => {
  it('say what, where, what should be there and what is', () => {
    const [expected, found] = ['a'.repeat(64), 'b'.repeat(64)]
    expect(findingWords({ what: 'original-changed', item: 'c1 E7 evidence/聊天.png', expected, found })).toEqual({
      zh: '证据原件被改动：c1 E7 evidence/聊天.png（应为 aaaaaaaaaaaa…，现为 bbbbbbbbbbbb…）',
      en: 'an original was changed: c1 E7 evidence/聊天.png (expected aaaaaaaaaaaa…, found bbbbbbbbbbbb…)',
    })
  })

  it('leave out what is not known, and keep a code that has no words', () => {
    expect(findingWords({ what: 'vault-stray', item: 'ab/x' }).zh).toBe('原件库里多出来的文件：ab/x')
    expect(findingWords({ what: 'database', item: 'youju.db', found: 'malformed' }).en).toBe(
      'the database file is damaged: youju.db (found malformed)',
    )
    expect(findingWords({ what: 'of-tomorrow', item: 'c1' })).toEqual({ zh: 'of-tomorrow：c1', en: 'of-tomorrow: c1' })
  })
})
