import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reader } from '../../reading/reader.ts'
import type { Casebook } from '../casebook.ts'
import { keptCase } from '../kept-case.ts'
import { keptWords, READING_VERSION, readOriginal } from './kept-reading.ts'

export type ReadingQueue = {
  /** The original that is being read just now. */
  readonly busyWith: () => string | undefined
  /** Resolves once everything known of has been read. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** How often it is looked whether exhibits were added, by whomever; first when the server has had time to show its first page. */
const LOOK_MS = 1000
const FIRST_LOOK_MS = 3000
/** How far it had come, in the data folder; without it everything is looked at once. */
export const READINGS_SEEN = 'readings-seen.json'
/** Another one looks at everything again: since the words of exhibits are searched, `.1`. */
const MARK_VERSION = `${READING_VERSION}.1`

/**
 * Reads exhibits in the background, one at a time, as they come into the casebook. What is kept beside an original is not read again, so
 * a server that was stopped goes on where it was. Trouble with one file stops nothing.
 */
export function startReadings(book: Casebook, reader: Reader, report: (error: unknown) => void): ReadingQueue {
  let busy: string | undefined
  let stopped = false
  let failed = false
  let seen: number | undefined
  // A case changes with every record; its readings are not looked up again each time. An id is never given twice.
  const settled = new Set<string>()
  let waking: (() => void) | undefined
  const waiting: (() => void)[] = []

  const look = async () => {
    // The mark may tell of another database: the folder stays when the events move.
    const left = seen === undefined ? await book.store.unnoted() : []
    const from = seen ?? Math.min(await markOf(book.folder), (await book.store.changedSince()).seq)
    const { seq, cases } = await book.store.changedSince(from)
    for (const caseId of new Set([...left, ...cases])) {
      const kept = await keptCase(book, caseId)
      for (const { id, sha256, withdrawn } of kept.ok ? kept.value.kase.evidence : []) {
        if (stopped) return
        if (withdrawn === true || settled.has(`${caseId}/${id}`)) continue
        busy = sha256
        const isRead = await readOriginal(book, reader, sha256, () => stopped).catch((error: unknown) => {
          failed = true
          report(error)
          return false
        })
        busy = undefined
        if (!isRead) continue
        await book.store.noteText(caseId, sha256, await keptWords(book, sha256))
        settled.add(`${caseId}/${id}`)
      }
    }
    // What failed for want of room or rights is tried again by the next start.
    if (seq !== from && !failed) await keepMark(book.folder, seq)
    seen = seq
  }
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      waking = resolve
      setTimeout(resolve, ms).unref()
    })
  const run = async () => {
    await rest(FIRST_LOOK_MS)
    while (!stopped) {
      const asked = waiting.splice(0)
      await look().catch(report)
      for (const done of asked) done()
      if (!stopped && waiting.length === 0) await rest(LOOK_MS)
    }
    for (const done of waiting.splice(0)) done()
  }
  const running = run()
  return {
    busyWith: () => busy,
    async idle() {
      const looked = new Promise<void>((resolve) => waiting.push(resolve))
      waking?.()
      await looked
    },
    async stop() {
      stopped = true
      waking?.()
      await reader.close()
      await running
    },
  }
}

async function markOf(folder: string): Promise<number> {
  try {
    const mark = JSON.parse(await readFile(join(folder, READINGS_SEEN), 'utf8')) as { seq: unknown; version: unknown }
    // A newer reader looks at everything again.
    return typeof mark.seq === 'number' && mark.version === MARK_VERSION ? mark.seq : 0
  } catch {
    return 0
  }
}

async function keepMark(folder: string, seq: number): Promise<void> {
  const draft = join(folder, `.${READINGS_SEEN}.${process.pid}`)
  await writeFile(draft, JSON.stringify({ seq, version: MARK_VERSION }), { mode: 0o600 })
  await rename(draft, join(folder, READINGS_SEEN))
}
