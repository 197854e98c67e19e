import { examine } from '../casebook/doctor.ts'
import { keptCase } from '../casebook/kept-case.ts'
import { openCasebook } from '../casebook/open-casebook.ts'
import { readKnowledge } from '../pack/knowledge-folder.ts'
import type { StoreFinding } from '../store/store.ts'
import type { StormResult } from './storm.fixture.ts'

export type Verdict = {
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly findings: readonly StoreFinding[]
}

/** Whether everything that was acknowledged is there, once, and everything kept is whole. */
export async function verdictOn(
  folder: string,
  { acknowledged }: Pick<StormResult, 'acknowledged'>,
  databaseUrl?: string,
): Promise<Verdict> {
  const book = await openCasebook(folder, await readKnowledge(), undefined, { databaseUrl })
  try {
    const counts = new Map<string, number>()
    for (const caseId of await book.store.ids('', 1_000)) {
      const kept = await keptCase(book, caseId)
      if (!kept.ok) continue
      const { contacts, evidence } = kept.value.kase
      for (const mark of [
        ...contacts.map(({ words }) => words),
        ...evidence.map(({ title }) => title.replace('.txt', '')),
      ])
        counts.set(`${caseId} ${mark}`, (counts.get(`${caseId} ${mark}`) ?? 0) + 1)
    }
    const { findings } = await examine(book, 'all')
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.map(({ caseId, mark }) => `${caseId} ${mark}`).filter((one) => !counts.has(one)),
      doubled: [...counts].flatMap(([one, count]) => (count > 1 ? [one] : [])),
      findings,
    }
  } finally {
    await book.store.close()
  }
}
