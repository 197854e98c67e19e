import type { Case } from '../../../core/case/case.ts'
import { decide } from '../../../core/case/decide.ts'
import type { CaseEvent } from '../../../core/case/event.ts'
import { emptyCase, foldFrom } from '../../../core/case/fold.ts'
import { canonicalJson } from '../../../core/case/log/canonical-json.ts'
import { readWords, type WordsReading } from '../../../core/language/read-words.ts'
import { done, type Outcome } from '../../../core/values/refusal.ts'
import type { Casebook } from '../casebook.ts'
import { dated, fitsKnowledge, type GivenCommand } from '../give.ts'
import { proposals } from './proposals.ts'

export type UnsavedCase = {
  readonly reading: WordsReading
  readonly case: Case
  /** What made the case after its opening: given to `openCase`, they open the same one. */
  readonly commands: readonly GivenCommand[]
}

export type Told = {
  readonly words: string
  readonly commands?: readonly GivenCommand[]
  /** Proposals the user took away. */
  readonly without?: readonly GivenCommand[]
}

/** The id of a case that is not kept. */
const UNSAVED = 'unsaved'

/**
 * The case that words and commands would make; nothing is kept. What the user gives comes first and is refused as in any
 * case; what the words themselves propose fills the rest, unconfirmed, and is passed over where it does not fit.
 */
export function unsavedCase(
  book: Pick<Casebook, 'knowledge'>,
  { words, commands = [], without = [] }: Told,
  now: string,
): Outcome<UnsavedCase> {
  const reading = readWords(words, book.knowledge, now)
  const isDescribed = words.trim() !== ''
  const given: readonly GivenCommand[] = [
    ...(isDescribed ? [{ type: 'DescribeProblem', payload: { words } } as const] : []),
    ...commands,
  ]
  let made: Made = { kase: emptyCase, events: [] }
  for (const command of [{ type: 'OpenCase', payload: { id: UNSAVED } } as const, ...given]) {
    const next = after(made, command, book, now)
    if (!next.ok) return next
    made = next.value
  }
  const fitting: GivenCommand[] = []
  const unwanted = new Set(without.map(canonicalJson))
  for (const command of proposals(reading, made.kase)) {
    if (unwanted.has(canonicalJson(command))) continue
    const next = after(made, command, book, now)
    if (!next.ok) continue
    made = next.value
    fitting.push(command)
  }
  return done({ reading, case: made.kase, commands: [...given, ...fitting] })
}

type Made = { readonly kase: Case; readonly events: readonly CaseEvent[] }

function after(
  { kase, events }: Made,
  command: GivenCommand,
  { knowledge }: Pick<Casebook, 'knowledge'>,
  now: string,
): Outcome<Made> {
  const known = fitsKnowledge(command, knowledge)
  if (!known.ok) return known
  const decided = decide(kase, dated(command, now, events))
  if (!decided.ok) return decided
  return done({ kase: foldFrom(kase, decided.value, events), events: [...events, ...decided.value] })
}
