import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { coveredPart } from './covered-part.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a list that grows', () => {
  const list = Buffer.from('一\n二\n三')

  it('is covered up to the line it had then', () => {
    expect(coveredPart(list, digest('一\n'))).toBe(4)
    expect(coveredPart(list, digest('一\n二\n'))).toBe(8)
    expect(coveredPart(list, digest('一\n二\n三'))).toBe(list.length)
  })

  it('is not covered where a line was changed, cut or put in front', () => {
    for (const other of ['', '一', '二\n', '一\n二', '一\n二\n三\n'])
      expect(coveredPart(list, digest(other))).toBeUndefined()
  })
})
