import type { Finding } from '../../../core/case/log/finding-words.ts'

/** What a manifest says: digest by path. */
export type BagManifest = {
  readonly name: string
  readonly algorithm: string
  readonly digests: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** With the number of hex digits each gives. */
const algorithms: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha224', 56],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
])

/** No case has more; each takes its time, and a call must end. More are not listed either. */
export const MOST_FILES = 20_000

/** The algorithm by the name of a manifest file; undefined when the file is no manifest or the algorithm is not known. */
export function algorithmOf(name: string): string | undefined {
  const token = /^(?:tag)?manifest-([A-Za-z0-9-]+)\.txt$/.exec(name)?.[1]?.toLowerCase().replaceAll('-', '')
  return token !== undefined && algorithms.has(token) ? token : undefined
}

/**
 * Lines of digest and path (RFC 8493, section 2.1.3; the star that md5sum writes for binary files is read too). In version 1.0 a path
 * stands once; before, the same line twice was only odd.
 */
export function readManifest(name: string, text: string, version: number): BagManifest {
  const digests = new Map<string, string>()
  const [findings, warnings]: [Finding[], Finding[]] = [[], []]
  const algorithm = algorithmOf(name) ?? ''
  const digits = algorithms.get(algorithm)
  for (const [index, line] of linesOf(text).entries()) {
    if (index >= MOST_FILES) {
      findings.push({ what: 'too-many-files', item: name })
      break
    }
    const [, digest, star, written] = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/s.exec(line) ?? []
    if (digest === undefined || digest.length !== digits || written === undefined) {
      findings.push({ what: 'manifest-line', item: `${name}:${index + 1}`, found: line.slice(0, 200) })
      continue
    }
    const path = plainPath(written)
    const unsafe = unsafePath(path, name.startsWith('tag') ? 'tag' : 'payload')
    if (unsafe) findings.push({ what: 'unsafe-path', item: path.slice(0, 200), found: `${name}:${index + 1}` })
    if (star === '*' || written.startsWith('./')) warnings.push({ what: 'manifest-form', item: `${name}:${index + 1}` })
    const before = digests.get(path)
    const twice = { what: 'listed-twice', item: path, found: `${name}:${index + 1}` }
    if (before !== undefined) (before !== digest.toLowerCase() || version >= 1 ? findings : warnings).push(twice)
    digests.set(path, digest.toLowerCase())
  }
  return { name, algorithm, digests, findings, warnings }
}

/** A fetch file's lines: address, length or -, path. Nothing is ever fetched. */
export function readFetch(text: string): {
  readonly paths: ReadonlySet<string>
  readonly findings: readonly Finding[]
} {
  const paths = new Set<string>()
  const findings: Finding[] = []
  for (const [index, line] of linesOf(text).entries()) {
    if (index >= MOST_FILES) {
      findings.push({ what: 'too-many-files', item: 'fetch.txt' })
      break
    }
    const [, written] = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/s.exec(line) ?? []
    if (written === undefined) {
      findings.push({ what: 'fetch-line', item: `fetch.txt:${index + 1}`, found: line.slice(0, 200) })
      continue
    }
    const path = plainPath(written)
    if (unsafePath(path, 'payload')) findings.push({ what: 'unsafe-path', item: path, found: `fetch.txt:${index + 1}` })
    paths.add(path)
  }
  return { paths, findings }
}

export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
}

/** Line ends and the percent sign itself are written as %0A, %0D and %25; nothing else is decoded. */
function plainPath(written: string): string {
  const decoded = written.replaceAll(/%(0[AaDd]|25)/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return decoded.replace(/^(?:\.\/)+/, '')
}

/** A path in a manifest, the way a bag writes it. */
export function writtenPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
}

/** Absolute paths, ways upwards, home folders, drives and network shares lead out of the bag on one system or another. */
function unsafePath(path: string, kind: 'payload' | 'tag'): boolean {
  if (/^[/~\\]|^[A-Za-z]:|^%[A-Za-z]+%|^\$|\0/.test(path)) return true
  const parts = path.split(/[/\\]/)
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return true
  return kind === 'payload' ? parts[0] !== 'data' : parts[0] === 'data'
}
