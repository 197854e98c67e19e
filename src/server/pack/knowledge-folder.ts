import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { type ParsedKnowledge, parseKnowledge } from '../../core/knowledge/parse.ts'
import type { Lang } from '../../core/values/text.ts'

/** The knowledge folder of this package and, in a build, the compiled file beside the bundle. */
const isSource = import.meta.url.includes('/src/server/pack/')
const packaged = fileURLToPath(new URL(isSource ? '../../../knowledge' : '../knowledge', import.meta.url))
const compiled = isSource ? undefined : fileURLToPath(new URL('knowledge.json', import.meta.url))

/** Reads a knowledge folder (default: the one of this package) with everything found wrong in it. */
export async function readKnowledgeFolder(folder: string = packaged, lang: Lang = 'zh-CN'): Promise<ParsedKnowledge> {
  const { texts, version } = await readTexts(folder)
  return parseKnowledge(texts, version, lang)
}

/**
 * The knowledge to work with. A build keeps it parsed in one file, used as long as the YAML beside it has not changed.
 * What was read last is kept as well, for whoever asks again. A folder that does not parse whole is broken machinery: it
 * throws, naming the file.
 */
export async function readKnowledge(folder: string = packaged, lang: Lang = 'zh-CN'): Promise<Knowledge> {
  const { texts, version } = await readTexts(folder)
  if (last?.version !== version) {
    const ready = await readCompiled()
    last = ready?.version === version ? ready : whole(parseKnowledge(texts, version, lang))
  }
  return last.lang === lang ? last : { ...last, lang }
}

let last: Knowledge | undefined

/** The working calendar alone, for `due`: where the compiled file is stale or absent, no law is parsed for it. */
export async function readCalendar(folder: string = packaged): Promise<Knowledge['calendar']> {
  const ready = await readCompiled()
  if (ready && ready.version === (await readTexts(folder)).version) return ready.calendar
  const { texts, version } = await readTexts(folder, 'calendar/')
  return whole(parseKnowledge(texts, version, 'zh-CN')).calendar
}

function whole({ knowledge, findings }: ParsedKnowledge): Knowledge {
  const [first] = findings
  if (first) throw new Error(`knowledge: ${first.file}${first.line ? `:${first.line}` : ''}: ${first.why.en}`)
  return knowledge
}

async function readTexts(folder: string, under = ''): Promise<{ texts: Map<string, string>; version: string }> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort()
  const yaml = names.filter((name) => name.startsWith(under) && name.endsWith('.yaml'))
  const contents = await Promise.all(yaml.map((name) => readFile(join(folder, name), 'utf8')))
  const texts = new Map(yaml.map((name, i) => [name, contents[i] ?? '']))
  const hash = createHash('sha256')
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`)
  return { texts, version: hash.digest('hex') }
}

async function readCompiled(): Promise<Knowledge | undefined> {
  if (compiled === undefined) return undefined
  try {
    return JSON.parse(await readFile(compiled, 'utf8')) as Knowledge
  } catch {
    return undefined
  }
}
