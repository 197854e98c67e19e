import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Case } from '../../core/case/case.ts'
import type { CaseEvent } from '../../core/case/event.ts'
import { type Notice, readCaseFile } from '../../core/case/file/case-file.ts'
import type { ExhibitFile } from '../../core/case/file/exhibit-file.ts'
import type { Vocabulary } from '../../core/case/file/vocabulary.ts'
import { instantAt } from '../../core/values/instant.ts'
import { nearestName } from '../../core/values/nearest-name.ts'
import { done, type Outcome, type Refusal, refuse } from '../../core/values/refusal.ts'
import { findExhibitFiles, kindOf, notAFolder, notOrdinary, openOrdinary, unreadable } from './case-folder-files.ts'
import { damageOf, readSeal, type Seal, writeSeal } from './evidence-seal.ts'

const CASE_FILE = 'case.yaml'
const LARGEST_CASE_FILE = 1_048_576

/** A case folder that was read whole. `exhibits` leads from exhibit id to the absolute path of the original. */
export type CaseFolder = {
  readonly folder: string
  readonly case: Case
  readonly events: readonly CaseEvent[]
  readonly exhibits: ReadonlyMap<string, string>
  readonly files: readonly ExhibitFile[]
  readonly seal: Seal | undefined
  readonly notices: readonly Notice[]
}

export type ReadingOptions = {
  /** The present moment as `parseInstant` gives it; default: the clock. */
  readonly now?: string
  /** Names that may be used; a `Knowledge` fits. Without it misspelt facts and channels are not noticed. */
  readonly vocabulary?: Vocabulary
}

/**
 * Reads `case.yaml` and `evidence/` of a case folder and changes nothing in it. Refused are links, special files, a
 * case file with any fault, and evidence that is not as it was sealed (`evidence-changed`, `evidence-gone`).
 */
export async function readCaseFolder(path: string, options: ReadingOptions = {}): Promise<Outcome<CaseFolder>> {
  const folder = resolve(path)
  const kind = await kindOf(folder)
  if (kind === 'absent') return noFolder(path)
  if (kind !== 'folder') return kind === 'file' ? notAFolder(path) : notOrdinary(path, kind)
  const text = await readText(folder)
  if (!text.ok) return text
  const found = await findExhibitFiles(folder)
  if (!found.ok) return found
  const { files, hidden } = found.value
  const seal = await readSeal(folder)
  if (!seal.ok) return seal
  const damage = seal.value === undefined ? undefined : damageOf(seal.value, files)
  if (damage !== undefined) return { ok: false, refusal: damage }
  const name = basename(folder)
  const reading = readCaseFile({
    text: text.value,
    name: CASE_FILE,
    id: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : 'case',
    files,
    now: options.now ?? instantAt(Date.now()),
    ...(options.vocabulary === undefined ? {} : { vocabulary: options.vocabulary }),
  })
  if (!reading.ok) return { ok: false, refusal: summedUp(reading.refusals) }
  const exhibits = new Map(reading.case.evidence.map(({ id, file }) => [id, join(folder, file)]))
  const notices = [
    ...reading.notices,
    ...hidden.map(hiddenFile),
    ...files.flatMap(emptyFile),
    ...unsealed(seal.value, files),
  ]
  return done({ folder, case: reading.case, events: reading.events, exhibits, files, seal: seal.value, notices })
}

/** Seals the evidence of a folder that was read: `evidence.sha256` is written, or grows by the files that are new. */
export function sealCaseFolder(read: CaseFolder): Promise<Outcome<{ readonly written: boolean }>> {
  return writeSeal(read.folder, read.seal, read.files)
}

async function readText(folder: string): Promise<Outcome<string>> {
  const path = join(folder, CASE_FILE)
  const kind = await kindOf(path)
  if (kind === 'absent') return noCaseFile(folder)
  if (kind === 'link' || kind === 'special') return notOrdinary(CASE_FILE, kind)
  if (kind === 'folder') return notOrdinary(CASE_FILE, 'special')
  const bytes = await readAtMost(path, LARGEST_CASE_FILE + 1)
  if (!bytes.ok) return bytes
  if (bytes.value.length > LARGEST_CASE_FILE)
    return refuse(
      'case-file-too-big',
      {
        zh: `${CASE_FILE} 超过 1 MB；聊天记录、图片等请存成单独文件放进 evidence/，这里只写要点`,
        en: `${CASE_FILE} is larger than 1 MB; keep chat records and pictures as files in evidence/ and write only the gist here`,
      },
      CASE_FILE,
    )
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
  } catch {
    return notUtf8(bytes.value)
  }
}

async function readAtMost(path: string, most: number): Promise<Outcome<Buffer>> {
  try {
    const handle = await openOrdinary(path)
    try {
      const buffer = Buffer.alloc(most)
      let length = 0
      while (length < most) {
        const { bytesRead } = await handle.read(buffer, length, most - length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      return done(buffer.subarray(0, length))
    } finally {
      await handle.close()
    }
  } catch (error) {
    return unreadable(CASE_FILE, error)
  }
}

function summedUp(refusals: readonly Refusal[]): Refusal {
  const [first] = refusals
  if (first !== undefined && refusals.length === 1) return first
  const zh = refusals.map((refusal) => `- ${refusal.text.zh}`).join('\n')
  const en = refusals.map((refusal) => `- ${refusal.text.en}`).join('\n')
  const text = {
    zh: `${CASE_FILE} 有 ${refusals.length} 处要改：\n${zh}`,
    en: `${CASE_FILE} needs ${refusals.length} changes:\n${en}`,
  }
  return { code: 'case-file-faulty', text, at: CASE_FILE, all: refusals }
}

function hiddenFile(file: string): Notice {
  return {
    code: 'evidence-hidden',
    text: {
      zh: `隐藏文件 ${file} 没有列为证据；如是证据，请改成不以点开头的名字`,
      en: `the hidden file ${file} is not an exhibit; if it is evidence, give it a name without a dot in front`,
    },
    at: file,
  }
}

function emptyFile({ file, bytes }: ExhibitFile): readonly Notice[] {
  if (bytes > 0) return []
  const text = {
    zh: `证据文件 ${file} 是空的（0 字节）；请重新保存`,
    en: `the file ${file} is empty (0 bytes); save it again`,
  }
  return [{ code: 'evidence-empty', text, at: file }]
}

function unsealed(seal: Seal | undefined, files: readonly ExhibitFile[]): readonly Notice[] {
  const fresh = seal === undefined ? [] : files.filter(({ file }) => !seal.hashes.has(file))
  return fresh.map(({ file }) => ({
    code: 'evidence-unsealed',
    text: { zh: `${file} 是封存之后加入的，尚未封存`, en: `${file} was added after sealing and is not sealed yet` },
    at: file,
  }))
}

function noFolder(path: string) {
  return refuse(
    'folder-missing',
    { zh: `找不到文件夹 ${path}；请核对路径`, en: `there is no folder ${path}; check the path` },
    path,
  )
}

async function noCaseFile(folder: string) {
  const near = nearestName(CASE_FILE, await readdir(folder))
  const [zh, en] =
    near === undefined
      ? ['', '']
      : [`（有一个 ${near}，是不是它？请改名）`, ` (there is ${near}; if that is it, rename it)`]
  return refuse(
    'case-file-missing',
    {
      zh: `文件夹里没有 ${CASE_FILE}${zh}；可从 examples/ 里的案件复制一份来改`,
      en: `the folder has no ${CASE_FILE}${en}; copy one of the cases in examples/ and change it`,
    },
    CASE_FILE,
  )
}

function notUtf8(bytes: Buffer) {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const [zh, en] = wide ? ['UTF-16', 'UTF-16'] : ['可能是 GBK', 'perhaps GBK']
  return refuse(
    'not-utf8',
    {
      zh: `${CASE_FILE} 不是 UTF-8 编码（${zh}）；请在编辑器里“另存为”，编码选 UTF-8`,
      en: `${CASE_FILE} is not UTF-8 (${en}); save it again with the encoding UTF-8`,
    },
    CASE_FILE,
  )
}
