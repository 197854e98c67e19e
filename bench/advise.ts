// `advise` on cases from 10 to 1,000 events: median milliseconds, and the growth beside the growth of the input.
import { advise } from '../src/core/advice/advise.ts'
import type { Case } from '../src/core/case/case.ts'
import { readKnowledge } from '../src/server/pack/knowledge-folder.ts'
import { readCaseFolder } from '../src/server/pack/read-case-folder.ts'
import { median } from './median.ts'

const now = '2026-11-20T02:00:00Z'
const knowledge = await readKnowledge()
const read = await readCaseFolder('examples/self-operated-fault', { now })
if (!read.ok) throw new Error(read.refusal.text.en)

let first: number | undefined
for (const events of [10, 30, 100, 300, 1000]) {
  const kase = grown(read.value.case, events)
  for (let i = 0; i < 1000; i += 1) advise(kase, knowledge, now)
  const ms = median(500, () => advise(kase, knowledge, now))
  first ??= ms
  console.log(
    `${String(events).padStart(5)} events  ${ms.toFixed(2)} ms  x${(ms / first).toFixed(1)} time for x${events / 10} events`,
  )
}

/** The example with its contacts, replies and exhibits repeated to about `events` events. */
function grown(kase: Case, events: number): Case {
  const some = <T extends { id: string }>(list: readonly T[], n: number): T[] =>
    Array.from({ length: n }, (_, i) => ({ ...(list[i % list.length] as T), id: `${list[i % list.length]?.id}-${i}` }))
  const share = Math.ceil(events / 10)
  return {
    ...kase,
    version: events,
    contacts: some(kase.contacts, share * 6),
    evidence: some(kase.evidence, share * 3),
    filings: some(kase.filings, share),
  }
}
