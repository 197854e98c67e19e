import { createHash } from 'node:crypto'
import { ObjectIdentifier } from 'asn1js'
import { IssuerAndSerialNumber } from 'pkijs'
import { instantAt } from '../../../core/values/instant.ts'
import { type HashName, hashOf, signatureOf } from './algorithm.ts'
import { type Cert, isForTimeStamps, nameOf, serialOf } from './certificate.ts'
import { contentOf, wholeNumber } from './der.ts'
import { pathToRoot } from './path.ts'
import { only } from './signed-attribute.ts'
import { isNamedCertificate } from './signing-certificate.ts'
import { isToken, readToken, type Token } from './token.ts'
import { fault, type Known, type StampReason, type Verdict } from './verdict.ts'

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4'

export type Expectation = {
  /** The digest (hex) that it must be about, under the name of its algorithm. */
  readonly digest: Partial<Readonly<Record<HashName, string>>>
  /** Of our request, where this is the answer to it. */
  readonly nonce?: string
  readonly roots: readonly Cert[]
}

/** Judges an answer of an authority or a bare token: everything about it is looked at. Never throws. */
export function judgeStamp(bytes: Uint8Array, expected: Expectation): Verdict {
  const token = readToken(bytes)
  if (!isToken(token)) return token
  try {
    return judge(token, expected)
  } catch {
    // The parser of a part that is read late.
    return fault('not-a-token')
  }
}

/** The digest (hex) a token says it is about; undefined when it is no token, or its kind of digest proves nothing. */
export function imprintOf(bytes: Uint8Array): { readonly algorithm: HashName; readonly digest: string } | undefined {
  const token = readToken(bytes)
  if (!isToken(token)) return undefined
  const { hashAlgorithm, hashedMessage } = token.info.messageImprint
  const algorithm = hashOf(hashAlgorithm)
  if (algorithm === 'weak-algorithm' || algorithm === 'algorithm-unknown') return undefined
  return { algorithm, digest: contentOf(hashedMessage).toString('hex') }
}

/** First whether it is what was signed, then who signed, then whether it is about ours. */
function judge(token: Token, { digest, nonce, roots }: Expectation): Verdict {
  const signer = signerOf(token)
  if (signer === undefined) return fault('no-certificate')
  const broken = signedFault(token, signer)
  if (broken !== undefined) return fault(broken)
  const { info, certs } = token
  const known: Known = { time: instantAt(info.genTime.getTime()), authority: nameOf(signer), policy: info.policy }
  if (!isForTimeStamps(signer)) return fault('purpose', known)
  const path = pathToRoot(signer, certs, roots, info.genTime)
  if (typeof path === 'string' && path !== 'no-root-given') return fault(path, known)
  const other = otherFault(token, digest, nonce)
  if (other !== undefined) return fault(other, known)
  if (typeof path === 'string') return fault(path, known)
  const until = Math.min(...path.map(({ parts }) => parts.notAfter.value.getTime()))
  return { status: 'stamped', ...known, certificateUntil: instantAt(until) }
}

function signerOf({ signer: { sid }, certs }: Token): Cert | undefined {
  return certs.find((cert) => {
    if (sid instanceof IssuerAndSerialNumber)
      return (
        serialOf(cert) === wholeNumber(sid.serialNumber.valueBlock.valueHexView) &&
        cert.parts.issuer.isEqual(sid.issuer)
      )
    const identifier = cert.parts.extensions?.find(({ extnID }) => extnID === '2.5.29.14')
    // An OCTET STRING inside the OCTET STRING of the extension.
    return identifier !== undefined && contentOf(identifier.extnValue).subarray(2).equals(contentOf(sid))
  })
}

/** Whether the signature covers the content, was made with this certificate, and is right. */
function signedFault({ content, info, signer }: Token, cert: Cert): StampReason | undefined {
  const { signedAttrs, digestAlgorithm, signatureAlgorithm, signature } = signer
  if (signedAttrs === undefined) return 'attributes'
  const hash = hashOf(digestAlgorithm)
  if (hash === 'weak-algorithm' || hash === 'algorithm-unknown') return hash
  const { attributes } = signedAttrs
  const type = only(attributes, CONTENT_TYPE)
  const digest = only(attributes, MESSAGE_DIGEST)
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== TIME_STAMP_INFO || digest === undefined)
    return 'attributes'
  if (!contentOf(digest).equals(createHash(hash).update(content).digest())) return 'attributes'
  const found = signatureOf({
    data: Buffer.from(signedAttrs.encodedValue),
    signature: contentOf(signature),
    key: cert.key,
    algorithm: signatureAlgorithm,
    digest: digestAlgorithm,
  })
  if (found !== 'right') return found === 'wrong' ? 'signature' : found
  const named = isNamedCertificate(attributes, cert)
  if (named !== true) return named
  // RFC 3161: where it names the authority, that is one of the names of the certificate.
  const { tsa } = info
  return tsa?.type === 4 && !cert.parts.subject.isEqual(tsa.value) ? 'other-name' : undefined
}

function otherFault({ info }: Token, digest: Expectation['digest'], nonce?: string): StampReason | undefined {
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const hash = hashOf(hashAlgorithm)
  if (hash === 'weak-algorithm') return hash
  const expected = hash === 'algorithm-unknown' ? undefined : digest[hash]
  if (expected === undefined) return 'digest-algorithm'
  if (contentOf(hashedMessage).toString('hex') !== expected) return 'digest'
  if (nonce === undefined) return undefined
  return info.nonce !== undefined && wholeNumber(info.nonce.valueBlock.valueHexView) === nonce ? undefined : 'nonce'
}
