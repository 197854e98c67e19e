import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { openZip, UnreadableEntry } from '../../proof/zip/zip-reading.ts'

/** A statute of a thousand articles has some four million characters of markup. */
const MOST_BYTES = 40_000_000
const MOST_ENTRIES = 5000
const body = 'word/document.xml'

/** The paragraphs of a DOCX, a line each. What is hidden, deleted or drawn is left out; nothing in the file is followed. */
export async function docxText(path: string): Promise<Outcome<string>> {
  const zip = await openZip(path, /^word\/document\.xml$/, { folders: true, most: MOST_ENTRIES })
  if (!zip.ok) return zip
  try {
    const entry = zip.value.entries.get(body)
    if (entry === undefined) return notWord(path)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of zip.value.read(entry)) {
      size += chunk.length
      if (size > MOST_BYTES) return tooLarge(path)
      chunks.push(chunk)
    }
    const xml = new TextDecoder('utf-8').decode(Buffer.concat(chunks))
    return /<!(?:DOCTYPE|ENTITY)/.test(xml) ? notWord(path) : done(paragraphsOf(xml))
  } catch (error) {
    if (error instanceof UnreadableEntry) return notWord(path)
    throw error
  } finally {
    zip.value.close()
  }
}

function paragraphsOf(xml: string): string {
  const said: string[] = []
  let [isText, fallbacks] = [false, 0]
  for (const [token] of xml.matchAll(/<[^<>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (isText && fallbacks === 0) said.push(withoutEntities(token))
      continue
    }
    const [, end, name] = /^<(\/?)([\w:]+)/.exec(token) ?? []
    // What older programs are shown instead of a drawing says the same once more.
    if (name === 'mc:Fallback') fallbacks += end === '/' ? -1 : 1
    else if (name === 'w:t') isText = end === '' && !token.endsWith('/>')
    else if ((name === 'w:p' && end === '/') || name === 'w:br' || name === 'w:cr') said.push('\n')
    else if (name === 'w:tab' && end === '') said.push(' ')
  }
  return said.join('')
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The five that XML knows and numbers; any other stays as it is. */
function withoutEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function notWord(path: string) {
  return refuse(
    'docx-unreadable',
    {
      zh: '不是完整的 DOCX 文件；请在文字软件里另存为 DOCX 或纯文本再导入',
      en: 'not a whole DOCX file; save it again as DOCX or plain text',
    },
    path,
  )
}

function tooLarge(path: string) {
  return refuse('too-large', { zh: '内容多得不合理，没有读', en: 'holds more than can be true; not read' }, path)
}
