import type { Channel } from '../channel.ts'
import type { Breach, Check } from '../check.ts'
import type { Knowledge } from '../knowledge.ts'

/** Whoever tries a dispute shuts it for the market regulator (chm#16). */
const tries: readonly Channel['kind'][] = ['court', 'arbitration']
const regulator = 'complaint-12315'

export const doorsAgree: Check = {
  id: 'doors-agree',
  why: {
    zh: '渠道之间说法不一，用户会被带到一扇关掉另一扇门的门前而不知道。',
    en: 'Where doors disagree, a user is led to one that shuts another without a word.',
  },
  fix: {
    zh: '互斥（closes）写出条文，不与并行（beside）相矛盾；审理争议的渠道要关闭 12315 投诉；问题里的平台渠道排在会关掉它的渠道前面；指南的联系方式不排第一。',
    en: 'Give each closing edge its provision and no `beside`; what tries a dispute closes the 12315 complaint; in a problem a platform’s door stands before those that shut it; no guide contact comes first.',
  },
  *breaches(knowledge) {
    for (const channel of Object.values(knowledge.channels)) {
      yield* edges(channel, knowledge)
      if (channel.contacts[0]?.standing === 'guide')
        yield { entry: `channels/${channel.id}`, path: ['contacts', 0], detail: channel.contacts[0].value }
    }
    yield* orders(knowledge)
  },
}

function* edges({ id, kind, closes, beside }: Channel, { channels }: Knowledge): Iterable<Breach> {
  const entry = `channels/${id}`
  for (const [i, { channel, cites }] of closes.entries()) {
    if (channel === id) continue
    if (cites.length === 0) yield { entry, path: ['closes', i], detail: channel }
    if (beside.includes(channel) || channels[channel]?.beside.includes(id))
      yield { entry, path: ['closes', i], detail: `${channel} (beside)` }
  }
  const shuts = closes.some(({ channel }) => channel === regulator)
  if (tries.includes(kind) && regulator in channels && !shuts) yield { entry, path: ['closes'], detail: regulator }
}

/** A platform's door that stands after one that shuts it is lost before its turn. */
function* orders({ problems, channels }: Knowledge): Iterable<Breach> {
  for (const [id, problem] of Object.entries(problems))
    for (const [rank, first] of problem.channels.entries())
      for (const { channel: lost } of channels[first]?.closes ?? [])
        if (channels[lost]?.kind === 'platform' && problem.channels.indexOf(lost) > rank)
          yield { entry: `problems/${id}`, path: ['channels', rank], detail: `${first} → ${lost}` }
}
