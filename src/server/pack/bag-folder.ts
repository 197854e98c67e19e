import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { writeCaseBag } from '../proof/bag/case-bag.ts'
import { textEntry, type ZipEntry } from '../proof/zip/zip-writing.ts'
import { sealText } from './evidence-seal.ts'
import { type CaseFolder, readCaseFolder } from './read-case-folder.ts'

export type BaggedFolder = { readonly caseId: string; readonly exhibits: number }

/** Writes a case folder into `sink` as a BagIt bag and ends it: the case file as it stands, the originals and their seal. */
export async function bagFolder(folder: string, now: string, sink: Writable): Promise<Outcome<BaggedFolder>> {
  const read = await readCaseFolder(folder, { now })
  if (!read.ok) return read
  const { case: kase, files } = read.value
  await writeCaseBag(entriesOf(read.value), { caseId: kase.id, exhibits: files.length, now }, sink)
  return done({ caseId: kase.id, exhibits: files.length })
}

async function* entriesOf({ folder, files, seal }: CaseFolder): AsyncGenerator<ZipEntry> {
  yield textEntry('case.yaml', await readFile(join(folder, 'case.yaml'), 'utf8'))
  const fresh = files.filter(({ file }) => seal?.hashes.has(file) !== true)
  yield textEntry('evidence.sha256', `${seal?.text ?? ''}${sealText(fresh)}`)
  for (const { file, bytes } of files)
    yield { name: file, content: createReadStream(join(folder, file)), bytes, compress: false }
}
