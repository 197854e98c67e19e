import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { findingWords } from '../../core/case/log/finding-words.ts'
import { type Outcome, refuse } from '../../core/values/refusal.ts'
import { type BagSource, folderSource, zipSource } from '../proof/bag/bag-source.ts'
import { checkBag } from '../proof/bag/check-bag.ts'
import type { Casebook } from './casebook.ts'
import { type Imported, importFolder } from './import-folder.ts'

/** What of a bag makes a case folder, with the time stamps over its exhibits; the rest (records as they were chained, the page for clerks) stays in the bag. */
const folderPart = /^(case\.yaml|evidence\.sha256|evidence\/.+|proofs\/evidence\/.+\.tsr)$/

/**
 * Takes the case of a bag (folder or ZIP), or of an exported ZIP, into the casebook. The whole is checked first; when anything is off
 * nothing is taken and nothing is left behind.
 */
export async function importBag(
  book: Casebook,
  path: string,
  options: { readonly anew?: boolean } = {},
): Promise<Outcome<Imported>> {
  const isFolder = (await stat(path)).isDirectory()
  const opened = isFolder ? { ok: true as const, value: await folderSource(path) } : await zipSource(path)
  if (!opened.ok) return opened
  const source = opened.value
  const temporary = await mkdtemp(join(tmpdir(), 'youju-import-'))
  try {
    const checked = await soundParts(path, source)
    if (!checked.ok) return checked
    // The folder's name gives the case its name where the file gives none.
    const named = /^(?:youju-)?([A-Za-z0-9][A-Za-z0-9._-]{0,99})$/.exec(source.name)?.[1]
    const folder = join(temporary, named ?? 'case')
    await unpack(source, checked.value, folder)
    return await importFolder(book, folder, options)
  } finally {
    source.close()
    await rm(temporary, { recursive: true, force: true })
  }
}

/** The prefix below which the case folder lies, once everything was found sound. */
async function soundParts(path: string, source: BagSource): Promise<Outcome<string>> {
  const isBag = source.files.has('bagit.txt')
  if (!isBag && !source.files.has('case.yaml'))
    return refuse(
      'no-case-in-it',
      {
        zh: `${path} 里没有案件（case.yaml）也不是证据包（bagit.txt）；什么都没有取用`,
        en: `${path} holds no case (case.yaml) and is no bag (bagit.txt); nothing was taken`,
      },
      path,
    )
  const checked = isBag ? await checkBag(path) : undefined
  if (checked?.ok === false) return checked
  const findings = checked === undefined ? source.findings : checked.value.findings
  if (findings.length === 0) return { ok: true, value: isBag ? 'data/' : '' }
  const named = findings.slice(0, 10).map(findingWords)
  return refuse(
    'bag-not-sound',
    {
      zh: `${path} 有 ${findings.length} 处不符，没有取用任何内容：\n${named.map(({ zh }) => `- ${zh}`).join('\n')}`,
      en: `${path} has ${findings.length} findings; nothing was taken:\n${named.map(({ en }) => `- ${en}`).join('\n')}`,
    },
    path,
  )
}

async function unpack({ files }: BagSource, prefix: string, folder: string): Promise<void> {
  for (const [name, file] of files) {
    const part = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    if (!folderPart.test(part)) continue
    const place = join(folder, part)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await pipeline(
      Readable.from(file.read(), { objectMode: false }),
      createWriteStream(place, { flags: 'wx', mode: 0o600 }),
    )
  }
}
