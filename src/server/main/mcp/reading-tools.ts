import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { readLawName } from '../../../core/knowledge/lookup/law-name.ts'
import { provisionPages } from '../../../core/knowledge/lookup/provision-page.ts'
import { shortCite } from '../../../core/knowledge/provision-ref.ts'
import { readWords } from '../../../core/language/read-words.ts'
import { lintText } from '../../../core/lint/lint.ts'
import { searchLaw } from '../../../core/search/law-search.ts'
import { dayOf } from '../../../core/values/instant.ts'
import { done, refuse } from '../../../core/values/refusal.ts'
import { adviceOf } from '../../casebook/advice-of.ts'
import type { Casebook } from '../../casebook/casebook.ts'
import { keptCase } from '../../casebook/kept-case.ts'
import { paperOf } from '../../casebook/paper-of.ts'
import { papersOf } from '../../casebook/papers-of.ts'
import { beforeBuying } from '../../casebook/purchases/before-buying.ts'
import { purchaseWindowsOf } from '../../casebook/purchases/purchase-windows.ts'
import { timelineOf } from '../../casebook/timeline.ts'
import { openShelf } from '../../pack/statutes/open-shelf.ts'
import type { Reader } from '../../reading/reader.ts'
import { addTool } from './tool.ts'

const MOST = 50
const lang = z.enum(['zh-CN', 'en']).default('zh-CN').describe('language of the answer')
const caseId = z.string().max(100).describe('id of a case, as list_cases gives it')

/** What changes nothing: cases and what follows from them, the law, words looked over, drafts. */
export function addReadingTools(server: McpServer, book: Casebook, reader: Reader): void {
  const { knowledge, store } = book
  const shelf = openShelf(book.folder)
  addTool(server, {
    name: 'list_cases',
    about: ['Kept cases (or purchases), the last changed first.', '列出案件或购物记录，最近改动的在前。'],
    takes: {
      words: z.string().max(200).optional().describe('only those that hold these words'),
      status: z.enum(['open', 'closed', 'purchase']).optional(),
      limit: z.int().min(1).max(MOST).default(20),
    },
    run: async ({ words, status, limit }) =>
      done({
        cases: await store.cases({ now: book.now(), limit, ...(words && { words }), ...(status && { status }) }),
      }),
  })
  addTool(server, {
    name: 'read_case',
    about: ['A case as recorded: order, problem, contacts, evidence, filings, offers.', '读一个案件里记下的内容。'],
    takes: { case: caseId },
    run: async (given) => {
      const kept = await keptCase(book, given.case)
      return kept.ok ? done({ case: kept.value.kase }) : kept
    },
  })
  addTool(server, {
    name: 'timeline',
    about: ['Every record of a case, oldest first.', '案件的全部记录，按时间排列。'],
    takes: { case: caseId, lang },
    run: async (given) => {
      const entries = await timelineOf(book, given.case, given.lang)
      return entries.ok ? done({ entries: entries.value }) : entries
    },
  })
  addTool(server, {
    name: 'brief',
    about: [
      'Where a case stands: next steps, clocks, rights, questions, evidence, channels, offers. Each statement cites its provision; what is unknown is said to be.',
      '案件到了哪一步：下一步、期限、权利、要问清的、证据、渠道。每句都写依据，不知道的写明不知道。',
    ],
    takes: { case: caseId, lang },
    run: async (given) => {
      const found = await adviceOf(book, given.case, given.lang)
      return found.ok ? done({ advice: found.value.advice }) : found
    },
  })
  addTool(server, {
    name: 'draft',
    about: [
      'A paper of a case as text, a draft from what is recorded; nothing is sent. Without `paper` it lists which there are and what each lacks.',
      '写一份文书的文字稿；什么都不发送。不写 paper 就列出有哪些、各缺什么。',
    ],
    takes: { case: caseId, paper: z.string().max(100).optional(), lang },
    run: async (given) => {
      if (given.paper === undefined) {
        const rows = await papersOf(book, given.case, given.lang)
        return rows.ok ? done({ papers: rows.value }) : rows
      }
      const made = await paperOf(book, reader, given.case, { paper: given.paper, format: 'txt' })
      if (!made.ok) return made
      const [file] = made.value.written
      const lacks = made.value.withheld.flatMap(({ missing }) => missing.map(({ name }) => name)).join('、')
      if (file === undefined)
        return refuse('paper-withheld', {
          zh: `还不能写，缺：${lacks}`,
          en: `cannot be written yet, missing: ${lacks}`,
        })
      return done({
        paper: given.paper,
        title: file.entry.title,
        cites: file.entry.cites,
        text: new TextDecoder().decode(file.bytes),
      })
    },
  })
  addTool(server, {
    name: 'law_search',
    about: ['Provisions that answer a question in plain (Chinese) words.', '用平常的话找法条。'],
    takes: { question: z.string().min(1).max(500), limit: z.int().min(1).max(MOST).default(5) },
    run: async ({ question, limit }) => {
      const hits = searchLaw(question, knowledge, { most: limit, today: dayOf(book.now()), statutes: await shelf() })
      return done({
        found: hits.map((hit) => ({ ...hit, cite: hit.imported ? hit.ref : shortCite(knowledge, hit.ref) })),
      })
    },
  })
  addTool(server, {
    name: 'law_show',
    about: [
      'One provision with standing, days in force and source: cpl#25, 消法25条.',
      '看一条规定：是否有效、何时施行、出处。',
    ],
    takes: { ref: z.string().min(1).max(200) },
    run: ({ ref }) => {
      const named = readLawName(ref, knowledge)
      if (!named.ok) return named
      if (named.value.ref === undefined)
        return refuse('article-not-held', { zh: '请写明第几条', en: 'name the article too' })
      const pages = provisionPages(knowledge, named.value.ref, { on: undefined, today: dayOf(book.now()) })
      return pages.ok ? done({ pages: pages.value }) : pages
    },
  })
  addTool(server, {
    name: 'triage',
    about: [
      'Which problems a text tells of, with confidence; "unsure" is not an answer yet.',
      '一段话说的是哪类问题。',
    ],
    takes: { text: z.string().max(100_000) },
    run: ({ text }) => {
      const { problems, unsure, complaint } = readWords(text, knowledge, book.now())
      return done({ problems, unsure, complaint })
    },
  })
  addTool(server, {
    name: 'lint',
    about: [
      'Looks a text over before it goes out: insults, threats, money for silence, private data, wrong citations.',
      '发出前看一遍：骂人、威胁、拿钱换沉默、隐私、引错法条。',
    ],
    takes: { text: z.string().max(100_000), for: z.enum(['letter', 'public', 'call']).default('letter') },
    run: async (given) => {
      const today = dayOf(book.now())
      const days = { substance: today, procedure: today }
      const findings = lintText({
        text: given.text,
        mode: given.for,
        knowledge,
        statutes: await shelf(),
        days,
        hasLawyer: false,
      })
      return done({ findings })
    },
  })
  addTool(server, {
    name: 'purchase_windows',
    about: ['Until when what was bought can be sent back, checked, proved.', '一笔购物的各种期限到哪天。'],
    takes: { case: caseId, lang },
    run: async (given) => {
      const windows = await purchaseWindowsOf(book, given.case, given.lang)
      return windows.ok ? done({ windows: windows.value }) : windows
    },
  })
  addTool(server, {
    name: 'check_before_buying',
    about: ['What to look at before paying; without answers it asks.', '下单前要看哪些；不写答案就列出问题。'],
    takes: { answers: z.record(z.string(), z.union([z.boolean(), z.number(), z.string().max(1000)])).default({}) },
    run: ({ answers }) => beforeBuying(answers, knowledge),
  })
}
