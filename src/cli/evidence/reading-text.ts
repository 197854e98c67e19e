import type { ChatLine } from '../../core/reading/chat/chat-line.ts'
import { CERTAIN, isFenField, type PageField, type ReadValue } from '../../core/reading/page-reading.ts'
import { evidenceKindName } from '../../core/values/evidence-kind-names.ts'
import { formatYuan } from '../../core/values/fen.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import { noteWords } from '../../server/reading/note-words.ts'
import type { FileReading } from '../../server/reading/read-file.ts'
import { fieldNames } from './field-names.ts'

/** A reading for people: what it is, what was recognised and how sure, and all that stands on it. */
export function readingText(file: string, reading: FileReading, lang: Lang): string {
  const { lines, barcodes, captured, notes, says, mail } = reading
  const kind = say(says.looksLike === 'unknown' ? unknownKind : evidenceKindName(says.looksLike), lang)
  const heads: readonly Text[] = [
    ...notes.map((code) => noteWords[code]),
    ...(captured === undefined ? [] : [{ zh: `拍摄或保存时间 ${captured.at}`, en: `taken or saved ${captured.at}` }]),
    ...barcodes.map(({ format, text }) => ({ zh: `条码 ${format} ${text}`, en: `barcode ${format} ${text}` })),
    ...(mail?.dkim ?? []).map(({ domain, result }) =>
      result === 'pass'
        ? { zh: `邮件签名已核对：${domain}`, en: `mail signature verified: ${domain}` }
        : { zh: `邮件签名没有核对通过（${domain}）`, en: `mail signature not verified (${domain})` },
    ),
    ...Object.entries(says.fields).map(([name, field]) => fieldLine(name as PageField, field)),
    ...says.conflicts,
  ]
  const chat = says.chat?.lines.map((line) => chatLine(line, lang)) ?? []
  const body = chat.length > 0 ? chat : lines.map(({ text }) => text)
  return [`== ${file}（${kind}）`, ...heads.map((head) => `· ${say(head, lang)}`), ...body, ''].join('\n')
}

function fieldLine(name: PageField, { value, score }: ReadValue): Text {
  const shown = isFenField(name) && typeof value === 'number' ? `${formatYuan(value)} 元` : String(value)
  const doubt = score >= CERTAIN ? { zh: '', en: '' } : { zh: '（不确定，请对照原图）', en: ' (not certain: compare)' }
  return { zh: `${fieldNames[name].zh}：${shown}${doubt.zh}`, en: `${fieldNames[name].en}: ${shown}${doubt.en}` }
}

function chatLine({ speaker, name, at, inferred, text }: ChatLine, lang: Lang): string {
  const who = name ?? say(speakers[speaker], lang)
  const when =
    at === undefined
      ? ''
      : `${at.slice(0, 16).replace('T', ' ')}${inferred.length > 0 ? say({ zh: '（推断）', en: ' (inferred)' }, lang) : ''} `
  return `${when}${who}：${text}`
}

const unknownKind: Text = { zh: '认不出种类', en: 'kind not known' }

const speakers: Readonly<Record<ChatLine['speaker'], Text>> = {
  self: { zh: '我', en: 'me' },
  other: { zh: '对方', en: 'other side' },
  system: { zh: '系统', en: 'system' },
  unknown: { zh: '不明', en: 'unknown' },
}
