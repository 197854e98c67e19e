import type { Case } from '../../core/case/case.ts'
import type { CaseEvent } from '../../core/case/event.ts'
import { fold } from '../../core/case/fold.ts'
import type { Link } from '../../core/case/log/chain.ts'
import { nearestName } from '../../core/values/nearest-name.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Casebook } from './casebook.ts'

export type KeptCase = { readonly kase: Case; readonly events: readonly CaseEvent[]; readonly links: readonly Link[] }

/** A kept case with its events; refused when there is none of that id. */
export async function keptCase({ store }: Pick<Casebook, 'store'>, caseId: string): Promise<Outcome<KeptCase>> {
  const links = await store.links(caseId)
  if (links.length > 0) return done(unfolded(links))
  const nearest = nearestName(caseId, await store.ids('', 1000))
  const [zh, en] = nearest === undefined ? ['', ''] : [`，您是不是要写“${nearest}”`, `, did you mean "${nearest}"`]
  return refuse('case-unknown', {
    zh: `没有案件“${caseId}”${zh}；youju list 列出所有案件`,
    en: `there is no case "${caseId}"${en}; youju list shows all`,
  })
}

const PAGE = 500

/** The id of every kept case, in order. */
export async function* everyCase({ store }: Pick<Casebook, 'store'>): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const page = await store.ids(after, PAGE)
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    after = last
  }
}

/** What links tell: erased payloads stand as `Erased`. */
export function unfolded(links: readonly Link[]): KeptCase {
  const events = links.map(eventOf)
  return { kase: fold(events), events, links }
}

/** Stored rows are trusted for their shape: the chain shows whether they are as they were written. */
function eventOf({ type, at, payload }: Link): CaseEvent {
  return (payload === null ? { type: 'Erased', at, payload: null } : { type, at, payload }) as CaseEvent
}
