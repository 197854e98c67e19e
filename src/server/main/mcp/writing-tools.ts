import { createReadStream } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, sep } from 'node:path'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { parseInstant } from '../../../core/values/instant.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { addEvidence } from '../../casebook/add-evidence.ts'
import type { Casebook } from '../../casebook/casebook.ts'
import { type GivenCommand, give } from '../../casebook/give.ts'
import { openCase } from '../../casebook/open-case.ts'
import type { Recorded } from '../../casebook/record.ts'
import { addTool } from './tool.ts'

const caseId = z.string().max(100).describe('id of a case')

/**
 * What adds to a case: words, contacts, answers, files. All of it can be corrected later and stays in the record; nothing here
 * sends, files, decides an offer, closes or drops anything: that is the user's own to do.
 */
export function addWritingTools(server: McpServer, book: Casebook, folders: readonly string[]): void {
  const put = async (id: string, command: GivenCommand) => kept(await give(book, id, [command]))
  addTool(server, {
    name: 'open_case',
    writes: true,
    about: ['Opens a case from the user’s own words.', '用用户自己的话新建案件。'],
    takes: { words: z.string().min(1).max(100_000) },
    run: async ({ words }) =>
      kept(await openCase(book, { commands: [{ type: 'DescribeProblem', payload: { words } }] })),
  })
  addTool(server, {
    name: 'add_contact',
    writes: true,
    about: ['Logs a contact with shop or platform, to the minute.', '记一次联系，精确到分钟。'],
    takes: {
      case: caseId,
      at: z.string().describe('RFC 3339; without a zone Beijing time'),
      channel: z.string().max(100).describe('id of a channel, such as seller or jd-service'),
      direction: z.enum(['out', 'in']),
      words: z.string().min(1).max(100_000),
      answered: z.boolean().optional(),
    },
    run: async ({ case: id, at, answered, ...rest }) => {
      const instant = parseInstant(at)
      if (!instant.ok) return instant
      const payload = { ...rest, at: instant.value, by: [], ...(answered === undefined ? {} : { answered }) }
      return put(id, { type: 'LogContact', payload })
    },
  })
  addTool(server, {
    name: 'answer_question',
    writes: true,
    about: [
      'Answers a question of the brief: a fact and its value; null = the user does not know.',
      '回答一个问题；不知道填 null。',
    ],
    takes: {
      case: caseId,
      fact: z.string().max(100),
      value: z.union([z.boolean(), z.number(), z.string().max(10_000), z.null()]),
    },
    run: ({ case: id, fact, value }) =>
      put(id, {
        type: 'StateFact',
        payload: value === null ? { fact, status: 'unknown', by: [] } : { fact, status: 'known', value, by: [] },
      }),
  })
  addTool(server, {
    name: 'add_evidence',
    writes: true,
    about: [
      'Adds a file as evidence; only from folders the user allowed with --files. The original is kept unchanged.',
      '加一份证据；只能取用户用 --files 允许的文件夹里的文件，原件不动。',
    ],
    takes: { case: caseId, path: z.string().max(4096), title: z.string().max(2000).optional() },
    run: async ({ case: id, path, title }) => {
      const file = await allowed(path, folders)
      if (!file.ok) return file
      const added = await addEvidence(book, id, {
        name: basename(file.value),
        content: createReadStream(file.value),
        ...(title && { described: { title } }),
      })
      return added.ok ? done({ case: id, exhibit: added.value.exhibit, changed: added.value.changed }) : added
    },
  })
}

function kept(recorded: Outcome<Recorded>): Outcome<object> {
  if (!recorded.ok) return recorded
  const { kase, changed } = recorded.value
  return done({ case: kase.id, version: kase.version, changed })
}

/** The true place of a file below one of the folders, links followed. */
async function allowed(path: string, folders: readonly string[]): Promise<Outcome<string>> {
  const place = await realpath(path).catch(() => undefined)
  const roots = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)))
  if (place !== undefined && roots.some((root) => root !== undefined && place.startsWith(`${root}${sep}`)))
    return done(place)
  return refuse('file-not-allowed', {
    zh: `不能取 ${path}：不存在，或不在 --files 允许的文件夹里`,
    en: `${path} cannot be taken: it is not there, or not below a folder allowed by --files`,
  })
}
