import { createHash } from 'node:crypto'
import type { Finding } from '../../../core/case/log/finding-words.ts'
import { done, type Outcome } from '../../../core/values/refusal.ts'
import { algorithmOf, type BagManifest, linesOf, readFetch, readManifest } from './bag-manifest.ts'
import { type BagFile, type BagSource, bagSource, isDamage } from './bag-source.ts'

export type BagCheck = {
  /** Whether the bag is complete and, unless `quick`, valid (RFC 8493, section 3). */
  readonly ok: boolean
  readonly findings: readonly Finding[]
  /** Odd, but no reason to refuse. */
  readonly warnings: readonly Finding[]
  readonly files: number
  readonly bytes: number
}

/** Of all together: their lists are held in memory. */
const LARGEST_TAG_FILES = 64_000_000
const LARGEST_DECLARATION = 1000
const versions: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

/**
 * Checks a bag in a folder or a ZIP against its own manifests. `quick` reads structure and sizes, not contents. Nothing is unpacked,
 * fetched or written; a file is read once and as a stream.
 */
export async function checkBag(path: string, { quick = false } = {}): Promise<Outcome<BagCheck>> {
  const source = await bagSource(path)
  if (!source.ok) return source
  try {
    return done(await checkSource(source.value, quick))
  } finally {
    source.value.close()
  }
}

/** The same of a bag that is open, and stays so. */
export async function checkSource(source: BagSource, quick = false): Promise<BagCheck> {
  const findings: Finding[] = [...source.findings]
  const warnings: Finding[] = []
  const payload = [...source.files].filter(([path]) => path.startsWith('data/'))
  const result = () => ({
    ok: findings.length === 0,
    findings,
    warnings,
    files: payload.length,
    bytes: payload.reduce((sum, [, { bytes }]) => sum + bytes, 0),
  })
  const declared = await declarationOf(source, findings)
  if (declared === undefined) return result()
  const { version, decoder } = declared
  let readable = LARGEST_TAG_FILES
  const textOf = async (name: string) => {
    const file = source.files.get(name)
    if (file === undefined) return undefined
    readable -= file.bytes
    if (readable >= 0) return readText(name, file, decoder, findings)
    findings.push({ what: 'tag-file-too-large', item: name, found: `${file.bytes}` })
    return ''
  }

  const manifests: BagManifest[] = []
  for (const name of [...source.files.keys()].filter((path) => /^(tag)?manifest-[^/]+\.txt$/.test(path)).sort()) {
    if (algorithmOf(name) === undefined) {
      warnings.push({ what: 'algorithm-unknown', item: name })
      continue
    }
    const manifest = readManifest(name, (await textOf(name)) ?? '', version)
    const isTag = (one: string) => one.startsWith('tag')
    const same = manifests.find((one) => one.algorithm === manifest.algorithm && isTag(one.name) === isTag(name))
    if (same !== undefined) findings.push({ what: 'manifest-twice', item: name, found: same.name })
    append(findings, manifest.findings)
    append(warnings, manifest.warnings)
    manifests.push(manifest)
  }
  const payloadManifests = manifests.filter(({ name }) => !name.startsWith('tag'))
  if (payloadManifests.length === 0) findings.push({ what: 'no-manifest', item: 'manifest-*.txt' })
  const fetch = readFetch((await textOf('fetch.txt')) ?? '')
  append(findings, fetch.findings)
  const toFetch = [...fetch.paths].filter((path) => !source.files.has(path))
  append(findings, unlisted([...payload.map(([path]) => path), ...toFetch], payloadManifests, version))
  append(warnings, alikeNames([...source.files.keys()]))
  const info = await textOf('bag-info.txt')
  if (info !== undefined) append(findings, infoFindings(info, result()))

  const wanted = new Map<string, { algorithm: string; digest: string }[]>()
  for (const { algorithm, digests } of manifests)
    for (const [path, digest] of digests) wanted.set(path, [...(wanted.get(path) ?? []), { algorithm, digest }])
  for (const [path, digests] of wanted) {
    const file = fileAt(source, path, warnings)
    if (file === undefined) findings.push({ what: fetch.paths.has(path) ? 'not-fetched' : 'missing', item: path })
    else if (!quick) append(findings, await wrongDigests(path, file, digests))
  }
  return result()
}

/** Long lists do not fit into the arguments of a call. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one)
}

type Decode = (bytes: Uint8Array) => string

/** Two lines, no mark before them (RFC 8493, section 2.1.1). They are UTF-8 whatever the other tag files are. */
async function declarationOf(
  source: BagSource,
  findings: Finding[],
): Promise<{ readonly version: number; readonly decoder: Decode } | undefined> {
  const file = source.files.get('bagit.txt')
  if (file === undefined) {
    findings.push({ what: 'missing', item: 'bagit.txt' })
    return undefined
  }
  if (file.bytes > LARGEST_DECLARATION) {
    findings.push({ what: 'tag-file-too-large', item: 'bagit.txt', found: `${file.bytes}` })
    return undefined
  }
  const text = await readText('bagit.txt', file, decoderOf('utf-8'), findings)
  const match = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (\S+)\s*$/.exec(
    text.replace(/^(.*?) +(\r?\n)/, '$1$2'),
  )
  const [, version = '', encoding = ''] = match ?? []
  const decoder = match === null || !versions.has(version) ? undefined : knownDecoder(encoding)
  if (decoder === undefined) {
    findings.push({
      what: 'declaration',
      item: 'bagit.txt',
      expected: 'BagIt-Version: 1.0, Tag-File-Character-Encoding: UTF-8',
      found: text.slice(0, 200),
    })
    return undefined
  }
  return { version: Number(version), decoder }
}

function knownDecoder(encoding: string): Decode | undefined {
  try {
    return decoderOf(encoding)
  } catch {
    return undefined
  }
}

function decoderOf(encoding: string): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' })
  if (!/^utf-16$/i.test(encoding)) return (bytes) => decoder.decode(bytes)
  const bigEndian = new TextDecoder('utf-16be', { fatal: true })
  return (bytes) => (bytes[0] === 0xfe && bytes[1] === 0xff ? bigEndian : decoder).decode(bytes)
}

async function readText(name: string, file: BagFile, decode: Decode, findings: Finding[]): Promise<string> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of file.read()) chunks.push(chunk)
    return decode(Buffer.concat(chunks))
  } catch (error) {
    if (!isDamage(error) && !(error instanceof TypeError)) throw error
    findings.push({ what: isDamage(error) ? 'unreadable' : 'encoding', item: name })
    return ''
  }
}

/** Every file of the payload stands in every manifest; before 1.0 one of them was enough. */
function unlisted(payload: readonly string[], manifests: readonly BagManifest[], version: number): readonly Finding[] {
  return payload.flatMap((path): readonly Finding[] => {
    const absent = manifests.filter(({ digests }) => !has(digests, path))
    if (absent.length === 0 || (version < 1 && absent.length < manifests.length)) return []
    return [{ what: 'not-listed', item: path, expected: absent.map(({ name }) => name).join(', ') }]
  })
}

function has(digests: ReadonlyMap<string, string>, path: string): boolean {
  return digests.has(path) || [...[path.normalize('NFC'), path.normalize('NFD')]].some((form) => digests.has(form))
}

/** Some systems keep names in another Unicode form than they were given; the file is the same. */
function fileAt({ files }: BagSource, path: string, warnings: Finding[]): BagFile | undefined {
  const exact = files.get(path)
  if (exact !== undefined) return exact
  const [other] = [path.normalize('NFC'), path.normalize('NFD')].flatMap((form) => files.get(form) ?? [])
  if (other !== undefined) warnings.push({ what: 'name-form', item: path })
  return other
}

/** Names that fall together where systems do not tell case or Unicode forms apart. */
function alikeNames(paths: readonly string[]): readonly Finding[] {
  const seen = new Map<string, string>()
  return paths.flatMap((path): readonly Finding[] => {
    const folded = path.normalize('NFC').toLowerCase()
    const twin = seen.get(folded)
    seen.set(folded, path)
    return twin === undefined ? [] : [{ what: 'names-alike', item: path, found: twin }]
  })
}

/** Labels and values; a line that begins with a blank goes on with the one before. The sizes it tells must hold. */
function infoFindings(text: string, { files, bytes }: Pick<BagCheck, 'files' | 'bytes'>): readonly Finding[] {
  const findings: Finding[] = []
  for (const [index, line] of linesOf(text).entries()) {
    if (/^[ \t]/.test(line) ? index === 0 : !/^[^:]+:/.test(line))
      findings.push({ what: 'info-line', item: `bag-info.txt:${index + 1}`, found: line.slice(0, 200) })
    const [, octets, streams] = /^payload-oxum\s*:\s*(\d+)\.(\d+)\s*$/i.exec(line) ?? []
    if (octets !== undefined && (Number(octets) !== bytes || Number(streams) !== files))
      findings.push({
        what: 'payload-size',
        item: 'Payload-Oxum',
        expected: `${octets}.${streams}`,
        found: `${bytes}.${files}`,
      })
  }
  return findings
}

async function wrongDigests(
  path: string,
  file: BagFile,
  digests: readonly { readonly algorithm: string; readonly digest: string }[],
): Promise<readonly Finding[]> {
  const hashes = new Map(digests.map(({ algorithm }) => [algorithm, createHash(algorithm)]))
  try {
    for await (const chunk of file.read()) for (const hash of hashes.values()) hash.update(chunk)
  } catch (error) {
    if (!isDamage(error)) throw error
    return [{ what: 'unreadable', item: path }]
  }
  const found = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
  return digests.flatMap(({ algorithm, digest }): readonly Finding[] => {
    const now = found.get(algorithm)
    return now === digest
      ? []
      : [{ what: 'changed', item: path, expected: `${algorithm} ${digest}`, found: `${algorithm} ${now}` }]
  })
}
