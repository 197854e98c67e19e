import { nearestName } from '../../core/values/nearest-name.ts'
import { dataOption } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import * as messages from '../messages.ts'
import { verbUnknown } from './words.ts'

type Verb = {
  /** Options of the command that this verb takes. */
  readonly options: readonly string[]
  readonly run: (words: string, context: Context) => Promise<Ending>
}

const verbs: Readonly<Record<string, Verb>> = {
  show: { options: ['on', 'data'], run: async (words, context) => (await import('./show.ts')).showLaw(words, context) },
  search: {
    options: ['top', 'data'],
    run: async (words, context) => (await import('./search.ts')).searchLaws(words, context),
  },
  import: {
    options: ['data'],
    run: async (words, context) => (await import('./import.ts')).importLaws(words, context),
  },
}

export const lawCommand: Command = {
  name: 'law',
  summary: {
    zh: '查条文：按名称看，用平常话找，导入官方全文；指南说法的核对结果',
    en: 'Provisions by name or in plain words, official texts, the guide’s claims',
  },
  usage: {
    zh: `law show 条文 [--on 日期]：看一条。写法随意：cpl#25、消法25、《消费者权益保护法》第二十五条第一款、民法典 563。
  只写法律名称，列出收了哪些条。--on 给出那一天有效的文本；那天没有的，说明没有，退出码 1。
law show guide：列出指南的全部说法和核对结果；law show C06 看其中一条。
law search 话 [-n 10]：用平常话找条文，最合适的在前。找不到时退出码 1。
law import 文件夹：把从国家法律法规数据库下载的全文（Markdown、纯文本、DOCX）收进案件库的文件夹，按公布或修正的日期分版本。
  此后 show 在我们的条目旁边给出官方文本和它来自哪个文件，search 一起找。已收的不改动：同一版本文字不同的不收，退出码 1；
  看不出日期的不收，请把日期写在文件名末尾，如“某法(2023-09-01).docx”。

--json：show 给出 {ref, law, article, title, standing, grade, inForce, from, to, grants, …, source, usedBy, corrects}，
  一条分款收的，其余各款在 also 里；列表给出数组；导入了官方文本的，在 imported 里。search 给出
  [{ref, law, article, title, score}]，只在导入的文本里有的带 imported。import 给出 [{file, status, law, day, articles, …}]，
  status 是 new、added、same、passed-over 或 refused。
条文是用自己的话写的，标明在哪里读到、核对到哪天；正式引用前请查官方文本。

例：youju law show 消法25 --on 2026-03-01
    youju law search 快递放驿站没经过我同意
    youju law import 下载的法律`,
    en: `law show REF [--on DAY]: one provision, as cpl#25 or as it is cited in Chinese, by any name and in any digits.
  A law alone lists what is held of it. With --on, the text in force on that day; if there was none, exit code 1.
law show guide: every claim of the consumer guide with what the check found; law show C06 is one of them.
law search WORDS [-n 10]: provisions that fit everyday Chinese words, best first. Nothing found: exit code 1.
law import FOLDER: takes full texts as downloaded from the national law database (Markdown, plain text, DOCX) into the
  folder of the casebook, in versions by the day they were published or amended. From then on show gives the official
  words beside our entry, with the file they are from, and search looks through both. What is held is never changed:
  a file of a version held that says anything else is refused (exit code 1). So is one that tells no day; add the day
  to the end of its name, as in NAME(2023-09-01).docx.

--json: show prints {ref, law, article, title, standing, grade, inForce, from, to, grants, …, source, usedBy, corrects},
  with the other paragraphs of a split article under also and the official text under imported; lists are arrays. search
  prints [{ref, law, article, title, score}], with imported where only an imported text has it. import prints
  [{file, status, law, day, articles, …}]; status is new, added, same, passed-over or refused.
Provisions are in our own words and name where they were read and when; see the official text before you cite one.

Example: youju law show cpl#25 --on 2026-03-01
         youju law import statutes`,
  },
  operands: ['show|search|import', 'WORDS…'],
  options: {
    on: {
      takes: 'DAY',
      summary: { zh: '（show）哪一天的文本，如 2026-03-01', en: '(show) the text of that day, as 2026-03-01' },
    },
    top: {
      short: 'n',
      takes: 'N',
      summary: { zh: '（search）最多几条，默认 10', en: '(search) at most so many, 10 unless given' },
    },
    ...dataOption,
  },
  run: runVerb,
}

async function runVerb(context: Context): Promise<Ending> {
  const { operands, options, report } = context
  const [name = '', ...words] = operands
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    report(verbUnknown(name, nearestName(name, Object.keys(verbs))))
    return 'misused'
  }
  const strange = Object.entries(lawCommand.options).find(([key]) => key in options && !verb.options.includes(key))
  if (strange) {
    const [key, { short }] = strange
    report(messages.unknownOption(short === undefined ? `--${key}` : `-${short}`, undefined, 'law'))
    return 'misused'
  }
  return verb.run(words.join(' '), context)
}
