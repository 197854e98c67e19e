import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { type AttributeTypeAndValue, BasicConstraints, Certificate, ExtKeyUsage } from 'pkijs'
import { type Flaw, signatureOf } from './algorithm.ts'
import { contentOf, derOf, wholeNumber } from './der.ts'

/** A certificate as bytes, in its parts, and its key. */
export type Cert = {
  readonly raw: Buffer
  readonly parts: Certificate
  readonly key: KeyObject
}

const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const ANY_PURPOSE = '2.5.29.37.0'

/** What a certificate may demand (critical) and is heeded here, or holds whatever is asked of it. */
const HEEDED = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  EXTENDED_KEY_USAGE,
  '2.5.29.14',
  '2.5.29.17',
  '2.5.29.32',
  '2.5.29.35',
])

/** Bits of keyUsage, counted from the left. */
const DIGITAL_SIGNATURE = 0
const NON_REPUDIATION = 1
const SIGNS_CERTIFICATES = 5

/** The certificate that these bytes are; undefined when they are none. */
export function certOf(raw: Uint8Array): Cert | undefined {
  const schema = derOf(raw)
  if (schema === undefined) return undefined
  try {
    const cert = { raw: Buffer.from(raw), parts: new Certificate({ schema }), key: new X509Certificate(raw).publicKey }
    // What cannot be read of it is to show here, not in the middle of a search.
    purposesOf(cert)
    constraintsOf(cert)
    return cert
  } catch {
    return undefined
  }
}

export function hashOfCert({ raw }: Cert, algorithm: string): Buffer {
  return createHash(algorithm).update(raw).digest()
}

export function serialOf({ parts }: Cert): string {
  return wholeNumber(parts.serialNumber.valueBlock.valueHexView)
}

export function isSame(one: Cert, other: Cert): boolean {
  return one.raw.equals(other.raw)
}

export function isValidAt({ parts }: Cert, moment: Date): boolean {
  return parts.notBefore.value <= moment && moment <= parts.notAfter.value
}

export function isSelfIssued({ parts }: Cert): boolean {
  return parts.issuer.isEqual(parts.subject)
}

/** RFC 3161, 2.3: one extended key usage, time stamping alone, and critical; and a key that may sign. */
export function isForTimeStamps(cert: Cert): boolean {
  const usage = extensionOf(cert, EXTENDED_KEY_USAGE)
  const purposes = purposesOf(cert)
  const signs = usageOf(cert)
  return (
    usage?.critical === true &&
    purposes?.length === 1 &&
    purposes[0] === TIME_STAMPING &&
    (signs === undefined || signs(DIGITAL_SIGNATURE) || signs(NON_REPUDIATION)) &&
    isHeeded(cert)
  )
}

/** Whether a certificate may issue others, with `below` issuers between it and the one that signs. */
export function mayIssue(cert: Cert, below: number): boolean {
  const constraints = constraintsOf(cert)
  if (constraints === undefined) return false
  const { cA, pathLenConstraint } = constraints
  const purposes = purposesOf(cert)
  return (
    cA &&
    (typeof pathLenConstraint !== 'number' || pathLenConstraint >= below) &&
    usageOf(cert)?.(SIGNS_CERTIFICATES) !== false &&
    (purposes === undefined || purposes.includes(TIME_STAMPING) || purposes.includes(ANY_PURPOSE)) &&
    isHeeded(cert)
  )
}

export function isSignedBy({ parts }: Cert, issuer: Cert): 'right' | 'wrong' | Flaw {
  const signature = Buffer.from(parts.signatureValue.valueBlock.valueHexView)
  return signatureOf({ data: parts.tbsView, signature, key: issuer.key, algorithm: parts.signatureAlgorithm })
}

/** Whom a certificate is of, shortest name first: the common name, else the organisation, else all it says. */
export function nameOf({ parts }: Cert): string {
  const { typesAndValues } = parts.subject
  const named =
    typesAndValues.find(({ type }) => type === '2.5.4.3') ?? typesAndValues.find(({ type }) => type === '2.5.4.10')
  return oneLine(named === undefined ? typesAndValues.map(textOf).join(', ') : textOf(named))
}

function textOf({ value }: AttributeTypeAndValue): string {
  return String(value.valueBlock.value)
}

/** What strangers wrote, fit for a terminal: no control characters, not endless. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

function extensionOf({ parts }: Cert, id: string) {
  return parts.extensions?.find(({ extnID }) => extnID === id)
}

function isHeeded({ parts }: Cert): boolean {
  return (parts.extensions ?? []).every(({ critical, extnID }) => !critical || HEEDED.has(extnID))
}

function constraintsOf(cert: Cert): BasicConstraints | undefined {
  const constraints = extensionOf(cert, BASIC_CONSTRAINTS)
  const schema = constraints === undefined ? undefined : derOf(contentOf(constraints.extnValue))
  return schema === undefined ? undefined : new BasicConstraints({ schema })
}

function purposesOf(cert: Cert): readonly string[] | undefined {
  const usage = extensionOf(cert, EXTENDED_KEY_USAGE)
  if (usage === undefined) return undefined
  const schema = derOf(contentOf(usage.extnValue))
  return schema === undefined ? [] : new ExtKeyUsage({ schema }).keyPurposes
}

/** Which bits of keyUsage are set; undefined when the certificate does not limit it. */
function usageOf(cert: Cert): ((bit: number) => boolean) | undefined {
  const usage = extensionOf(cert, KEY_USAGE)
  if (usage === undefined) return undefined
  const bits = derOf(contentOf(usage.extnValue))
  const octets = bits === undefined ? Buffer.alloc(0) : contentOf(bits)
  return (bit) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
}
