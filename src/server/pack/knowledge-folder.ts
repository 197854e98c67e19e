import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import type { ParsedKnowledge } from '../../core/knowledge/parse.ts'
import type { Lang } from '../../core/values/text.ts'

/** The knowledge folder of this package. */
const isSource = import.meta.url.includes('/src/server/pack/')
const packaged = fileURLToPath(new URL(isSource ? '../../../knowledge' : '../knowledge', import.meta.url))

/** What a build keeps parsed beside the bundle, each with the version of the files it was made from. */
const ready = { knowledge: 'knowledge.json', calendar: 'calendar.json' } as const
type ReadyCalendar = Pick<Knowledge, 'version' | 'calendar'>

/** Reads a knowledge folder (default: the one of this package) with everything found wrong in it. */
export async function readKnowledgeFolder(folder: string = packaged, lang: Lang = 'zh-CN'): Promise<ParsedKnowledge> {
  return parse(await readTexts(folder), lang)
}

/**
 * The knowledge to work with. A build keeps it parsed in one file, used as long as the YAML beside it has not changed.
 * What was read last is kept as well, for whoever asks again. A folder that does not parse whole is broken machinery: it
 * throws, naming the file.
 */
export async function readKnowledge(folder: string = packaged, lang: Lang = 'zh-CN'): Promise<Knowledge> {
  const read = await readTexts(folder)
  if (last?.version !== read.version)
    last = (await readReady<Knowledge>(ready.knowledge, read.version)) ?? whole(await parse(read, lang))
  return last.lang === lang ? last : { ...last, lang }
}

let last: Knowledge | undefined

/** The working calendar alone, for `due`, which shall not wait for the law. */
export async function readCalendar(folder: string = packaged): Promise<Knowledge['calendar']> {
  const read = await readTexts(folder, 'calendar')
  const known = await readReady<ReadyCalendar>(ready.calendar, read.version)
  return (known ?? whole(await parse(read, 'zh-CN'))).calendar
}

/** What a build writes beside the bundle, by file name. */
export async function readyFiles(): Promise<Readonly<Record<string, Knowledge | ReadyCalendar>>> {
  const knowledge = await readKnowledge()
  const { version } = await readTexts(packaged, 'calendar')
  return { [ready.knowledge]: knowledge, [ready.calendar]: { version, calendar: knowledge.calendar } }
}

type Texts = { readonly texts: ReadonlyMap<string, string>; readonly version: string }

/** The parser is loaded only where there is something to parse: a build starts without it. */
async function parse({ texts, version }: Texts, lang: Lang): Promise<ParsedKnowledge> {
  const { parseKnowledge } = await import('../../core/knowledge/parse.ts')
  return parseKnowledge(texts, version, lang)
}

function whole({ knowledge, findings }: ParsedKnowledge): Knowledge {
  const [first] = findings
  if (first) throw new Error(`knowledge: ${first.file}${first.line ? `:${first.line}` : ''}: ${first.why.en}`)
  return knowledge
}

async function readTexts(folder: string, under = ''): Promise<Texts> {
  const names = (await readdir(join(folder, under), { recursive: true })).map((name) => join(under, name))
  const yaml = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.yaml'))
  const contents = await Promise.all(yaml.sort().map((name) => readFile(join(folder, name), 'utf8')))
  const texts = new Map(yaml.map((name, i) => [name, contents[i] ?? '']))
  const hash = createHash('sha256')
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`)
  return { texts, version: hash.digest('hex') }
}

async function readReady<T extends { readonly version: string }>(
  name: string,
  version: string,
): Promise<T | undefined> {
  if (isSource) return undefined
  try {
    const kept = JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8')) as T
    return kept.version === version ? kept : undefined
  } catch {
    return undefined
  }
}
