import { type Cert, isSame, isSelfIssued, isSignedBy, isValidAt, mayIssue } from './certificate.ts'
import type { StampReason } from './verdict.ts'

/** What a search for a way to a root may overlook, to find out what stands in the way. */
type Overlooking = { readonly dates?: true; readonly weakness?: true; readonly rights?: true }

const LONGEST = 8
/** Signatures looked at in one search: certificates that all bear one name must not make it endless. */
const MOST = 64

/**
 * The way from the certificate that signed to a root that is trusted, both ends included, every certificate valid at
 * that moment; or why there is none.
 */
export function pathToRoot(
  signer: Cert,
  others: readonly Cert[],
  roots: readonly Cert[],
  at: Date,
): readonly Cert[] | StampReason {
  if (!isValidAt(signer, at)) return 'certificate-expired'
  const look = (overlooking: Overlooking) => search({ signer, known: [...roots, ...others], roots, at, overlooking })
  const path = look({})
  if (path !== undefined) return path
  if (roots.length === 0) return 'no-root-given'
  if (look({ dates: true }) !== undefined) return 'certificate-expired'
  if (look({ weakness: true }) !== undefined) return 'weak-algorithm'
  if (look({ rights: true }) !== undefined) return 'chain-broken'
  return isSelfIssued(signer) ? 'self-signed' : 'root-unknown'
}

type Search = {
  readonly signer: Cert
  readonly known: readonly Cert[]
  readonly roots: readonly Cert[]
  readonly at: Date
  readonly overlooking: Overlooking
}

function search({ signer, known, roots, at, overlooking }: Search): readonly Cert[] | undefined {
  let left = MOST
  const from = (path: readonly Cert[]): readonly Cert[] | undefined => {
    const last = path.at(-1)
    if (last === undefined) return undefined
    if (roots.some((root) => isSame(root, last))) return path
    if (path.length >= LONGEST) return undefined
    for (const issuer of known) {
      if (!issuer.parts.subject.isEqual(last.parts.issuer) || path.some((met) => isSame(met, issuer))) continue
      if (overlooking.dates !== true && !isValidAt(issuer, at)) continue
      // Issuers below it: all of the path but the signer.
      if (overlooking.rights !== true && !mayIssue(issuer, path.length - 1)) continue
      if (left === 0) return undefined
      left -= 1
      const signed = isSignedBy(last, issuer)
      if (signed !== 'right' && !(signed === 'weak-algorithm' && overlooking.weakness === true)) continue
      const found = from([...path, issuer])
      if (found !== undefined) return found
    }
    return undefined
  }
  return from([signer])
}
