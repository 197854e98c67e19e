import type { Case } from '../../core/case/case.ts'
import type { CaseEvent, Command } from '../../core/case/event.ts'
import { knownName } from '../../core/case/file/vocabulary.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Casebook } from './casebook.ts'
import { type Recorded, type RecordRequest, record } from './record.ts'

type Timeless<C> = C extends { readonly type: string } ? Omit<C, 'at' | 'log'> : never
type Correction = Extract<Command, { type: 'CorrectEvent' }>
type PlainCommand = Timeless<Exclude<Command, Correction>>

/** A command as a user gives it: when it is recorded, and the log that some need, are the casebook's to say. */
export type GivenCommand =
  | PlainCommand
  | {
      readonly type: 'CorrectEvent'
      readonly payload: Omit<Correction['payload'], 'instead'> & { readonly instead: PlainCommand }
    }

export type Giving = Pick<RecordRequest, 'expected'> & {
  readonly key?: string
  /** What tells this request from another under the same key, where the commands depend on the case. */
  readonly asked?: unknown
}

/** Commands, or what they are in view of the case as it stands. */
export type Given =
  | readonly GivenCommand[]
  | ((kase: Case, events: readonly CaseEvent[]) => Outcome<readonly GivenCommand[]>)

/** Records commands in a kept case, all of them or none. Names that the knowledge does not have are refused. */
export function give(
  book: Casebook,
  caseId: string,
  given: Given,
  { expected, key, asked }: Giving = {},
): Promise<Outcome<Recorded>> {
  return record(book, {
    caseId,
    commands(kase, events, at) {
      const found = typeof given === 'function' ? given(kase, events) : done(given)
      if (!found.ok) return found
      const commands = found.value
      for (const command of commands) {
        const known = fitsKnowledge(command, book.knowledge)
        if (!known.ok) return known
      }
      return done(commands.map((command) => dated(command, at, events)))
    },
    ...(expected === undefined ? {} : { expected }),
    ...(key === undefined ? {} : { request: { key, asked: { caseId, given: asked ?? given } } }),
  })
}

/** What is put in place of an event counts as recorded when that event was. */
export function dated(command: GivenCommand, at: string, log: readonly CaseEvent[]): Command {
  if (command.type !== 'CorrectEvent')
    return command.type === 'ErasePayload' ? { ...command, at, log } : { ...command, at }
  const { event, instead, why } = command.payload
  const then = log[event]?.at ?? at
  const put = instead.type === 'ErasePayload' ? { ...instead, at: then, log } : { ...instead, at: then }
  return { type: 'CorrectEvent', at, log, payload: { event, why, instead: put } }
}

/** Refuses names of channels, facts, problems, routes and rights that the knowledge does not have. */
export function fitsKnowledge(command: GivenCommand, knowledge: Knowledge): Outcome<string> {
  switch (command.type) {
    case 'LogContact':
    case 'MakeFiling':
      return knownName(knowledge, 'channels', command.payload.channel)
    case 'StateFact':
      return knownName(knowledge, 'facts', command.payload.fact)
    case 'ConfirmProblem':
      return knownName(knowledge, 'problems', command.payload.type)
    case 'BeginRemedy':
      return knownName(knowledge, 'routes', command.payload.route)
    case 'ChooseDemand':
      return command.payload.rights.reduce<Outcome<string>>(
        (before, right) => (before.ok ? knownName(knowledge, 'rights', right) : before),
        done(''),
      )
    default:
      return done('')
  }
}
