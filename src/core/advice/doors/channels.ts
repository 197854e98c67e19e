import type { Channel } from '../../knowledge/channel.ts'
import { formatShanghai } from '../../values/instant.ts'
import { say, type Text } from '../../values/text.ts'
import type { ChannelFinding } from '../advice.ts'
import { ticketWords, type World } from '../clocks/happening.ts'
import { waitsUntil } from './attempt.ts'
import type { Door } from './door.ts'
import { phonesNow } from './opening-hours.ts'

/**
 * What each door of the case is good for now. `closes` names the doors that using it would shut: those that can still be
 * used, and those behind which something runs. Where one of them stands earlier in the order, or an answer there is
 * still waited for, the door is `would-close`. What it would end is said in any case.
 */
export function channelFindings(doors: readonly Door[], world: World): readonly ChannelFinding[] {
  const { lang } = world.knowledge
  return doors.map((door, rank) => {
    const losses = lossesBy(door, rank, doors)
    const harms = door.status === 'open' && losses.some(({ harms }) => harms)
    const told = door.status === 'open' ? losses.filter((loss) => loss.harms || loss.ends) : []
    const because = [...(harms ? [] : reasons(door, world)), ...told.map((loss) => say(lossText(door, loss), lang))]
    const next = nextMoment(door, world)
    return {
      id: door.channel.id,
      status: harms ? 'would-close' : door.status,
      because: because.join(lang === 'en' ? ' ' : ''),
      closes: losses.map(({ lost }) => lost.id),
      ...(next === '' ? {} : { next }),
    }
  })
}

/** A door that using another would shut. */
type Loss = {
  readonly lost: Channel
  /** Something runs there, and would end. */
  readonly ends: boolean
  readonly harms: boolean
}

/** What using the door of that rank would shut; a door that is not ready yet is nobody's loss. */
function lossesBy({ channel: { id, closes } }: Door, rank: number, doors: readonly Door[]): Loss[] {
  if (closes.length === 0) return []
  const named = closes.map((edge) => edge.channel)
  return doors.flatMap(({ channel: lost, status, ready, attempt }, i) => {
    const ends = attempt.running.length > 0
    if (lost.id === id || status === 'closed' || !named.includes(lost.id) || !(ready || ends)) return []
    return [{ lost, ends, harms: ends ? attempt.waiting.length > 0 : i < rank }]
  })
}

function lossText({ channel: { closes } }: Door, { lost, ends }: Loss): Text {
  const because = closes.find((edge) => edge.channel === lost.id)?.because
  return ends
    ? {
        zh: `现在用会让正在进行的“${lost.title.zh}”停下来：${because?.zh}`,
        en: `Using it now would end ${lost.title.en}, which is under way: ${because?.en}`,
      }
    : {
        zh: `现在用会关闭更靠前的“${lost.title.zh}”：${because?.zh}`,
        en: `Using it now would shut ${lost.title.en}, which comes first: ${because?.en}`,
      }
}

function reasons({ status, because, attempt, channel }: Door, { knowledge: { lang } }: World): readonly string[] {
  if (status !== 'open') return because
  const [last] = attempt.running.slice(-1)
  if (last === undefined) return [say(attempt.tried ? usedBefore : usable, lang)]
  const [day, ticket] = [formatShanghai(last.at), ticketWords(last, lang)]
  return [say(isForOnce(channel) ? runsForOnce(day, ticket) : runs(day), lang)]
}

const usable = { zh: '现在可以用。', en: 'Can be used now.' }
const usedBefore = { zh: '用过，现在仍可以用。', en: 'Used before, and can be used again.' }

/** Whether a second filing there would be refused. */
function isForOnce({ id, once, closes }: Channel): boolean {
  return once || closes.some((edge) => edge.channel === id)
}

function runs(day: string): Text {
  return {
    zh: `已于 ${day} 提交，正在等答复；有新情况在原单补充。`,
    en: `Filed on ${day} and waiting for an answer; add what is new to that ticket.`,
  }
}

function runsForOnce(day: string, ticket: string): Text {
  return {
    zh: `已于 ${day} 提交${ticket}，正在处理；同一问题只能提交一次，有新情况在原单补充。`,
    en: `Filed on ${day}${ticket} and pending; it can be used once for a problem, add what is new to that ticket.`,
  }
}

/** Ticket of what is pending, how long to wait, the window's end, and which phone can be called when. */
function nextMoment(door: Door, world: World): string {
  const { attempt, channel, window, status } = door
  const { lang } = world.knowledge
  const tickets = attempt.running.map((filing) => ticketWords(filing, lang).replace(/^ /, ''))
  const until = waitsUntil(attempt)
  const wait = until === undefined ? [] : [say(waitText(until), lang)]
  const last = window === undefined ? [] : [say(windowText(window.finding.due), lang)]
  const phones = status === 'open' ? phonesNow(channel, world) : []
  const parts = [...tickets.filter((ticket) => ticket !== ''), ...wait, ...last, ...phones]
  return parts.join(lang === 'en' ? '; ' : '；')
}

function waitText(until: string): Text {
  const time = formatShanghai(until)
  return { zh: `等答复到 ${time}`, en: `wait for an answer until ${time}` }
}

function windowText(due: string): Text {
  const time = due.slice(0, 16).replace('T', ' ')
  return { zh: `截止 ${time}`, en: `to be used by ${time}` }
}
