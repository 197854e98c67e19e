import { say, type Text } from '../../values/text.ts'
import type { ChannelFinding, NextStep } from '../advice.ts'
import type { World } from '../clocks/happening.ts'
import type { Door } from './door.ts'

/** The doors of a case and what each is good for, in the same order. */
export type Doors = {
  readonly world: World
  readonly doors: readonly Door[]
  readonly channels: readonly ChannelFinding[]
}

/**
 * The first open door that has not been used, is not public, may stand beside whatever is still waited for and ends
 * nothing that runs; with nothing to wait for and no door left, the way to one. `by` is a limit that presses where the
 * door has no window of its own.
 */
export function bestDoor(given: Doors, by: string | undefined): NextStep[] {
  const { world, doors } = given
  const { lang } = world.knowledge
  const waiting = doors.filter(({ attempt }) => attempt.waiting.length > 0)
  const left = openDoors(given).filter(({ channel, attempt }) => {
    const apart = waiting.some((other) => !other.channel.beside.includes(channel.id))
    return channel.kind !== 'public' && !attempt.tried && !apart
  })
  if (left.length === 0 && waiting.length === 0) return wayToNextDoor(given)
  const [best] = left.filter((door) => closedBy(door, given).every(({ attempt }) => attempt.running.length === 0))
  if (best === undefined) return []
  const { id, title, steps } = best.channel
  const lost = closedBy(best, given).map(({ channel }) => channel.title)
  const why = lost.length > 0 ? firstThough(lost) : waiting.length > 0 ? besideOthers : firstOpen
  const until = best.window?.finding.due ?? by
  return [
    {
      do: say(doorText(title, steps[0]), lang),
      why: say(why, lang),
      ...(until && { by: until }),
      ...sendTo(id, given),
    },
  ]
}

function closedBy({ channel: { id } }: Door, { doors, channels }: Doors): readonly Door[] {
  const closes = channels.find((finding) => finding.id === id)?.closes ?? []
  return doors.filter(({ channel }) => closes.includes(channel.id))
}

/** What would open the first door that is not shut for good and does not wait for something to come about. */
function wayToNextDoor({ world: { knowledge }, doors }: Doors): NextStep[] {
  const door = doors.find(({ status, attempt, ready }) => status === 'not-yet' && ready && !attempt.tried)
  if (door === undefined) return []
  const { zh, en } = door.channel.title
  const why = { zh: `办好之后就能用“${zh}”。`, en: `Then ${en} can be used.` }
  return [{ do: whatIsMissing(door, knowledge.lang), why: say(why, knowledge.lang) }]
}

/** Why a door is not open yet, as sentences of the language. */
export function whatIsMissing({ because }: Door, lang: World['knowledge']['lang']): string {
  return because.join(lang === 'en' ? ' ' : '')
}

/** Doors that can be used now without harm. */
export function openDoors({ doors, channels }: Doors): readonly Door[] {
  return doors.filter((_, i) => channels[i]?.status === 'open')
}

/** Names the channel as the place to go, unless this case has it and it is not open. */
export function sendTo(id: string | undefined, { channels }: Doors): { with?: string } {
  const found = channels.find((channel) => channel.id === id)
  return id === undefined || (found !== undefined && found.status !== 'open') ? {} : { with: id }
}

/** Whether what runs on the channel was shut by a step elsewhere: nothing is to be got there any more. */
export function isCutOff(channel: string | undefined, { doors }: Doors): boolean {
  const door = doors.find((one) => one.channel.id === channel)
  return door?.status === 'closed' && door.attempt.running.length > 0
}

function doorText(title: Text, step: Text | undefined): Text {
  return { zh: `用“${title.zh}”：${step?.zh}`, en: `Use ${title.en}: ${step?.en}` }
}

const firstOpen = {
  zh: '它是现在能用的渠道里排在最前的，用它不会关闭别的渠道。',
  en: 'It comes first of the doors open now, and using it shuts no other.',
}
const besideOthers = {
  zh: '它可以和正在等答复的渠道并行，不会互相影响。',
  en: 'It may stand beside the one still waited for, without harm to either.',
}

/** What it would shut stands later in the order. */
function firstThough(lost: readonly Text[]): Text {
  return {
    zh: `它是现在能用的渠道里排在最前的。用了它，这些就不能再用：${lost.map(({ zh }) => zh).join('、')}。`,
    en: `It comes first of the doors open now. Using it shuts: ${lost.map(({ en }) => en).join(', ')}.`,
  }
}
