import { lstat, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExhibitFile } from '../../core/case/file/exhibit-file.ts'
import { done, type Outcome, type Refusal, refuse } from '../../core/values/refusal.ts'
import { codeOf, kindOf, notOrdinary } from './case-folder-files.ts'

/** The list of hashes that tells later whether a file in `evidence/` was changed, as `sha256sum -c` reads it. */
const SEAL = 'evidence.sha256'

const LARGEST_SEAL = 4 * 1_048_576

/** What the seal says: hash by path, and its text. Undefined when the folder is not sealed. */
export type Seal = { readonly text: string; readonly hashes: ReadonlyMap<string, string> }

export async function readSeal(folder: string): Promise<Outcome<Seal | undefined>> {
  const path = join(folder, SEAL)
  const kind = await kindOf(path)
  if (kind === 'absent') return done(undefined)
  if (kind === 'link' || kind === 'special') return notOrdinary(SEAL, kind)
  if (kind === 'folder' || (await lstat(path)).size > LARGEST_SEAL) return notASeal(1)
  const text = await readFile(path, 'utf8')
  const hashes = new Map<string, string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line === '\r') continue
    const entry = entryOf(line)
    if (entry === undefined || hashes.has(entry.file)) return notASeal(index + 1)
    hashes.set(entry.file, entry.sha256)
  }
  return done({ text, hashes })
}

/** Damage: sealed files that are gone or whose content has changed. Undefined when all is as it was sealed. */
export function damageOf(seal: Seal, files: readonly ExhibitFile[]): Refusal | undefined {
  const found = new Map(files.map(({ file, sha256 }) => [file, sha256]))
  const faults = [...seal.hashes].flatMap(([file, sha256]): readonly Refusal[] => {
    const now = found.get(file)
    if (now === sha256) return []
    return [now === undefined ? gone(file) : changed(file, sha256, now)]
  })
  const [first] = faults
  if (first === undefined || faults.length === 1) return first
  const text = { zh: faults.map((f) => f.text.zh).join('\n'), en: faults.map((f) => f.text.en).join('\n') }
  return { ...first, text, all: faults }
}

/**
 * Writes the seal, or adds to it the files that came after it; lines that stand are kept as they are. The text is whole
 * or not there at all. `written` is false when there was nothing to add.
 */
export async function writeSeal(
  folder: string,
  seal: Seal | undefined,
  files: readonly ExhibitFile[],
): Promise<Outcome<{ readonly written: boolean }>> {
  const fresh = files.filter(({ file }) => seal?.hashes.has(file) !== true)
  if (fresh.length === 0) return done({ written: false })
  const before =
    seal === undefined || seal.text === '' || seal.text.endsWith('\n') ? (seal?.text ?? '') : `${seal.text}\n`
  const draft = join(folder, `.${SEAL}.${process.pid}`)
  try {
    const handle = await open(draft, 'wx', 0o644)
    try {
      await handle.writeFile(`${before}${sealText(fresh)}`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, join(folder, SEAL))
    return done({ written: true })
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
    return refuse(
      'seal-not-written',
      {
        zh: `无法写入 ${SEAL}（${codeOf(error)}）；证据尚未封存，请检查文件夹的写权限和剩余空间`,
        en: `${SEAL} could not be written (${codeOf(error)}); the evidence is not sealed; check the folder's rights and free space`,
      },
      SEAL,
    )
  }
}

/** The text of a seal, as `sha256sum -c` reads it. */
export function sealText(files: readonly Pick<ExhibitFile, 'file' | 'sha256'>[]): string {
  return files.map(lineOf).join('')
}

/** A line of GNU sha256sum: a backslash in front says that the name is escaped. */
function lineOf({ file, sha256 }: Pick<ExhibitFile, 'file' | 'sha256'>): string {
  const escaped = file.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === file ? '' : '\\'}${sha256}  ${escaped}\n`
}

function entryOf(line: string): { readonly file: string; readonly sha256: string } | undefined {
  const match = /^(\\?)([0-9a-f]{64}) [ *](evidence\/.+?)\r?$/s.exec(line)
  const [, slash, sha256, name] = match ?? []
  if (sha256 === undefined || name === undefined) return undefined
  const marks: Readonly<Record<string, string>> = { n: '\n', r: '\r', '\\': '\\' }
  const file = slash === '' ? name : name.replaceAll(/\\([nr\\])/g, (_all, mark: string) => marks[mark] ?? '')
  return { file, sha256 }
}

function gone(file: string): Refusal {
  return refuse(
    'evidence-gone',
    {
      zh: `封存过的证据 ${file} 不见了；请从备份找回原文件放回原处`,
      en: `the sealed exhibit ${file} is gone; bring the original back from a backup`,
    },
    file,
  ).refusal
}

function changed(file: string, sealed: string, now: string): Refusal {
  return refuse(
    'evidence-changed',
    {
      zh: `证据 ${file} 在封存后被改动（封存时 ${sealed.slice(0, 12)}…，现在 ${now.slice(0, 12)}…）；请换回原文件，改动过的另存为新文件`,
      en: `the exhibit ${file} was changed after sealing (sealed ${sealed.slice(0, 12)}…, now ${now.slice(0, 12)}…); put the original back and keep the changed one as a new file`,
    },
    file,
  ).refusal
}

function notASeal(line: number) {
  return refuse(
    'seal-unreadable',
    {
      zh: `${SEAL}:${line} 不是“64 位哈希、两个空格、evidence/文件名”；请从备份恢复这个文件`,
      en: `${SEAL}:${line} is not "64 hex digits, two blanks, evidence/NAME"; restore the file from a backup`,
    },
    `${SEAL}:${line}`,
  )
}
