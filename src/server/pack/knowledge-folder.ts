import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { type ParsedKnowledge, parseKnowledge } from '../../core/knowledge/parse.ts'
import type { Lang } from '../../core/values/text.ts'

/** Reads a knowledge folder (default: the one of this package) with everything found wrong in it. */
export async function readKnowledgeFolder(
  folder: string = packagedKnowledge(),
  lang: Lang = 'zh-CN',
): Promise<ParsedKnowledge> {
  const texts = new Map<string, string>()
  const hash = createHash('sha256')
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort()
  for (const name of names.filter((name) => name.endsWith('.yaml'))) {
    const text = await readFile(join(folder, name), 'utf8')
    texts.set(name, text)
    hash.update(`${name}\0${text}\0`)
  }
  return parseKnowledge(texts, hash.digest('hex'), lang)
}

/** The knowledge to work with. A folder that does not parse whole is broken machinery: it throws, naming the file. */
export async function readKnowledge(folder?: string, lang?: Lang): Promise<Knowledge> {
  return whole(await readKnowledgeFolder(folder, lang))
}

function whole({ knowledge, findings }: ParsedKnowledge): Knowledge {
  const [first] = findings
  if (first) throw new Error(`knowledge: ${first.file}${first.line ? `:${first.line}` : ''}: ${first.why.en}`)
  return knowledge
}

/** The working calendar alone, for those who need no law: a tenth of the reading. Throws as `readKnowledge` does. */
export async function readCalendar(folder: string = packagedKnowledge()): Promise<Knowledge['calendar']> {
  const names = (await readdir(join(folder, 'calendar'))).filter((name) => name.endsWith('.yaml'))
  const texts = names.map(async (name) => {
    const path = `calendar/${name}`
    return [path, await readFile(join(folder, path), 'utf8')] as const
  })
  return whole(parseKnowledge(new Map(await Promise.all(texts)), '', 'zh-CN')).calendar
}

/** From `src/server/pack/` and from the bundle in `dist/` alike: the first `knowledge/` found going up. */
function packagedKnowledge(): string {
  const depth = import.meta.url.includes('/src/server/pack/') ? '../../../knowledge' : '../knowledge'
  return fileURLToPath(new URL(depth, import.meta.url))
}
