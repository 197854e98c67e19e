import type { Channel } from '../../knowledge/channel.ts'
import { formatShanghai } from '../../values/instant.ts'
import { say, type Text } from '../../values/text.ts'
import type { ChannelFinding } from '../advice.ts'
import { ticketWords, type World } from '../clocks/happening.ts'
import { isPending, waitsUntil } from './attempt.ts'
import type { Door } from './door.ts'
import { phonesNow } from './opening-hours.ts'

/**
 * What each door of the case is good for now. `closes` names the doors that using it would shut and that can still be
 * used; where one of them stands earlier in the order, the door is `would-close`.
 */
export function channelFindings(doors: readonly Door[], world: World): readonly ChannelFinding[] {
  return doors.map((door, rank) => {
    const closes = shuts(door.channel, doors)
    const better = doors.slice(0, rank).filter(({ channel }) => closes.includes(channel.id))
    const wouldClose = door.status === 'open' && better.length > 0
    const because = wouldClose
      ? better.map((lost) => say(harm(door.channel, lost.channel), world.knowledge.lang))
      : reasons(door, world)
    const next = nextMoment(door, world)
    return {
      id: door.channel.id,
      status: wouldClose ? 'would-close' : door.status,
      because: because.join(world.knowledge.lang === 'en' ? ' ' : ''),
      closes,
      ...(next === '' ? {} : { next }),
    }
  })
}

function shuts({ id, closes }: Channel, doors: readonly Door[]): string[] {
  if (closes.length === 0) return []
  const named = closes.map((edge) => edge.channel)
  return doors
    .filter(({ channel, status, ready }) => {
      return channel.id !== id && status !== 'closed' && ready && named.includes(channel.id)
    })
    .map(({ channel }) => channel.id)
}

function harm({ closes }: Channel, lost: Channel): Text {
  const because = closes.find((edge) => edge.channel === lost.id)?.because
  return {
    zh: `现在用会关闭更靠前的“${lost.title.zh}”：${because?.zh}`,
    en: `Using it now would shut ${lost.title.en}, which comes first: ${because?.en}`,
  }
}

function reasons({ status, because, attempt }: Door, { knowledge }: World): readonly string[] {
  if (status !== 'open') return because
  const [last] = attempt.filings.filter(isPending).slice(-1)
  if (last === undefined) return [say(attempt.tried ? usedBefore : usable, knowledge.lang)]
  const text = {
    zh: `已于 ${formatShanghai(last.at)} 提交，正在等答复；有新情况在原单补充。`,
    en: `Filed on ${formatShanghai(last.at)} and waiting for an answer; add what is new to that ticket.`,
  }
  return [say(text, knowledge.lang)]
}

const usable = { zh: '现在可以用。', en: 'Can be used now.' }
const usedBefore = { zh: '用过，现在仍可以用。', en: 'Used before, and can be used again.' }

/** Ticket of what is pending, how long to wait, the window's end, and which phone can be called when. */
function nextMoment(door: Door, world: World): string {
  const { attempt, channel, window, status } = door
  const { lang } = world.knowledge
  const tickets = attempt.filings.filter(isPending).map((filing) => ticketWords(filing, lang).replace(/^ /, ''))
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
