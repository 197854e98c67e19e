/** How many bytes from the beginning of a file `mimeOf` wants to see. */
export const MIME_HEAD = 4096

/** What a file is by its first bytes, whatever it is called; undefined when it is none of the kinds known here. */
export function mimeOf(head: Uint8Array): string | undefined {
  if (begins(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (begins(head, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  const start = latin1(head, 0, 12)
  if (/^GIF8[79]a/.test(start)) return 'image/gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'image/webp'
  if (latin1(head, 0, 1024).includes('%PDF-')) return 'application/pdf'
  if (start.slice(4, 8) === 'ftyp') return brandOf(start.slice(8))
  const marks = latin1(head, 0, head.length)
  if (isWebPage(marks)) return 'text/html'
  if (isMail(marks)) return 'message/rfc822'
  return textOf(head)
}

/** ISO base media files tell by their brand what they are. */
function brandOf(brand: string): string {
  if (/^(heic|heix|hevc|mif1|msf1)/.test(brand)) return 'image/heic'
  if (/^avif/.test(brand)) return 'image/avif'
  if (/^qt/.test(brand)) return 'video/quicktime'
  return /^M4A/.test(brand) ? 'audio/mp4' : 'video/mp4'
}

/** Text is what decodes as UTF-8 and holds no control characters but blanks and line ends. */
function textOf(head: Uint8Array): string | undefined {
  if (head.length === 0) return undefined
  const text = utf8(head)
  if (text === undefined || [...text].some((mark) => mark < ' ' && !'\t\n\r\f'.includes(mark))) return undefined
  return /^\s*(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^[>]*(\[[^\]]*\])?[^>]*>\s*)*<svg\b/i.test(text)
    ? 'image/svg+xml'
    : 'text/plain'
}

/** Whatever its encoding: the tags are plain letters. */
function isWebPage(text: string): boolean {
  return (
    /^(\xef\xbb\xbf)?\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(text) && !text.includes('\0')
  )
}

/** A mail begins with header lines, some of which every mail has; a mailbox puts a line of its own before them. */
function isMail(text: string): boolean {
  const header = (text.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/^From \S.*\r?\n/, '')
  if (!/^[!-9;-~]+:/.test(header)) return false
  const names = header.match(
    /^(from|to|subject|date|message-id|received|return-path|delivered-to|mime-version)(?=:)/gim,
  )
  const found = new Set(names?.map((name) => name.toLowerCase()))
  return found.size >= 3 || (found.has('from') && ['date', 'message-id', 'received'].some((name) => found.has(name)))
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

function begins(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[at + index] === byte)
}

function latin1(head: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...head.subarray(from, to))
}
