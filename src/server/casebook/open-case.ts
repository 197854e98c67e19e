import { randomInt } from 'node:crypto'
import { dayOf } from '../../core/values/instant.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Casebook } from './casebook.ts'
import { dated, fitsKnowledge, type GivenCommand, type Giving } from './give.ts'
import { type Recorded, record } from './record.ts'

/** Opens a case with what is known of it so far, or keeps a purchase (`bought`). Without an id it gets one of its day and chance: `20261120-k3f9q`. */
export function openCase(
  book: Casebook,
  given: { readonly id?: string; readonly bought?: true; readonly commands?: readonly GivenCommand[] } = {},
  { key }: Pick<Giving, 'key'> = {},
): Promise<Outcome<Recorded>> {
  const id = given.id ?? newCaseId(book.now())
  const commands: readonly GivenCommand[] = [
    { type: 'OpenCase', payload: { id, ...(given.bought && { bought: given.bought }) } },
    ...(given.commands ?? []),
  ]
  return record(book, {
    caseId: id,
    commands(_kase, events, at) {
      const unknown = commands.map((command) => fitsKnowledge(command, book.knowledge)).find(({ ok }) => !ok)
      if (unknown && !unknown.ok) return unknown
      return done(commands.map((command) => dated(command, at, events)))
    },
    ...(key === undefined ? {} : { request: { key, asked: { id: given.id, commands: given.commands } } }),
  })
}

/** No letters or digits that are mistaken for one another when read aloud. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

export function newCaseId(now: string): string {
  const chance = Array.from({ length: 5 }, () => letters[randomInt(letters.length)])
  return `${dayOf(now).replaceAll('-', '')}-${chance.join('')}`
}
