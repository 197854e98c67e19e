import { randomBytes } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs'
import { ALGORITHMS } from './algorithm.ts'
import { wholeNumber } from './der.ts'

export type StampRequest = {
  /** What is sent: the digest, a random number, and nothing else. */
  readonly bytes: Uint8Array
  /** In hex. An answer without it answers another request. */
  readonly nonce: string
}

/** Asks for a time stamp over a SHA-256 digest (hex), with the certificate of who signs. */
export function stampRequest(sha256: string): StampRequest {
  const nonce = randomBytes(16)
  // Positive, and as long as it looks.
  nonce.writeUInt8((nonce.readUInt8(0) & 0x3f) | 0x40, 0)
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: ALGORITHMS.sha256 }),
      hashedMessage: new OctetString({ valueHex: Buffer.from(sha256, 'hex') }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  })
  return { bytes: new Uint8Array(request.toSchema().toBER(false)), nonce: wholeNumber(nonce) }
}
