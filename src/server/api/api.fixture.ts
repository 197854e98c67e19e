import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aCasebook } from '../casebook/casebook.fixture.ts'
import { openReader } from '../reading/reader.ts'
import { apiOf } from './api.ts'
import type {
  CaseRow,
  CaseView,
  CsvImport,
  CsvPreview,
  Due,
  Examination,
  LookView,
  PaperRow,
  Problem,
  Restored,
  SessionView,
  TimelineEntry,
  Vocabulary,
} from './client.ts'
import { openSessions } from './local/sessions.ts'

export const host = '127.0.0.1:7315'
/** What answers may hold, as far as tests look into them. */
type Body = CaseView &
  Problem &
  SessionView &
  Vocabulary &
  CsvPreview &
  CsvImport &
  Restored &
  Examination &
  LookView & {
    readonly cases: readonly CaseRow[]
    readonly counts: { readonly open: number; readonly closed: number }
    readonly entries: readonly TimelineEntry[]
    readonly papers: readonly PaperRow[]
    readonly due: readonly Due[]
    readonly caseId: string
  }

export async function jsonOf(answer: Response): Promise<Body> {
  return (await answer.json()) as Body
}

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

/** The API on a fresh casebook (or the one of a folder), spoken to as a browser would. */
export async function anApi(folder?: string) {
  const book = await aCasebook(folder)
  const sessions = await openSessions(book.folder)
  const reader = openReader()
  const webFolder = await mkdtemp(join(tmpdir(), 'youju-web-'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>app</title>')
  const faults: unknown[] = []
  const answer = await apiOf(
    {
      book,
      sessions,
      hosts: () => new Set([host, 'localhost:7315']),
      examples,
      reader,
      report: (fault) => faults.push(fault),
    },
    webFolder,
  )
  const cookie = `youju_7315=${sessions.take(sessions.mint())}`
  /** A request with the cookie; headers given override. */
  const ask = (path: string, { headers, ...init }: Asked = {}) =>
    answer(new Request(`http://${host}${path}`, { ...init, headers: { host, cookie, ...headers } }))
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  /** Opens a case with these commands and answers with its view. */
  const open = async (id: string, ...commands: unknown[]) =>
    (await send('/api/cases', { id, ...(commands.length > 0 && { commands }) })).json()
  return { book, sessions, reader, answer, ask, send, open, faults, cookie }
}
