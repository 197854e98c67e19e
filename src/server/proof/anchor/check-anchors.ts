import { createHash } from 'node:crypto'
import type { Link } from '../../../core/case/log/chain.ts'
import type { Finding } from '../../../core/case/log/finding-words.ts'
import { headFindings } from '../../../core/case/log/noted-heads.ts'
import type { Cert } from '../stamp/certificate.ts'
import { judgeStamp } from '../stamp/judge.ts'
import { tokenDigest } from '../stamp/token-file.ts'
import type { Anchor } from './anchor.ts'

/** What is held against anchors. Undefined: this is not the place to look for it, and it is left out. */
export type Held = {
  /** The records of a case; none when it is gone. */
  readonly links?: (caseId: string) => Promise<readonly Link[] | undefined>
  /** The digests (`tokenDigest`) of the time stamps kept with a case. */
  readonly tokens?: (caseId: string) => Promise<ReadonlySet<string> | undefined>
  /** The seal of a case folder as it is now, empty when it is gone, and the name its anchors bear. */
  readonly seal?: { readonly name: string; readonly text: Uint8Array }
  readonly roots: readonly Cert[]
}

export type Anchored = {
  /** How many anchors there was something to compare with. None: nothing was shown. */
  readonly compared: number
  readonly findings: readonly Finding[]
}

/**
 * Holds what is kept against what was anchored outside: a chain that ends too early, one that was written anew, a time
 * stamp that is gone or another, a seal that was changed; and the anchors themselves against their time stamps.
 */
export async function checkAnchors(anchors: readonly Anchor[], held: Held): Promise<Anchored> {
  const findings: Finding[] = []
  let compared = 0
  for (const caseId of new Set(anchors.map((anchor) => anchor.case))) {
    const ours = anchors.filter((anchor) => anchor.case === caseId)
    const chains = ours.filter((anchor) => anchor.type === 'chain')
    const links = await held.links?.(caseId)
    if (links !== undefined && chains.length > 0) {
      compared += chains.length
      findings.push(...chainFindings(caseId, links, chains))
    }
    const tokens = await held.tokens?.(caseId)
    const stamped = ours.filter((anchor) => anchor.type === 'exhibit' || (anchor.type === 'chain' && anchor.token))
    if (tokens !== undefined) {
      compared += ours.filter(({ type }) => type === 'exhibit').length
      findings.push(...stamped.flatMap((anchor) => tokenFindings(anchor, tokens)))
    }
  }
  const { seal } = held
  if (seal !== undefined) {
    const seals = sealsOf(seal.name, anchors, compared === 0)
    compared += seals.length
    findings.push(...seals.flatMap((anchor) => sealFindings(anchor, seal.text)))
  }
  findings.push(...anchors.flatMap((anchor) => ownFindings(anchor, held.roots)))
  return { compared, findings }
}

type OfType<T extends Anchor['type']> = Extract<Anchor, { type: T }>

/** The anchors of this seal: those of its name; where the folder was renamed, all there are, if they are of one folder. */
function sealsOf(name: string, anchors: readonly Anchor[], isOnlyMatter: boolean): readonly OfType<'seal'>[] {
  const seals = anchors.filter((anchor) => anchor.type === 'seal')
  const own = seals.filter((anchor) => anchor.case === name)
  if (own.length > 0) return own
  return isOnlyMatter && new Set(seals.map((anchor) => anchor.case)).size === 1 ? seals : []
}

const renamed: Readonly<Record<string, string>> = { 'head-missing': 'anchor-cut', 'head-differs': 'anchor-differs' }

function chainFindings(caseId: string, links: readonly Link[], chains: readonly OfType<'chain'>[]): readonly Finding[] {
  const heads = chains.map(({ events, head }) => ({ version: events, hash: head }))
  return headFindings(caseId, links, heads).map((finding) => ({
    ...finding,
    what: renamed[finding.what] ?? finding.what,
  }))
}

function tokenFindings(anchor: Anchor, tokens: ReadonlySet<string>): readonly Finding[] {
  const expected = anchor.type === 'exhibit' ? anchor.token : tokenDigest(bytesOf(anchor.token))
  return tokens.has(expected) ? [] : [{ what: 'anchor-stamp-gone', item: nameOf(anchor), expected, found: 'none' }]
}

function sealFindings({ case: name, sha256: expected, bytes }: OfType<'seal'>, seal: Uint8Array): readonly Finding[] {
  const item = `${name} evidence.sha256`
  if (seal.length < bytes)
    return [{ what: 'anchor-seal', item, expected: `${bytes} bytes`, found: `${seal.length} bytes` }]
  const found = createHash('sha256').update(seal.subarray(0, bytes)).digest('hex')
  return found === expected ? [] : [{ what: 'anchor-seal', item, expected, found }]
}

/** An anchor whose own time stamp is not about it was changed itself. Who signed it is known only with a root. */
function ownFindings(anchor: Anchor, roots: readonly Cert[]): readonly Finding[] {
  if (anchor.type === 'exhibit' || anchor.token === undefined) return []
  const sha256 = anchor.type === 'chain' ? anchor.head : anchor.sha256
  const { status, reason } = judgeStamp(bytesOf(anchor.token), { digest: { sha256 }, roots })
  const good = status === 'stamped' || reason === 'no-root-given'
  return good ? [] : [{ what: 'anchor-stamp', item: nameOf(anchor), found: reason ?? status }]
}

function nameOf(anchor: Anchor): string {
  switch (anchor.type) {
    case 'chain':
      return `${anchor.case} #${anchor.events - 1}`
    case 'exhibit':
      return `${anchor.case} ${anchor.item}`
    case 'seal':
      return `${anchor.case} evidence.sha256`
    default:
      return anchor satisfies never
  }
}

function bytesOf(token = ''): Uint8Array {
  return Buffer.from(token, 'base64')
}
