import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { writeCaseBag } from '../proof/bag/case-bag.ts'
import { pieceEntry, textEntry, type ZipEntry } from '../proof/zip/zip-writing.ts'
import { sealText } from './evidence-seal.ts'
import { tokenBeside } from './folder-stamps.ts'
import { foldedName, isPortable } from './portable-name.ts'
import { type CaseFolder, readCaseFolder } from './read-case-folder.ts'

export type BaggedFolder = { readonly caseId: string; readonly exhibits: number }

/** Writes a case folder into `sink` as a BagIt bag and ends it: the case file as it stands, the originals and their seal. */
export async function bagFolder(folder: string, now: string, sink: Writable): Promise<Outcome<BaggedFolder>> {
  const read = await readCaseFolder(folder, { now })
  if (!read.ok) return read
  const { case: kase, files } = read.value
  const odd = oddNames(files.map(({ file }) => file))
  if (odd.length > 0) return notPortable(odd)
  await writeCaseBag(entriesOf(read.value), { caseId: kase.id, exhibits: files.length, now }, sink)
  return done({ caseId: kase.id, exhibits: files.length })
}

/** Names that cannot stand in a bag as they are, or fall together with another on some systems. */
function oddNames(files: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return files.filter((file) => {
    const [folded, portable] = [foldedName(file), isPortable(file)]
    const twin = taken.has(folded)
    taken.add(folded)
    return twin || !portable
  })
}

function notPortable(files: readonly string[]) {
  const named = files.slice(0, 10).map((file) => JSON.stringify(file).slice(1, -1))
  return refuse(
    'name-not-portable',
    {
      zh: `这些文件名在有的电脑上解不开或会互相覆盖，核对时对不上：${named.join('、')}。请先 youju import 这个文件夹，再 youju bag 案件编号：包里会用都能用的名字，原件不变`,
      en: `some systems cannot unpack files of these names, or take two for one: ${named.join(', ')}. Run youju import on this folder, then youju bag CASE: the bag gets names that all can hold, the originals stay as they are`,
    },
    files[0],
  )
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
