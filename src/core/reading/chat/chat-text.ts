import { plainLine } from '../layout/cell.ts'
import { type Moment, minuteOfDay, momentsIn } from '../layout/moment.ts'
import { labelKey, type PageKnowledge, type PageLexicon, pageLexiconOf } from '../page-lexicon.ts'
import type { ChatLine, ChatReading } from './chat-line.ts'
import { gapsOf } from './read-chat.ts'
import { speakerByName, speakersOf } from './speaker-names.ts'
import { stampsAt } from './stamp.ts'

/** How the head of a message was written, and what of the message stands in the same line. */
type Head = { readonly name?: string; readonly moment?: Moment; readonly shown?: string; readonly said?: string }

type Entry = Head & { readonly isBetween: boolean; readonly text: readonly string[]; readonly lines: readonly number[] }

/**
 * A pasted conversation of 咚咚, WeChat and the like: names and times in a line of their own or before the message, in
 * brackets or not. Who speaks is told by the name; where nothing tells, it is `unknown`. Undefined when the text is no
 * conversation.
 */
export function readChatText(
  text: string,
  { knowledge, now }: { readonly knowledge: PageKnowledge; readonly now?: string },
): ChatReading | undefined {
  const lexicon = pageLexiconOf(knowledge)
  const written = text.split(/\r\n|\r|\n/)
  const entries = entriesOf(written, headsOf(written, lexicon))
  const named = entries.filter(({ name, text: words }) => name !== undefined && words.length > 0)
  const isOne = named.some(
    ({ name = '', moment }) => moment?.month !== undefined && speakerByName(name, lexicon) !== undefined,
  )
  if (named.length < 2 && !isOne) return undefined
  const stamped = entries.flatMap((entry) => (entry.moment === undefined ? [] : [{ entry, moment: entry.moment }]))
  const times = stampsAt(
    stamped.map(({ entry, moment }) => ({ moment, isBetween: entry.isBetween })),
    now,
  )
  const at = new Map(stamped.map(({ entry }, i) => [entry, times[i]]))
  const speakers = speakersOf(
    entries.flatMap(({ name }) => name ?? []),
    lexicon,
  )
  const lines: ChatLine[] = []
  let group: Entry | undefined
  for (const entry of entries) {
    if (entry.isBetween) group = entry
    if (entry.text.length === 0) continue
    const source = entry.moment === undefined ? group : entry
    const time = source === undefined ? undefined : at.get(source)
    const isOwn = source === entry && !entry.isBetween
    const words = entry.text.join('\n')
    const speaker = systemLine(entry, lexicon) ? 'system' : (speakers.get(entry.name ?? '') ?? 'unknown')
    lines.push({
      speaker,
      text: words,
      inferred: time === undefined ? [] : isOwn ? time.inferred : [...time.inferred, 'group-heading'],
      score: speaker === 'unknown' ? 0.6 : 0.95,
      lines: entry.lines,
      ...(entry.name === undefined ? {} : { name: entry.name }),
      ...(time === undefined ? {} : { at: time.at, precision: time.precision }),
      ...(source?.shown === undefined ? {} : { shown: source.shown }),
    })
  }
  return { lines, gaps: gapsOf(lines) }
}

/** For each line the head it is, if any. A name and a colon count where they come again or where a speaker is known by it. */
function headsOf(written: readonly string[], { labels }: PageLexicon): readonly (Head | undefined)[] {
  const heads = written.map((line, i) => nameOver(written, i) ?? timedHead(plainLine(line), line))
  const bare = written.filter((line) => bareName.test(line.trim())).length
  const names = new Map<string, number>()
  const named = written.map((line) =>
    /^([^:：，。！？,!?\s]{1,16}(?: [^:：，。！？,!?\s]{1,8})?)\s?[:：]\s*(.*)$/.exec(line.trim()),
  )
  for (const match of named) if (match?.[1] !== undefined) names.set(match[1], (names.get(match[1]) ?? 0) + 1)
  const timed = new Set(heads.flatMap((head) => head?.name ?? []))
  const hasTimes = heads.some((head) => head?.name !== undefined)
  const isLabel = (name: string | undefined) => name !== undefined && labels.has(labelKey(plainLine(name)))
  return heads.map((head, i) => {
    if (head !== undefined) return isLabel(head.name) ? undefined : head
    const [, name, said = ''] = named[i] ?? []
    if (name === undefined || isLabel(name) || /^\d+$/.test(name) || /^https?$/i.test(name)) return undefined
    const isBare = said === '' && bare > 1
    const isSpeaker = isBare || timed.has(name) || (!hasTimes && ((names.get(name) ?? 0) > 1 || says.test(name)))
    return isSpeaker ? { name, ...(said === '' ? {} : { said }) } : undefined
  })
}

const bareName = /^[^:：，。！？,!?\s]{1,16}\s?[:：]$/
const says = /^(?:我|客服.{0,6}|.{0,8}客服|商家|卖家|买家|店主|掌柜|.{2,12}(?:旗舰店|专营店|专卖店))$/

/** A name in a line of its own over the line with its time, when that is how times stand throughout. */
function nameOver(written: readonly string[], at: number): Head | undefined {
  const isTime = (line = '') => {
    const plain = plainLine(line)
    const [moment] = momentsIn(plain)
    return (
      moment !== undefined && minuteOfDay(moment) !== undefined && moment.start === 0 && moment.end === plain.length
    )
  }
  const isTitle = (line = '') =>
    line.trim().length > 0 && line.trim().length <= 16 && isName(plainLine(line)) && !isTime(line)
  if (!isTitle(written[at]) || !isTime(written[at + 1])) return undefined
  const times = written.flatMap((line, i) => (isTime(line) ? [i] : []))
  const isUsual = times.length > 1 && times.every((i) => isTitle(written[i - 1]))
  return isUsual ? { name: plainLine(written[at] ?? '') } : undefined
}

/** `张三 2026/3/5 14:28:09`, `[2026-03-05 14:28] 客服: …`, `客服小京(2026-03-05 14:28:09)`, a time alone. */
function timedHead(line: string, raw: string): Head | undefined {
  const moment = momentsIn(line).find((one) => minuteOfDay(one) !== undefined)
  if (moment === undefined) return undefined
  const shown = line.slice(moment.start, moment.end).trim()
  const before = line
    .slice(0, moment.start)
    .replace(/[[({【]\s*$/, '')
    .trim()
  const after = line
    .slice(moment.end)
    .replace(/^\s*[\])}】]/, '')
    .trim()
  const base = { moment, shown }
  if (before === '' && after === '') return base
  if (before === '') {
    const [, name, said = ''] = /^([^:：，。！？,!?]{1,20}?)\s?[:：]\s*(.*)$/.exec(after) ?? []
    if (name !== undefined) return { ...base, name, ...(said === '' ? {} : { said: asWritten(said, raw) }) }
    return isName(after) && /^[[(【]/.test(line) ? { ...base, name: after } : undefined
  }
  const name = before.replace(/[:：]$/, '').trim()
  const said = /^[:：]\s*(.+)$/.exec(after)?.[1]
  if (!isName(name) || (after !== '' && after !== ':' && said === undefined)) return undefined
  return { ...base, name, ...(said === undefined ? {} : { said: asWritten(said, raw) }) }
}

/** The words as they stand in the text, not in plain form. */
function asWritten(said: string, raw: string): string {
  const tail = raw.trimEnd().slice(-said.length)
  return plainLine(tail) === said ? tail : said
}

function isName(text: string): boolean {
  return (
    /^[\p{L}\p{N}_*·\-.()|@ ]{1,24}$/u.test(text) && !/[，。！？]/.test(text) && !/(?:时间|日期|于|在|到)$/.test(text)
  )
}

/** Heads with the lines up to the next one. A time with no name stands between messages unless words follow a name before it. */
function entriesOf(written: readonly string[], heads: readonly (Head | undefined)[]): readonly Entry[] {
  const entries: Entry[] = []
  for (const [i, line] of written.entries()) {
    const head = heads[i]
    const last = entries.at(-1)
    if (head !== undefined) {
      const isBetween = head.name === undefined
      const text = head.said === undefined ? [] : [head.said]
      // A name alone, then its time in the next line.
      if (
        isBetween &&
        last !== undefined &&
        last.name !== undefined &&
        last.moment === undefined &&
        last.text.length === 0
      )
        entries[entries.length - 1] = { ...last, ...head, lines: [...last.lines, i] }
      else entries.push({ ...head, isBetween, text, lines: [i] })
    } else if (line.trim() !== '') {
      if (last === undefined) entries.push({ isBetween: false, text: [line.trim()], lines: [i] })
      else entries[entries.length - 1] = { ...last, text: [...last.text, line.trim()], lines: [...last.lines, i] }
    }
  }
  return entries
}

function systemLine({ name, text }: Entry, { sets }: PageLexicon): boolean {
  if (name !== undefined) return /^(?:系统|系统消息|系统提示)$/.test(name)
  return text.length === 1 && (sets.systemLines ?? []).some((word) => text[0]?.includes(word))
}
