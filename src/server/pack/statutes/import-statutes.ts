import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative } from 'node:path'
import { plainTitle } from '../../../core/knowledge/statutes/imported-statutes.ts'
import { type Kept, keepStatute } from '../../../core/knowledge/statutes/keep-statute.ts'
import { readHead, readStatute, type StatuteHead } from '../../../core/knowledge/statutes/read-statute.ts'
import type { ReadStatute, Statute } from '../../../core/knowledge/statutes/statute.ts'
import { done, type Outcome, type Refusal, refuse } from '../../../core/values/refusal.ts'
import { textOf } from '../../reading/decode/text-lines.ts'
import { docxText } from './docx-text.ts'
import { readStatutes, writeStatute } from './statute-shelf.ts'

const MOST_FILES = 5000
const MOST_BYTES = 20_000_000
const readable: readonly string[] = ['.md', '.markdown', '.txt', '.docx', '.doc']
/** Said of a folder’s other files by these: the statute they are parts of. */
const heads: readonly string[] = ['README.md', 'readme.md', 'index.md']

/** What became of one file. `passed-over`: it holds no articles. */
export type StatuteFile = { readonly file: string } & (
  | { readonly status: Kept['status']; readonly sha256: string; readonly statute: Statute; readonly added: number }
  | { readonly status: 'passed-over' | 'refused'; readonly refusal: Refusal }
)

/**
 * Imports the statutes of a folder and of those below it, or of one file, into a data folder. Each file is taken whole or
 * refused with the reason; what is held already is never changed.
 */
export async function importStatutes(
  from: string,
  { data, now, progress }: { readonly data: string; readonly now: string; readonly progress: (file: string) => void },
): Promise<Outcome<readonly StatuteFile[]>> {
  const found = await filesOf(from)
  if (!found.ok) return found
  const held = new Map((await readStatutes(data)).map((statute) => [versionOf(statute), statute]))
  const headOf = headReader()
  const results: StatuteFile[] = []
  for (const path of found.value) {
    const file = relative(from, path) || basename(path)
    progress(file)
    const bytes = await bytesOf(path)
    const text = bytes.ok ? await textIn(path, bytes.value) : bytes
    const statute = text.ok ? readStatute(text.value, basename(path), await headOf(path)) : text
    const sha256 = bytes.ok ? createHash('sha256').update(bytes.value).digest('hex') : ''
    const kept = statute.ok
      ? keepStatute(held.get(versionOf(statute.value)), statute.value, { file, sha256, importedAt: now })
      : statute
    if (!kept.ok) {
      const status = kept.refusal.code === 'no-articles' ? 'passed-over' : 'refused'
      results.push({ file, status, refusal: kept.refusal })
      continue
    }
    if (kept.value.status !== 'same') await writeStatute(data, kept.value.statute)
    held.set(versionOf(kept.value.statute), kept.value.statute)
    results.push({ file, sha256, ...kept.value })
  }
  return done(results)
}

function versionOf({ title, day }: Pick<ReadStatute, 'title' | 'day'>): string {
  return `${plainTitle(title)} ${day}`
}

/** The files that may be statutes, in the order of their paths. Links and hidden files are not followed. */
async function filesOf(path: string): Promise<Outcome<readonly string[]>> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) return done([path])
  if (!found?.isDirectory())
    return refuse('file-unknown', { zh: `没有文件夹 ${path}`, en: `there is no folder ${path}` }, path)
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && readable.includes(extension(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0)
    return refuse(
      'nothing-to-import',
      { zh: `${path} 里没有 ${readable.join('、')} 文件`, en: `${path} holds no ${readable.join(', ')} file` },
      path,
    )
  if (files.length <= MOST_FILES) return done(files)
  return refuse(
    'too-many-files',
    {
      zh: `${path} 里有 ${files.length} 个文件，一次最多 ${MOST_FILES} 个`,
      en: `${path} holds ${files.length} files; at most ${MOST_FILES} at a time`,
    },
    path,
  )
}

async function bytesOf(path: string): Promise<Outcome<Buffer>> {
  if (extension(path) === '.doc')
    return refuse(
      'old-word',
      {
        zh: '旧的 DOC 格式读不了；请另存为 DOCX 再导入',
        en: 'the old DOC format is not read; save it as DOCX and import again',
      },
      path,
    )
  const { size } = await stat(path)
  if (size > MOST_BYTES)
    return refuse('too-large', { zh: '文件超过 20 MB，不像法律文本', en: 'over 20 MB, which no statute is' }, path)
  return done(await readFile(path))
}

async function textIn(path: string, bytes: Buffer): Promise<Outcome<string>> {
  return extension(path) === '.docx' ? docxText(path) : done(textOf(bytes))
}

function extension(path: string): string {
  return extname(path).toLowerCase()
}

/** Finds the head that stands in a file of its own beside the parts of a statute; each folder is looked at once. */
function headReader(): (path: string) => Promise<StatuteHead | undefined> {
  const known = new Map<string, Promise<StatuteHead | undefined>>()
  return (path) => {
    const folder = dirname(path)
    const head = known.get(folder) ?? headIn(folder)
    known.set(folder, head)
    return head
  }
}

async function headIn(folder: string): Promise<StatuteHead | undefined> {
  for (const name of heads) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined)
    const head = bytes && bytes.length <= MOST_BYTES ? readHead(textOf(bytes), name) : undefined
    if (head) return head
  }
  return undefined
}
