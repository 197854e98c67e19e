import { nearestName } from '../../core/values/nearest-name.ts'
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
  show: { options: ['on'], run: async (words, context) => (await import('./show.ts')).showLaw(words, context) },
  search: { options: ['top'], run: async (words, context) => (await import('./search.ts')).searchLaws(words, context) },
}

export const lawCommand: Command = {
  name: 'law',
  summary: {
    zh: '查条文：按名称看，或用平常话找；指南说法的核对结果',
    en: 'Provisions by name or in plain words; the guide’s claims as checked',
  },
  usage: {
    zh: `law show 条文 [--on 日期]：看一条。写法随意：cpl#25、消法25、《消费者权益保护法》第二十五条第一款、民法典 563。
  只写法律名称，列出收了哪些条。--on 给出那一天有效的文本；那天没有的，说明没有，退出码 1。
law show guide：列出指南的全部说法和核对结果；law show C06 看其中一条。
law search 话 [-n 10]：用平常话找条文，最合适的在前。找不到时退出码 1。

--json：show 给出 {ref, law, article, title, standing, grade, inForce, from, to, grants, …, source, usedBy, corrects}，
  一条分款收的，其余各款在 also 里；列表给出数组。search 给出 [{ref, law, article, title, score}]。
条文是用自己的话写的，标明在哪里读到、核对到哪天；正式引用前请查官方文本。

例：youju law show 消法25 --on 2026-03-01
    youju law search 快递放驿站没经过我同意`,
    en: `law show REF [--on DAY]: one provision, as cpl#25 or as it is cited in Chinese, by any name and in any digits.
  A law alone lists what is held of it. With --on, the text in force on that day; if there was none, exit code 1.
law show guide: every claim of the consumer guide with what the check found; law show C06 is one of them.
law search WORDS [-n 10]: provisions that fit everyday Chinese words, best first. Nothing found: exit code 1.

--json: show prints {ref, law, article, title, standing, grade, inForce, from, to, grants, …, source, usedBy, corrects},
  with the other paragraphs of a split article under also; lists are arrays. search prints
  [{ref, law, article, title, score}].
Provisions are in our own words and name where they were read and when; see the official text before you cite one.

Example: youju law show cpl#25 --on 2026-03-01`,
  },
  operands: ['show|search', 'WORDS…'],
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
