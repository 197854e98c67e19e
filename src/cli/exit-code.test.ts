import { expect, it } from 'vitest'
import { endingOf, exitCode } from './exit-code.ts'

const refusal = (code: string) => ({ code, text: { zh: code, en: code } })

it('an ending has the number the manual promises', () => {
  const endings = ['holds', 'falls-short', 'misused', 'broke'] as const
  expect(endings.map(exitCode)).toEqual([0, 1, 2, 3])
})

it('damaged originals are an answer, a faulty case file is a fault of the input', () => {
  expect(endingOf(refusal('evidence-changed'))).toBe('falls-short')
  expect(endingOf(refusal('evidence-gone'))).toBe('falls-short')
  expect(endingOf({ ...refusal('several'), all: [refusal('x'), refusal('evidence-gone')] })).toBe('falls-short')
  expect(endingOf(refusal('case-file-faulty'))).toBe('misused')
})
