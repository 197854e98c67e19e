import { epochMs, formatShanghai } from '../../values/instant.ts'
import type { Text } from '../../values/text.ts'
import type { ChatLine, ChatReading } from '../chat/chat-line.ts'
import { type PageKnowledge, pageLexiconOf } from '../page-lexicon.ts'
import { type CheckFinding, nothingToMend } from './check-finding.ts'

/** What the case knows of: when the user first wrote, and when the other side first promised something. */
export type KnownMoments = { readonly firstContactAt?: string; readonly firstPromiseAt?: string }

export type ChatCoverage = {
  readonly firstContact: CheckFinding
  readonly firstPromise: CheckFinding
  /** The line that is taken for the promise: which chat, which line of it. */
  readonly promise?: { readonly chat: number; readonly line: number }
}

const scrollUp: Text = {
  zh: '往上翻到最早的一句，连同上方的日期一起截图，相邻截图重叠一两句',
  en: 'scroll up to the first message and capture it with the date above it; let the pictures overlap by a message or two',
}
const wholeDate: Text = {
  zh: '翻到带完整日期的那一行再截图，或长按消息看时间',
  en: 'capture the line with the whole date too, or press a message long to see its time',
}

type Placed = { readonly chat: number; readonly line: number; readonly said: ChatLine }

/** Whether the chats at hand reach back to the first contact and hold the first promise, each with a time that is shown. */
export function chatCoverage(
  chats: readonly ChatReading[],
  { firstContactAt, firstPromiseAt }: KnownMoments,
  knowledge: PageKnowledge,
): ChatCoverage {
  const said = chats.flatMap(({ lines }, chat) => lines.map((one, line): Placed => ({ chat, line, said: one })))
  const words = pageLexiconOf(knowledge).sets.promiseWords ?? []
  const mine = said.filter((one) => one.said.speaker === 'self')
  const theirs = said.filter((one) => one.said.speaker === 'other')
  const promise = promiseAmong(theirs, words, firstPromiseAt)
  return {
    firstContact: contactFinding(mine, firstContactAt),
    firstPromise: promiseFinding(promise, firstPromiseAt),
    ...(promise === undefined ? {} : { promise: { chat: promise.chat, line: promise.line } }),
  }
}

function contactFinding(mine: readonly Placed[], at: string | undefined): CheckFinding {
  const first = earliest(mine)
  if (first === undefined)
    return missing({ zh: '聊天里没有看到用户自己说的话', en: 'the chats show nothing the user said' })
  if (at === undefined) {
    const when = first.said.at === undefined ? '' : formatShanghai(midday(first.said.at))
    return weak(
      {
        zh: `最早一句是 ${when || '时间不明'}，还不知道第一次联系是什么时候`,
        en: `the earliest message is of ${when || 'an unknown time'}; when the first contact was is not known`,
      },
      scrollUp,
    )
  }
  const hit = mine.find(({ said }) => isAt(said, at))
  if (hit !== undefined) return timed(hit, { zh: '看得到第一次联系', en: 'the first contact is shown' })
  const isEarlier = first.said.at !== undefined && epochMs(midday(first.said.at)) < epochMs(at)
  if (isEarlier)
    return weak(
      {
        zh: `有更早的消息，但没有 ${formatShanghai(at)} 那一句`,
        en: `there are earlier messages, but not the one of ${formatShanghai(at)}`,
      },
      scrollUp,
    )
  return missing({
    zh: `第一次联系（${formatShanghai(at)}）没有截到`,
    en: `the first contact (${formatShanghai(at)}) is not in the pictures`,
  })
}

function promiseFinding(promise: Placed | undefined, at: string | undefined): CheckFinding {
  if (promise === undefined)
    return missing(
      at === undefined
        ? { zh: '没有看到对方答应什么', en: 'no promise of the other side was found' }
        : {
            zh: `没有看到 ${formatShanghai(at)} 的承诺`,
            en: `the promise of ${formatShanghai(at)} is not in the pictures`,
          },
    )
  return timed(promise, {
    zh: `看得到承诺：“${promise.said.text.slice(0, 30)}”`,
    en: `a promise is shown: "${promise.said.text.slice(0, 30)}"`,
  })
}

/** The promise of that minute, else the first line that sounds like one. */
function promiseAmong(theirs: readonly Placed[], words: readonly string[], at: string | undefined): Placed | undefined {
  if (at !== undefined) return theirs.find(({ said }) => isAt(said, at))
  const promising = theirs.filter(
    ({ said }) => words.some((word) => said.text.includes(word)) && !/[吗么?？]$/.test(said.text),
  )
  return earliest(promising)
}

/** A line with the day shown is worth more than one whose day was worked out. */
function timed({ said }: Placed, why: Text): CheckFinding {
  if (said.at === undefined) return weak({ zh: `${why.zh}，但看不出时间`, en: `${why.en}, but not when` }, wholeDate)
  const inferred = said.inferred.filter((one) => one !== 'group-heading')
  if (inferred.length > 0)
    return weak(
      {
        zh: `${why.zh}，但日期是推算的（${said.shown ?? ''}）`,
        en: `${why.en}, but its day was worked out (${said.shown ?? ''})`,
      },
      wholeDate,
    )
  return {
    status: 'have',
    why: {
      zh: `${why.zh}（${formatShanghai(midday(said.at))}）`,
      en: `${why.en} (${formatShanghai(midday(said.at))})`,
    },
    how: nothingToMend,
  }
}

function earliest(lines: readonly Placed[]): Placed | undefined {
  const known = lines.filter(({ said }) => said.at !== undefined)
  return [...known].sort((a, b) => epochMs(midday(a.said.at ?? '')) - epochMs(midday(b.said.at ?? '')))[0] ?? lines[0]
}

function isAt({ at, precision }: ChatLine, wanted: string): boolean {
  if (at === undefined) return false
  if (precision === 'day')
    return (
      epochMs(`${at}T00:00:00+08:00`) <= epochMs(wanted) &&
      epochMs(wanted) < epochMs(`${at}T00:00:00+08:00`) + 86_400_000
    )
  return Math.abs(epochMs(at) - epochMs(wanted)) <= 60_000
}

/** A day alone stands for its middle where an instant is needed. */
function midday(at: string): string {
  return at.length === 10 ? `${at}T12:00:00+08:00` : at
}

function weak(why: Text, how: Text): CheckFinding {
  return { status: 'weak', why, how }
}

function missing(why: Text): CheckFinding {
  return { status: 'missing', why, how: scrollUp }
}
