import { convert } from 'html-to-text'
import { type Decoded, type FileDate, nothingDecoded } from './decoded.ts'
import { textLines, textOf } from './text-lines.ts'

const LONGEST = 8_000_000

/** A saved web page: its visible text, and the address and day the browser wrote into it. Nothing in it is fetched or run. */
export function decodeWebPage(bytes: Uint8Array): Decoded {
  const html = textOf(bytes.subarray(0, LONGEST), charsetOf(bytes))
  const notes = bytes.length > LONGEST ? (['too-large'] as const) : []
  const head = html.slice(0, 20_000)
  const url = /saved from url=\(\d+\)(https?:\/\/[^\s>]{1,500})/i.exec(head)?.[1] ?? singleFile(head, 'url')
  const saved = savedAt(head)
  return {
    ...nothingDecoded,
    notes,
    lines: htmlLines(html),
    dates: saved === undefined ? [] : [saved],
    ...(url === undefined ? {} : { url }),
  }
}

export function htmlLines(html: string) {
  const text = convert(html, {
    wordwrap: false,
    limits: { maxInputLength: LONGEST, maxDepth: 200, maxChildNodes: 20_000, ellipsis: '' },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'style', format: 'skip' },
      { selector: 'noscript', format: 'skip' },
      { selector: 'table', format: 'dataTable' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
  return textLines(text).map((line) => ({ ...line, text: line.text.trim() }))
}

/** The encoding a page declares in its first kilobytes; GBK and GB2312 are read as GB18030, which holds both. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  if (declared === undefined) return undefined
  if (/^gb(k|2312|18030)$/.test(declared)) return 'gb18030'
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return undefined
  }
}

/** The comment SingleFile, a program that saves pages, leaves at the top of a page. */
function singleFile(head: string, key: 'url' | 'saved date'): string | undefined {
  const comment = /<!--[^>]{0,200}SingleFile[\s\S]{0,1000}?-->/i.exec(head)?.[0]
  return new RegExp(`^\\s*${key}:\\s*(.+)$`, 'im').exec(comment ?? '')?.[1]?.trim()
}

function savedAt(head: string): FileDate | undefined {
  const text = singleFile(head, 'saved date')?.replace(/\s*\(.*\)$/, '')
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? undefined : { at: new Date(ms).toISOString(), from: 'saved-page', zone: 'stated' }
}
