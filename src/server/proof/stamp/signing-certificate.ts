import type { BaseBlock } from 'asn1js'
import { AlgorithmIdentifier, type Attribute, RelativeDistinguishedNames } from 'pkijs'
import { hashOf } from './algorithm.ts'
import { type Cert, hashOfCert, serialOf } from './certificate.ts'
import { contentOf, inside, wholeNumber } from './der.ts'
import { only } from './signed-attribute.ts'
import type { StampReason } from './verdict.ts'

const FIRST_FORM = '1.2.840.113549.1.9.16.2.12'
const SECOND_FORM = '1.2.840.113549.1.9.16.2.47'

const SEQUENCE = 16
const OCTETS = 4

/**
 * Whether what was signed along names this very certificate (RFC 2634 and 5035), so that nobody can put another beside
 * the same key. The first form knows SHA-1 alone and is what RFC 3161 asked for and many still write. It counts: to put
 * another certificate there takes a second preimage, which not even SHA-1 has given yet. The second form may not name it.
 */
export function isNamedCertificate(attributes: readonly Attribute[], cert: Cert): true | StampReason {
  const forms = [FIRST_FORM, SECOND_FORM].filter((form) => attributes.some(({ type }) => type === form))
  if (forms.length === 0) return 'attributes'
  for (const form of forms) {
    // SigningCertificate: certs, policies. The first of certs is who signs.
    const [named] = inside(inside(only(attributes, form))[0])
    if (named === undefined) return 'attributes'
    const found = fits(inside(named), form, cert)
    if (found !== true) return found
  }
  return true
}

function fits(parts: readonly BaseBlock[], form: string, cert: Cert): true | StampReason {
  const [first] = parts
  const hasAlgorithm = form === SECOND_FORM && first?.idBlock.tagNumber === SEQUENCE
  const hash =
    form === FIRST_FORM ? 'sha1' : hasAlgorithm ? hashOf(new AlgorithmIdentifier({ schema: first })) : 'sha256'
  if (hash === 'weak-algorithm' || hash === 'algorithm-unknown') return hash
  const [digest, issuerSerial] = hasAlgorithm ? parts.slice(1) : parts
  if (digest?.idBlock.tagNumber !== OCTETS) return 'attributes'
  if (!contentOf(digest).equals(hashOfCert(cert, hash))) return 'other-certificate'
  return issuerSerial === undefined || isIssuerAndSerial(issuerSerial, cert) ? true : 'other-certificate'
}

/** IssuerSerial: names of the issuer, of which one is a directory name ([4]), and the serial number. */
function isIssuerAndSerial(block: BaseBlock, cert: Cert): boolean {
  const [issuers, serial] = inside(block)
  const name = inside(issuers).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 4)
  const [schema] = inside(name)
  return (
    serial !== undefined &&
    schema !== undefined &&
    wholeNumber(contentOf(serial)) === serialOf(cert) &&
    cert.parts.issuer.isEqual(new RelativeDistinguishedNames({ schema }))
  )
}
