import { beforeAll, describe, expect, it } from 'vitest'
import type { ChannelFinding } from '../advice.ts'
import { everyTurn, type Setting, type State, settings, type Turn } from './every-history.fixture.ts'
import { knowledge } from './history.fixture.ts'

/** Doors that deal with something other than the claim, or bind nobody who does not agree: they change no other door. */
const harmless: readonly string[] = ['report-12315', 'mediation-committee']

const tell = (state: State): string => state.path.map((step) => Object.values(step).join(' ')).join(', ')
const title = (id: string): string => knowledge.channels[id]?.title.zh ?? id
const by = (channels: readonly ChannelFinding[], id: string) => channels.find((channel) => channel.id === id)
const closedIn = ({ scene }: State) => scene.channels.filter(({ status }) => status === 'closed').map(({ id }) => id)

describe.each(Object.entries(settings))('every history of an order with %s', (_, setting: Setting) => {
  let turns: readonly Turn[] = []
  let states: readonly State[] = []
  beforeAll(() => {
    turns = everyTurn(setting)
    states = [...new Set(turns.flatMap(({ before, after }) => [before, after]))]
  }, 120_000)

  /** The histories for which something holds that must not; the first few tell enough. */
  const none = (broken: (state: State) => unknown) =>
    expect(
      states
        .filter((state) => broken(state))
        .map(tell)
        .slice(0, 3),
    ).toEqual([])
  const noTurn = (broken: (turn: Turn) => unknown) =>
    expect(
      turns
        .filter((turn) => broken(turn))
        .map(({ after }) => tell(after))
        .slice(0, 3),
    ).toEqual([])

  it('is walked far enough', () => {
    expect(states.length).toBeGreaterThan(700)
    expect(Math.max(...states.map(({ path }) => path.length))).toBe(setting.steps)
  })

  it('sends nobody to a door that is closed or not open yet', () => {
    none(({ scene: { channels, next } }) =>
      next.some(({ with: id = '' }) => ['closed', 'not-yet', 'would-close'].includes(by(channels, id)?.status ?? '')),
    )
  })

  it('names as shut only doors that are there and not shut already', () => {
    none(({ scene: { channels } }) =>
      channels.some(({ id, closes }) =>
        closes.some((lost) => lost === id || (by(channels, lost)?.status ?? 'closed') === 'closed'),
      ),
    )
  })

  it('tells of a door that would close others which', () => {
    none(({ scene: { channels } }) =>
      channels.some(
        ({ status, closes, because }) =>
          status === 'would-close' && !closes.some((lost) => because.includes(`“${title(lost)}”`)),
      ),
    )
  })

  it('never shuts a better door, or ends what runs, by a door that is plainly open without saying so', () => {
    none(({ scene: { channels, doors } }) =>
      channels.some(({ status, closes, because }, rank) => {
        if (status !== 'open') return false
        const earlier = channels.slice(0, rank).filter(({ id }) => closes.includes(id))
        const running = doors.filter(
          ({ channel, attempt }) => closes.includes(channel.id) && attempt.running.length > 0,
        )
        return (
          earlier.some(({ id }) => !running.some(({ channel }) => channel.id === id)) ||
          running.some(({ channel }) => !because.includes(`“${channel.title.zh}”`))
        )
      }),
    )
  })

  it('advises no step that ends what runs, and says of each what it shuts', () => {
    none(({ scene: { channels, doors, next } }) =>
      next
        .filter((step) => step.do.startsWith('用“'))
        .some((step) => {
          const lost = by(channels, step.with ?? '')?.closes ?? []
          const runs = doors.some(({ channel, attempt }) => lost.includes(channel.id) && attempt.running.length > 0)
          return runs || lost.some((id) => !step.why.includes(title(id)))
        }),
    )
  })

  it('advises nothing twice and at most three things', () => {
    none(({ scene: { next } }) => next.length > 3 || new Set(next.map((step) => step.do)).size < next.length)
  })

  it('keeps a report, and a mediation nobody has to join, apart from every other door', () => {
    noTurn(({ before, step, after }) => {
      if (step.type === 'wait' || !harmless.includes(step.channel)) return false
      const others = (state: State) =>
        state.scene.channels.filter(({ id }) => id !== step.channel).map(({ id, status }) => `${id} ${status}`)
      return others(before).join() !== others(after).join()
    })
  })

  it('reopens a door only by withdrawing, being turned away, or being used all the same', () => {
    noTurn(({ before, step, after }) => {
      if (step.type === 'withdraw' || (step.type === 'reply' && step.kind === 'refused')) return false
      const used = step.type === 'file' ? step.channel : step.type === 'appeal' ? 'jd-appeal' : undefined
      const closed = closedIn(after)
      const reopened = closedIn(before).filter((id) => id !== used && !closed.includes(id))
      return reopened.some((id) => !knowledge.channels[id]?.after.some(({ channel }) => channel === used))
    })
  })

  it('shuts by a filing exactly what it said it would', () => {
    noTurn(({ before, step, after }) => {
      if (step.type !== 'file') return false
      const said = by(before.scene.channels, step.channel)?.closes ?? []
      const shut = closedIn(after).filter((id) => !closedIn(before).includes(id))
      const lost = shut.filter((id) => {
        const needs = knowledge.channels[id]?.after.some(({ channel }) => shut.includes(channel))
        const unready = before.scene.doors.some(({ channel, ready }) => channel.id === id && !ready)
        return id !== step.channel && !needs && !unready
      })
      return said.some((id) => !shut.includes(id)) || lost.some((id) => !said.includes(id))
    })
  })
})
