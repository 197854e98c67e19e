import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Finding, findingWords } from '../../core/case/log/finding-words.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { type BagSource, bagSource, unreadableFiles } from '../proof/bag/bag-source.ts'
import { checkSource } from '../proof/bag/check-bag.ts'
import type { Casebook } from './casebook.ts'
import { caseThere, type Imported, importFolder } from './import-folder.ts'
import { broughtCase, keepBrought } from './import-records.ts'

/** What of a bag makes a case folder, with the time stamps over its exhibits; the rest stays in the bag. */
const folderPart = /^(case\.yaml|evidence\.sha256|evidence\/.+|proofs\/evidence\/.+\.tsr)$/s

/**
 * Takes the case of a bag (folder or ZIP), or of an exported ZIP, into the casebook. The whole is checked first; when anything is off
 * nothing is taken and nothing is left behind. A bag of a kept case brings its records as they were chained; `anew` makes a new case
 * of what its case file tells.
 */
export async function importBag(
  book: Casebook,
  path: string,
  options: { readonly anew?: boolean } = {},
): Promise<Outcome<Imported>> {
  const opened = await bagSource(path)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const findings = await findingsOf(source)
    if (findings.length > 0) return notSound(path, findings)
    const prefix = isBag(source) ? 'data/' : ''
    const brought = isBag(source) && options.anew !== true ? await broughtCase(book, source.files, prefix) : undefined
    if (brought === undefined) return await importAsFolder(book, source, prefix, options)
    if (!('kase' in brought)) return notSound(path, brought)
    const { kase, links } = brought
    if (!(await keepBrought(book, brought))) return caseThere(kase.id)
    return done({ caseId: kase.id, events: links.length, exhibits: kase.evidence.length, notices: [] })
  } finally {
    source.close()
  }
}

function isBag({ files }: BagSource): boolean {
  return files.has('bagit.txt')
}

async function findingsOf(source: BagSource): Promise<readonly Finding[]> {
  if (isBag(source)) {
    const { findings } = await checkSource(source)
    return findings.length > 0 || source.files.has('data/case.yaml') ? findings : [noCase]
  }
  if (source.findings.length > 0) return source.findings
  return source.files.has('case.yaml') ? unreadableFiles(source) : [noCase]
}

const noCase: Finding = { what: 'no-case', item: 'case.yaml' }

async function importAsFolder(
  book: Casebook,
  source: BagSource,
  prefix: string,
  options: { readonly anew?: boolean },
): Promise<Outcome<Imported>> {
  const temporary = await mkdtemp(join(tmpdir(), 'youju-import-'))
  try {
    // The folder's name gives the case its name where the file gives none.
    const named = /^(?:youju-)?([A-Za-z0-9][A-Za-z0-9._-]{0,99})$/.exec(source.name)?.[1]
    const folder = join(temporary, named ?? 'case')
    await unpack(source, prefix, folder)
    return await importFolder(book, folder, options)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

function notSound(path: string, findings: readonly Finding[]) {
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
