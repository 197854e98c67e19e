import { describe, expect, it } from 'vitest'
import { mimeOf } from './mime.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const brand = (name: string) => bytes(`\0\0\0\x20ftyp${name}\0\0\0\0`)

describe('what a file is', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['GIF87a', 'image/gif'],
    ['RIFF\x01\x02\n\x04WEBPVP8 ', 'image/webp'],
    ['%PDF-1.7', 'application/pdf'],
    ['junk before\n%PDF-1.4', 'application/pdf'],
  ])('%j is told by its first bytes', (text, mime) => {
    expect(mimeOf(bytes(text))).toBe(mime)
  })

  it.each([
    ['isom', 'video/mp4'],
    ['mp42', 'video/mp4'],
    ['qt  ', 'video/quicktime'],
    ['heic', 'image/heic'],
    ['mif1', 'image/heic'],
    ['avif', 'image/avif'],
    ['M4A ', 'audio/mp4'],
  ])('brand %s of a media file is told', (name, mime) => {
    expect(mimeOf(brand(name))).toBe(mime)
  })

  it.each([
    ['第一次联系，无回复\n', 'text/plain'],
    ['<!DOCTYPE html><p>订单', 'text/html'],
    ['\uFEFF\n <!-- saved --> <html lang="zh">', 'text/html'],
    ['<!-- note --> words', 'text/plain'],
    ['From: a@example.com\r\nDate: Mon, 1 Sep 2026 10:00:00 +0800\r\n\r\nhi', 'message/rfc822'],
    ['Received: by x\nSubject: =?UTF-8?B?5Lqs?=\n y\nFrom: a@example.com\n\nhi', 'message/rfc822'],
    ['From MAILER Mon Feb  8 02:53:47 1993\nDelivered-To: a@example.com\nTo: b\nSubject: c\n\nhi', 'message/rfc822'],
    ['From: 商家\n你好', 'text/plain'],
    ['From: 商家\nTo: 我\n\n你好', 'text/plain'],
    ['<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="x"/>', 'image/svg+xml'],
    ['<svg onload="x">', 'image/svg+xml'],
    ['<?xml version="1.0"?><note/>', 'text/plain'],
    ['Note: hello\n\nFrom: a\nDate: b', 'text/plain'],
  ])('text %j is told apart', (text, mime) => {
    expect(mimeOf(Buffer.from(text, 'utf8'))).toBe(mime)
  })

  it('reads text that is cut in the middle of a character', () => {
    expect(mimeOf(Buffer.from('订单页', 'utf8').subarray(0, 8))).toBe('text/plain')
  })

  it('is not said of what is none of these', () => {
    for (const text of [
      '',
      'RIFF\x01\x02\x03\x04WAVE',
      '\x89PNX',
      'MZ\x00\x01',
      '\xb6\xa9\xb5\xa5',
      'GIF90a\x00',
      'a\x01b',
    ])
      expect(mimeOf(bytes(text))).toBeUndefined()
  })
})
