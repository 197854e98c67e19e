import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { writeCaseBag } from '../proof/bag/case-bag.ts'
import { textEntry, type ZipEntry } from '../proof/zip/zip-writing.ts'
import { sealText } from './evidence-seal.ts'
import { tokenBeside } from './folder-stamps.ts'
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
  for (const { file, bytes } of files) {
    yield { name: file, content: createReadStream(join(folder, file)), bytes, compress: false }
    const token = await tokenBeside(join(folder, file))
    if (token !== undefined) yield pieceEntry(`${file}.tsr`, token)
  }
  yield* sealToken(folder, `${seal?.text ?? ''}${sealText(fresh)}`)
}

/** The time stamp over the seal; beside the part it covers, where files were sealed later. */
async function* sealToken(folder: string, seal: string): AsyncGenerator<ZipEntry> {
  const token = await tokenBeside(join(folder, 'evidence.sha256'))
  if (token === undefined) return
  const [{ imprintOf }, { coveredPart }] = await Promise.all([
    import('../proof/stamp/judge.ts'),
    import('../proof/stamp/covered-part.ts'),
  ])
  const bytes = Buffer.from(seal)
  const { algorithm, digest } = imprintOf(token) ?? { algorithm: 'sha256', digest: '' }
  const covered = coveredPart(bytes, digest, algorithm) ?? bytes.length
  if (covered === bytes.length) return yield pieceEntry('evidence.sha256.tsr', token)
  yield pieceEntry('proofs/evidence.sha256', bytes.subarray(0, covered))
  yield pieceEntry('proofs/evidence.sha256.tsr', token)
}

function pieceEntry(name: string, bytes: Uint8Array): ZipEntry {
  return { name, content: inOnePiece(bytes), bytes: bytes.length, compress: true }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
