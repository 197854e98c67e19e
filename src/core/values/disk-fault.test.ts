import { describe, expect, it } from 'vitest'
import { diskFaultText } from './disk-fault.ts'

describe('a fault of the disk', () => {
  it.each([
    [Object.assign(new Error('write failed'), { code: 'ENOSPC' }), /磁盘满了/],
    [new Error('database or disk is full'), /磁盘满了/],
    [new Error('attempt to write a readonly database'), /不能写入/],
    [Object.assign(new Error('permission denied'), { code: 'EACCES' }), /不能写入/],
    [new Error('database disk image is malformed'), /损坏/],
    [new Error('database is locked'), /占用/],
  ])('is told in plain words: %s', (error, words) => {
    expect(diskFaultText(error)?.zh).toMatch(words)
    expect(diskFaultText(error)?.en).not.toMatch(/\p{Script=Han}/u)
  })

  it('is not seen in another error', () => {
    expect(diskFaultText(new TypeError('x is not a function'))).toBeUndefined()
    expect(diskFaultText('ENOSPC')).toBeUndefined()
  })
})
