import type { Deadline } from '../../knowledge/deadline.ts'
import { epochMs } from '../../values/instant.ts'
import { type Happening, happenings, type World } from './happening.ts'

/** What became of a clock: the moment it was done, or else the moment from which it runs anew. */
export type Ending = { readonly doneMs?: number; readonly againMs?: number }

type Mark = {
  readonly happening: Happening
  readonly ms: number
  readonly restarts: boolean
  /** Counts only for the filing it happened to. */
  readonly own: boolean
}

/**
 * Answers, for each start of the deadline, what ended or restarted it up to now (in milliseconds). An event on the
 * channel of the filing that started the clock, or on `any`, counts only when it belongs to that filing; an answer to an
 * offer only for that offer; a message only on the channel that was written to. Chasing restarts a repeating deadline
 * instead of ending it.
 */
export function endings(deadline: Deadline, world: World, now: number): (start: Happening) => Ending {
  const marks = marksOf(deadline, world, now)
  const tied = byKey(marks)
  const free = new Map<string, readonly Mark[]>()
  return (start) => {
    const scope = `${start.kind} ${start.channel}`
    const apart = free.get(scope) ?? marks.filter(({ happening, own }) => !own && isApart(happening, start))
    free.set(scope, apart)
    const own = tied.get(`${start.kind} ${start.key}`) ?? []
    return endingOf(start, [own, apart], now)
  }
}

function marksOf(deadline: Deadline, world: World, now: number): Mark[] {
  return deadline.ends
    .flatMap((trigger) => {
      if ('clock' in trigger) return []
      const restarts = deadline.repeats && 'filing' in trigger && trigger.step === 'chased'
      const own = 'filing' in trigger && trigger.filing === 'any'
      return [...happenings(trigger, world)]
        .filter(({ ms }) => ms <= now)
        .map((happening) => ({ happening, ms: Math.min(latest(happening), now), restarts, own }))
    })
    .sort((a, b) => a.ms - b.ms)
}

/** An event of which only the day is known may have happened as late as its last second: it can end what began that day. */
function latest({ known, ms }: Happening): number {
  return known === 'day' ? ms + 86_399_000 : ms
}

function byKey(marks: readonly Mark[]): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>()
  for (const mark of marks) {
    const key = `${mark.happening.kind} ${mark.happening.key}`
    const list = found.get(key)
    if (list === undefined) found.set(key, [mark])
    else list.push(mark)
  }
  return found
}

/** Whether an event ends a clock without belonging to the very filing or offer that started it. */
function isApart(event: Happening, start: Happening): boolean {
  if (event.kind === 'contact') return start.channel === undefined || event.channel === start.channel
  if (event.kind !== start.kind) return true
  return event.kind === 'filing' ? event.channel !== start.channel : event.kind !== 'offer'
}

function endingOf(start: Happening, lists: readonly (readonly Mark[])[], now: number): Ending {
  const withdrawn =
    start.filing?.withdrawnAt === undefined ? Number.POSITIVE_INFINITY : epochMs(start.filing.withdrawnAt)
  let doneMs = withdrawn <= now ? withdrawn : Number.POSITIVE_INFINITY
  let againMs = Number.NEGATIVE_INFINITY
  for (const marks of lists)
    for (let i = firstFrom(marks, start.ms); i < marks.length; i += 1) {
      const mark = marks[i]
      if (mark === undefined) break
      const ms = Math.max(start.ms, mark.happening.ms)
      if (!mark.restarts) {
        doneMs = Math.min(doneMs, ms)
        break
      }
      againMs = Math.max(againMs, ms)
    }
  if (Number.isFinite(doneMs)) return { doneMs }
  return Number.isFinite(againMs) ? { againMs } : {}
}

/** Index of the first mark at or after that moment; the marks are sorted. */
function firstFrom(marks: readonly Mark[], ms: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.ms ?? ms) < ms) low = middle + 1
    else high = middle
  }
  return low
}
