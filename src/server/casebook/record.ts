import type { Case } from '../../core/case/case.ts'
import { decide } from '../../core/case/decide.ts'
import type { CaseEvent, Command } from '../../core/case/event.ts'
import { emptyCase, foldFrom } from '../../core/case/fold.ts'
import { canonicalJson } from '../../core/case/log/canonical-json.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { projectionOf } from '../store/projection.ts'
import { sha256 } from '../store/sql/event-rows.ts'
import { sweepErased } from './archive/snapshot.ts'
import type { Casebook } from './casebook.ts'
import { dropUnspoken } from './forget-case.ts'
import { keptCase } from './kept-case.ts'

export type Recorded = {
  readonly kase: Case
  /** False when this very request had been recorded before. */
  readonly changed: boolean
}

export type RecordRequest = {
  readonly caseId: string
  /** The commands for the case as it stands, in order; all of them are recorded or none. */
  readonly commands: (kase: Case, events: readonly CaseEvent[], at: string) => Outcome<readonly Command[]>
  /** Chosen by the caller: a retry with the same key changes nothing twice. `asked` tells requests apart. */
  readonly request?: { readonly key: string; readonly asked: unknown }
  /** Refuse unless the case stands at this version. Without it a change meanwhile is decided anew. */
  readonly expected?: number
}

/** How often a decision is taken anew because another writer was faster. */
const ATTEMPTS = 20

/** Load, decide, append. Refusals of the case come back as they are. */
export async function record(book: Casebook, asked: RecordRequest): Promise<Outcome<Recorded>> {
  const { caseId, expected } = asked
  const request = asked.request && { key: asked.request.key, digest: sha256(canonicalJson(asked.request.asked)) }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = request && (await book.store.kept(request.key))
    if (before) return before.digest === request?.digest ? again(book, before.caseId) : keyReused(request?.key ?? '')
    const kept = await keptCase(book, caseId)
    const opened = kept.ok ? kept.value : { kase: emptyCase, events: [] }
    if (expected !== undefined && opened.kase.version !== expected) return changedMeanwhile(expected, opened.kase)
    const at = book.now()
    const commands = asked.commands(opened.kase, opened.events, at)
    if (!commands.ok) return commands
    const isOpening = commands.value[0]?.type === 'OpenCase'
    if (!kept.ok && !isOpening) return kept
    const decided = decideAll(opened, commands.value)
    if (!decided.ok) return decided
    const { kase, events } = decided.value
    if (events.length === 0) return done({ kase, changed: false })
    const projection = projectionOf(kase, book.knowledge, at)
    const after = opened.kase.version
    const appended = await book.store.append({ caseId, after, events, projection, ...(request && { request }) })
    switch (appended.status) {
      case 'appended':
        await dropErased(book, opened.kase, kase, events)
        return done({ kase, changed: true })
      case 'repeated':
        return again(book, appended.caseId)
      case 'key-reused':
        return keyReused(request?.key ?? '')
      case 'conflict':
        continue
      default:
        return appended satisfies never
    }
  }
  return refuse('case-busy', {
    zh: '案件正被另一处频繁修改，这次没有写入；请稍后再试',
    en: 'the case is being changed elsewhere all the time, nothing was written; try again shortly',
  })
}

/** What is erased goes from where it was copied to as well: the original that no exhibit holds any more, snapshots. */
async function dropErased(book: Casebook, before: Case, after: Case, events: readonly CaseEvent[]): Promise<void> {
  if (!events.some(({ type }) => type === 'PayloadErased')) return
  const held = new Set(after.evidence.map(({ sha256 }) => sha256))
  await dropUnspoken(
    book,
    before.evidence.filter(({ sha256 }) => !held.has(sha256)),
  )
  await sweepErased(book)
}

function decideAll(
  opened: { readonly kase: Case; readonly events: readonly CaseEvent[] },
  commands: readonly Command[],
): Outcome<{ readonly kase: Case; readonly events: readonly CaseEvent[] }> {
  let { kase } = opened
  const events: CaseEvent[] = []
  for (const command of commands) {
    const log = [...opened.events, ...events]
    // What corrects or erases speaks of the log as it stands then, earlier commands of the same request included.
    const decided = decide(kase, 'log' in command ? { ...command, log } : command)
    if (!decided.ok) return decided
    kase = foldFrom(kase, decided.value, log)
    events.push(...decided.value)
  }
  return done({ kase, events })
}

async function again(book: Casebook, caseId: string): Promise<Outcome<Recorded>> {
  const kept = await keptCase(book, caseId)
  return kept.ok ? done({ kase: kept.value.kase, changed: false }) : kept
}

function keyReused(key: string) {
  return refuse('key-reused', {
    zh: `幂等键“${key}”已用于另一个请求；请换一个`,
    en: `the idempotency key "${key}" was used for another request; choose a new one`,
  })
}

function changedMeanwhile(expected: number, { version }: Case) {
  return refuse('changed-meanwhile', {
    zh: `案件已被改动（您看到的是第 ${expected} 版，现在是第 ${version} 版）；请先看新内容再保存，您填写的内容没有丢`,
    en: `the case has changed (you saw version ${expected}, it stands at ${version}); look at what is new and save again, what you wrote is not lost`,
  })
}
