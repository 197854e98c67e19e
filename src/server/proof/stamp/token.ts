import { ObjectIdentifier, OctetString } from 'asn1js'
import { ContentInfo, SignedData, type SignerInfo, TimeStampResp, TSTInfo } from 'pkijs'
import { type Cert, certOf, oneLine } from './certificate.ts'
import { contentOf, derOf, inside, rawOf } from './der.ts'
import { LARGEST_TOKEN } from './token-file.ts'
import { fault, type Verdict } from './verdict.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4'
/** PKIStatus: granted, and granted with changes. */
const GRANTED: readonly number[] = [0, 1]

/** A time stamp in its parts, read and not yet judged. */
export type Token = {
  /** What is signed, as bytes, and what it says. */
  readonly content: Buffer
  readonly info: TSTInfo
  readonly signer: SignerInfo
  readonly certs: readonly Cert[]
}

/** Reads an answer of an authority (RFC 3161, TimeStampResp) or a bare token. Never throws. */
export function readToken(bytes: Uint8Array): Token | Verdict {
  if (bytes.length > LARGEST_TOKEN) return fault('too-large')
  const whole = derOf(bytes)
  if (whole === undefined) return fault('not-a-token')
  try {
    if (inside(whole)[0] instanceof ObjectIdentifier) return tokenOf(new ContentInfo({ schema: whole }))
    const { status, timeStampToken } = new TimeStampResp({ schema: whole })
    if (!GRANTED.includes(status.status)) return fault('refused', { said: saidIn(status) })
    return timeStampToken === undefined ? fault('not-a-token') : tokenOf(timeStampToken)
  } catch {
    return fault('not-a-token')
  }
}

export function isToken(read: Token | Verdict): read is Token {
  return 'info' in read
}

function tokenOf({ contentType, content: schema }: ContentInfo): Token | Verdict {
  if (contentType !== SIGNED_DATA) return fault('content-type')
  const signed = new SignedData({ schema })
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== TIME_STAMP_INFO) return fault('content-type')
  if (!(eContent instanceof OctetString)) return fault('not-a-token')
  const content = Buffer.from(eContent.getValue())
  const infoSchema = derOf(content)
  if (infoSchema === undefined) return fault('not-a-token')
  const info = new TSTInfo({ schema: infoSchema })
  if (info.version !== 1) return fault('token-version')
  if (Number.isNaN(info.genTime.getTime())) return fault('not-a-token')
  const [signer, ...more] = signed.signerInfos
  if (signer === undefined || more.length > 0) return fault('signers')
  return { content, info, signer, certs: certsIn(schema) }
}

/** Certificates as they stood there, for their digests are taken of those bytes; what is none is left out. */
function certsIn(signedData: Parameters<typeof inside>[0]): readonly Cert[] {
  const set = inside(signedData).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
  return inside(set).flatMap((block) => certOf(rawOf(block)) ?? [])
}

const failures: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
}

/** What an authority that refuses says of it. */
function saidIn({ status, statusStrings, failInfo }: TimeStampResp['status']): string {
  const bits = failInfo === undefined ? Buffer.alloc(0) : contentOf(failInfo)
  const named = Object.entries(failures).flatMap(([bit, name]) =>
    ((bits[Number(bit) >> 3] ?? 0) & (0x80 >> (Number(bit) & 7))) === 0 ? [] : [name],
  )
  const texts = (statusStrings ?? []).map(({ valueBlock }) => valueBlock.value)
  return oneLine([`status ${status}`, ...named, ...texts].join(' · '))
}
