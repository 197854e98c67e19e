import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, lstat, mkdir, open, readdir, readFile, rename, rm, utimes } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Advice } from '../../../core/advice/advice.ts'
import { advise } from '../../../core/advice/advise.ts'
import type { Knowledge } from '../../../core/knowledge/knowledge.ts'
import { heapContacts } from '../../../core/reading/heap/heap-contacts.ts'
import { type HeapFile, kindOf } from '../../../core/reading/heap/heap-file.ts'
import type { EvidenceKind } from '../../../core/values/evidence-kind.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import type { Text } from '../../../core/values/text.ts'
import { noteWords } from '../../reading/note-words.ts'
import { type FileReading, readFile as readOne } from '../../reading/read-file.ts'
import type { Reader } from '../../reading/reader.ts'
import { readCaseFolder, sealCaseFolder } from '../read-case-folder.ts'
import { type HeapCase, heapCase } from './heap-case.ts'
import { newCaseText } from './new-case-text.ts'

export type NewRequest = {
  /** Files in the order they were named. */
  readonly files: readonly string[]
  readonly out: string
  readonly id: string
  readonly knowledge: Knowledge
  readonly now: string
  readonly reader: Reader
  /** Told after each file: how many of all are read. */
  readonly progress?: (read: number, all: number) => void
}

export type NewFolder = HeapCase & {
  readonly folder: string
  readonly exhibits: number
  /** What could not be read, by exhibit. */
  readonly unread: readonly { readonly exhibit: string; readonly file: string; readonly why: Text }[]
  /** The same file given twice is kept once. */
  readonly twice: readonly string[]
  readonly advice: Advice
}

/** Where readings lie until the case is whole: a run that was stopped goes on from there. */
const UNFINISHED = '.youju-new'

/**
 * Makes a case folder out of a heap of files: originals copied into `evidence/` byte for byte, read, put together as `case.yaml`, sealed. A
 * run that is stopped midway is taken up again by the same call; the case file appears last, whole.
 */
export async function newFolder(request: NewRequest): Promise<Outcome<NewFolder>> {
  const { out, id, knowledge, now } = request
  const free = await isFree(out)
  if (!free.ok) return free
  await mkdir(join(out, 'evidence'), { recursive: true })
  await mkdir(join(out, UNFINISHED), { recursive: true, mode: 0o700 })
  const { kept, twice } = await keptReadings(request)
  const exhibits = numbered(kept)
  const made = heapCase({
    id,
    knowledge,
    now,
    exhibits: exhibits.map(({ read, file, reading }) => ({
      read,
      file: {
        file: `evidence/${file}`,
        sha256: reading.sha256,
        bytes: reading.bytes,
        ...(reading.mime === undefined ? {} : { mime: reading.mime }),
      },
    })),
  })
  await writeWhole(join(out, 'case.yaml'), newCaseText(made, knowledge))
  const folder = await readCaseFolder(out, { now, vocabulary: knowledge })
  if (!folder.ok) return folder
  const sealed = await sealCaseFolder(folder.value)
  if (!sealed.ok) return sealed
  await rm(join(out, UNFINISHED), { recursive: true, force: true })
  const unread = exhibits.flatMap(({ read, file, reading }) =>
    reading.notes.map((code) => ({ exhibit: read.id, file, why: noteWords[code] })),
  )
  const advice = advise(folder.value.case, knowledge, now)
  return done({ ...made, folder: out, exhibits: exhibits.length, unread, twice, advice })
}

/** A new or empty folder, or one that an earlier run left unfinished. */
async function isFree(out: string): Promise<Outcome<true>> {
  const found = await lstat(out).catch(() => undefined)
  if (found === undefined) return done(true)
  const names = found.isDirectory() ? await readdir(out) : []
  if (found.isDirectory() && (names.length === 0 || (names.includes(UNFINISHED) && !names.includes('case.yaml'))))
    return done(true)
  return refuse(
    'folder-taken',
    {
      zh: `${out} 里已经有别的内容，没有改动；请用 -o 换一个新文件夹`,
      en: `${out} holds something already and was not touched; name a new folder with -o`,
    },
    out,
  )
}

type Kept = { readonly file: string; readonly reading: FileReading }

async function keptReadings({ files, out, knowledge, now, reader, progress }: NewRequest) {
  const kept: Kept[] = []
  const twice: string[] = []
  const names = new Set<string>()
  for (const [index, path] of files.entries()) {
    const file = freeName(basename(path), names)
    names.add(file.toLowerCase())
    const place = join(out, 'evidence', file)
    const note = join(out, UNFINISHED, `${index}.json`)
    const before = await readNote(note, file, place)
    const reading =
      before ?? (await readOne(reader, await copied(path, place), { knowledge, now, name: basename(path) }))
    const { thumbnail: _, ...noted } = reading
    if (before === undefined) await writeWhole(note, JSON.stringify({ file, reading: noted }))
    if (kept.some((other) => other.reading.sha256 === reading.sha256)) {
      twice.push(path)
      await rm(place, { force: true })
      names.delete(file.toLowerCase())
    } else kept.push({ file, reading: noted })
    progress?.(index + 1, files.length)
  }
  return { kept, twice }
}

/** What an earlier run noted of this file, if the copy is still there as it was. */
async function readNote(note: string, file: string, place: string): Promise<FileReading | undefined> {
  try {
    const noted = JSON.parse(await readFile(note, 'utf8')) as Kept
    const { size } = await lstat(place)
    return noted.file === file && size === noted.reading.bytes ? noted.reading : undefined
  } catch {
    return undefined
  }
}

/** A copy byte for byte, with the time the original was last changed; never over another file. */
async function copied(path: string, place: string): Promise<string> {
  const draft = `${place}.${randomBytes(4).toString('hex')}.part`
  try {
    await copyFile(path, draft, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    const { atime, mtime } = await lstat(path)
    await utimes(draft, atime, mtime)
    await rename(draft, place)
    return place
  } finally {
    await rm(draft, { force: true })
  }
}

/** Names that some system cannot hold, or that stand already, get another; the ending stays. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cs}\\:*?"<>|]/gu, '_').replace(/^\.+/, '_')
  const ending = extname(plain).slice(0, 12)
  const stem = plain.slice(0, plain.length - ending.length).slice(0, 80) || 'file'
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? `${stem}${ending}` : `${stem}-${number}${ending}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}

/** Exhibits in the order a reader wants them: the order, what was promised, what was said, what came. */
const rank: readonly EvidenceKind[] = [
  'order-page',
  'product-page',
  'payment',
  'chat',
  'mail',
  'logistics',
  'waybill',
  'package-photo',
  'unboxing-video',
  'goods-photo',
  'label-photo',
]

function numbered(kept: readonly Kept[]) {
  const read = kept.map(({ file, reading }, index) => ({ file, reading, read: heapFile(`${index}`, file, reading) }))
  const chats = heapContacts(read.map((one) => one.read)).order
  const place = (file: HeapFile) => {
    const kind = rank.indexOf(kindOf(file))
    return (kind < 0 ? rank.length : kind) * 10_000 + Math.max(0, chats.indexOf(file.id))
  }
  return read
    .toSorted((a, b) => place(a.read) - place(b.read))
    .map((one, index) => ({ ...one, read: { ...one.read, id: `E${index + 1}` } }))
}

function heapFile(id: string, name: string, reading: FileReading): HeapFile {
  const { mime, page, says, print, captured, camera, film } = reading
  return {
    id,
    name,
    page,
    says,
    ...(mime === undefined ? {} : { mime }),
    ...(print === undefined ? {} : { print }),
    ...(captured === undefined ? {} : { capturedAt: captured.at }),
    ...(camera === undefined ? {} : { isPhoto: true }),
    ...(film === undefined ? {} : { film: { ...film, ...(captured === undefined ? {} : { createdAt: captured.at }) } }),
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, path)
}
