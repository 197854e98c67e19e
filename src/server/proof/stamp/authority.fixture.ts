import { createHash, webcrypto } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

const EC = { name: 'ECDSA', namedCurve: 'P-256' }
const OID = {
  content: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  firstForm: '1.2.840.113549.1.9.16.2.12',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
}

type Identity = {
  readonly cert: pki.Certificate
  readonly keys: webcrypto.CryptoKeyPair
  readonly key: webcrypto.CryptoKey
  readonly pem: string
  readonly der: Buffer
}

type Wanted = {
  readonly name: string
  readonly issuer?: Identity
  readonly ca?: boolean
  readonly purposes?: readonly string[]
  readonly critical?: boolean
  readonly from?: Date
  readonly until?: Date
  readonly key?: webcrypto.RsaHashedKeyGenParams | webcrypto.EcKeyGenParams
  /** Of another, instead of fresh ones. */
  readonly keys?: webcrypto.CryptoKeyPair
  /** How many issuers may stand below it. */
  readonly depth?: number
  /** keyUsage as bits, the first on the left. */
  readonly usage?: number
  /** Something critical that nobody knows. */
  readonly strange?: boolean
  /** The extension subjectKeyIdentifier. */
  readonly identifier?: Buffer
}

let serial = 1

/** A certificate with its key; its own issuer where none is given. */
export async function anIdentity(wanted: Wanted): Promise<Identity> {
  const { name, issuer, ca = false, purposes, critical = true } = wanted
  const keys = wanted.keys ?? (await webcrypto.subtle.generateKey(wanted.key ?? EC, true, ['sign', 'verify']))
  const cert = new pki.Certificate()
  cert.version = 2
  serial += 1
  cert.serialNumber = new asn1.Integer({ value: serial })
  const called = (text: string) =>
    new pki.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1.Utf8String({ value: text }) })
  cert.subject.typesAndValues.push(called(name))
  cert.issuer.typesAndValues = issuer?.cert.subject.typesAndValues ?? [called(name)]
  cert.notBefore.value = wanted.from ?? new Date('2020-01-01T00:00:00Z')
  cert.notAfter.value = wanted.until ?? new Date('2040-01-01T00:00:00Z')
  const extension = (extnID: string, value: asn1.BaseBlock, isCritical: boolean) =>
    new pki.Extension({ extnID, critical: isCritical, extnValue: value.toBER(false) })
  const limit = wanted.depth === undefined ? {} : { pathLenConstraint: wanted.depth }
  cert.extensions = [extension('2.5.29.19', new pki.BasicConstraints({ cA: ca, ...limit }).toSchema(), true)]
  if (wanted.usage !== undefined) {
    const bits = new asn1.BitString({ valueHex: Buffer.from([wanted.usage]) })
    cert.extensions.push(extension('2.5.29.15', bits, true))
  }
  if (wanted.strange === true) cert.extensions.push(extension('1.2.3.4.5', new asn1.Null(), true))
  if (wanted.identifier !== undefined)
    cert.extensions.push(extension('2.5.29.14', new asn1.OctetString({ valueHex: wanted.identifier }), false))
  if (purposes !== undefined)
    cert.extensions.push(
      extension('2.5.29.37', new pki.ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema(), critical),
    )
  await cert.subjectPublicKeyInfo.importKey(keys.publicKey)
  await cert.sign(issuer?.key ?? keys.privateKey, 'SHA-256')
  const der = Buffer.from(cert.toSchema(true).toBER(false))
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`
  return { cert, keys, key: keys.privateKey, pem, der }
}

export type Signing = {
  readonly signer: Identity
  readonly certs: readonly Identity[]
  readonly time?: Date
  readonly nonce?: Buffer | null
  readonly digest?: Buffer
  /** Signs for another certificate than the one that is sent along. */
  readonly named?: Identity
  readonly weak?: boolean
  readonly version?: number
  readonly signers?: number
  readonly without?: keyof typeof OID
  /** Names the authority in what is signed. */
  readonly calls?: Identity
  /** Names the certificate by this identifier instead of issuer and serial number. */
  readonly identifier?: Buffer
  /** Names the certificate in the first form, by SHA-1. */
  readonly firstForm?: boolean
  /** Names issuer and serial number of the certificate beside its digest. */
  readonly serialOf?: Identity
  /** What it says is signed, what the signature says that is, and what it says the whole is. */
  readonly contentType?: string
  readonly signedType?: string
  readonly wrapping?: string
}

/** The answer to a request, as an authority that behaves (or, as `signing` says, does not) would sign it. */
export async function anAnswer(request: Uint8Array, signing: Signing): Promise<Buffer> {
  const asked = pki.TimeStampReq.fromBER(request)
  const nonce =
    signing.nonce === undefined ? asked.nonce : signing.nonce && new asn1.Integer({ valueHex: signing.nonce })
  const info = new pki.TSTInfo({
    version: signing.version ?? 1,
    policy: '1.2.3.4',
    messageImprint: signing.digest ? imprint(signing.digest) : asked.messageImprint,
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: signing.time ?? new Date('2026-11-20T02:00:00Z'),
    ...(nonce ? { nonce } : {}),
    ...(signing.calls ? { tsa: new pki.GeneralName({ type: 4, value: signing.calls.cert.subject }) } : {}),
  })
  const content = Buffer.from(info.toSchema().toBER(false))
  const signed = new pki.SignedData({
    version: 3,
    encapContentInfo: new pki.EncapsulatedContentInfo({
      eContentType: signing.contentType ?? OID.content,
      eContent: new asn1.OctetString({ valueHex: content }),
    }),
    certificates: signing.certs.map(({ cert }) => cert),
  })
  for (let n = 0; n < (signing.signers ?? 1); n += 1) {
    signed.signerInfos.push(
      new pki.SignerInfo({
        version: 1,
        sid: signing.identifier
          ? new asn1.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: signing.identifier })
          : new pki.IssuerAndSerialNumber({
              issuer: signing.signer.cert.issuer,
              serialNumber: signing.signer.cert.serialNumber,
            }),
        signedAttrs: new pki.SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(content, signing) }),
      }),
    )
    await signed.sign(signing.signer.key, n, signing.weak ? 'SHA-1' : 'SHA-256', content)
  }
  const token = new pki.ContentInfo({
    contentType: signing.wrapping ?? '1.2.840.113549.1.7.2',
    content: signed.toSchema(true),
  })
  const status = new pki.PKIStatusInfo({ status: pki.PKIStatus.granted })
  return Buffer.from(new pki.TimeStampResp({ status, timeStampToken: token }).toSchema().toBER(false))
}

function attributesOf(content: Buffer, signing: Signing): pki.Attribute[] {
  const { signer, named = signer, weak = false, without, firstForm = false } = signing
  const digest = createHash(weak ? 'sha1' : 'sha256')
    .update(content)
    .digest()
  const octets = (bytes: Buffer) => new asn1.OctetString({ valueHex: bytes })
  const sequence = (...value: asn1.BaseBlock[]) => new asn1.Sequence({ value })
  const hash = createHash(firstForm ? 'sha1' : 'sha256')
    .update(named.der)
    .digest()
  const serial = signing.serialOf === undefined ? [] : [issuerSerial(signing.serialOf)]
  const values = {
    contentType: new asn1.ObjectIdentifier({ value: signing.signedType ?? OID.content }),
    digest: octets(digest),
    [firstForm ? 'firstForm' : 'signingCertificate']: sequence(sequence(sequence(octets(hash), ...serial))),
  }
  return Object.entries(values).flatMap(([name, value]) =>
    name === without ? [] : [new pki.Attribute({ type: OID[name as keyof typeof OID], values: [value] })],
  )
}

function issuerSerial({ cert }: Identity): asn1.Sequence {
  const issuer = new pki.GeneralName({ type: 4, value: cert.issuer }).toSchema()
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [issuer] }), cert.serialNumber] })
}

function imprint(digest: Buffer): pki.MessageImprint {
  return new pki.MessageImprint({
    hashAlgorithm: new pki.AlgorithmIdentifier({ algorithmId: OID.sha256 }),
    hashedMessage: new asn1.OctetString({ valueHex: digest }),
  })
}

function aRefusal(): Buffer {
  const status = new pki.PKIStatusInfo({
    status: pki.PKIStatus.rejection,
    statusStrings: [new asn1.Utf8String({ value: '今天不盖\u001b[31m' })],
  })
  return Buffer.from(new pki.TimeStampResp({ status }).toSchema().toBER(false))
}

const purposes = [OID.timeStamping]

/** An issuer of authorities that is trusted, one that is not, and the authorities they issued. */
export async function aWorldOfAuthorities() {
  const root = await anIdentity({ name: '测试根', ca: true })
  const middle = await anIdentity({ name: '测试中级', ca: true, issuer: root })
  const signer = await anIdentity({ name: '测试时间戳机构', issuer: middle, purposes })
  const stranger = await anIdentity({ name: '别处的根', ca: true })
  return {
    root,
    middle,
    signer,
    stranger,
    strange: await anIdentity({ name: '测试时间戳机构', issuer: stranger, purposes }),
    selfSigned: await anIdentity({ name: '自己签自己', purposes }),
    mailer: await anIdentity({ name: '邮件证书', issuer: middle, purposes: ['1.3.6.1.5.5.7.3.4'] }),
    both: await anIdentity({ name: '两用', issuer: middle, purposes: [...purposes, '1.3.6.1.5.5.7.3.1'] }),
    mild: await anIdentity({ name: '不关键', issuer: middle, purposes, critical: false }),
    past: await anIdentity({ name: '过期', issuer: middle, purposes, until: new Date('2024-01-01T00:00:00Z') }),
    future: await anIdentity({ name: '未生效', issuer: middle, purposes, from: new Date('2030-01-01T00:00:00Z') }),
    /** Issued by one that may not issue. */
    underling: await anIdentity({ name: '无权签发的下级', issuer: signer, purposes }),
  }
}

export type World = Awaited<ReturnType<typeof aWorldOfAuthorities>>

/** How an authority may answer. All but `good` are never to end in `stamped`. */
export const misbehaviours = [
  'self-signed',
  'unknown-root',
  'impostor-with-our-certificate',
  'no-right-to-issue',
  'wrong-purpose',
  'two-purposes',
  'purpose-not-critical',
  'expired',
  'not-yet-valid',
  'wrong-nonce',
  'no-nonce',
  'wrong-digest',
  'replayed',
  'tampered',
  'weak',
  'two-signers',
  'version-2',
  'names-another-certificate',
  'no-signing-certificate',
  'no-certificate',
  'rejects',
  'garbage',
  'empty',
  'web-page',
  'huge',
  'redirects',
  'breaks',
  'slow',
  'drips',
  'hangs-up',
] as const

export type Manner = 'good' | (typeof misbehaviours)[number]

/** An authority that listens on this machine. `asked` is every body that was sent to it. */
export async function anAuthority(world: World, manner: Manner) {
  const asked: Buffer[] = []
  const paths: string[] = []
  const listener: RequestListener = async (request, response) => {
    paths.push(request.url ?? '')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    asked.push(Buffer.concat(chunks))
    if (manner === 'slow') return
    if (manner === 'hangs-up') return void request.socket.destroy()
    if (manner === 'drips') {
      response.writeHead(200)
      const drop = setInterval(() => response.write('0'), 20)
      return void request.socket.on('close', () => clearInterval(drop))
    }
    if (manner === 'redirects') return void response.writeHead(302, { location: `${request.url}elsewhere` }).end()
    if (manner === 'breaks') return void response.writeHead(500).end('broken')
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
    // As long as anyone listens.
    if (manner === 'huge') {
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(65_536), more))
      return more()
    }
    response.end(await answerOf(world, manner, asked.at(-1) ?? Buffer.alloc(0)))
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, paths, close }
}

/** An address where nobody listens. */
export async function aDeadAddress(world: World): Promise<string> {
  const { url, close } = await anAuthority(world, 'good')
  await close()
  return url
}

async function answerOf(world: World, manner: Manner, request: Buffer): Promise<Buffer> {
  const { root, middle, signer } = world
  const good = { signer, certs: [signer, middle] }
  const by = (one: Identity) => anAnswer(request, { signer: one, certs: [one, middle] })
  switch (manner) {
    case 'self-signed':
      return by(world.selfSigned)
    case 'unknown-root':
      return anAnswer(request, { signer: world.strange, certs: [world.strange, world.stranger, root] })
    case 'impostor-with-our-certificate':
      // Another key under the name of the real one.
      return anAnswer(request, { ...good, signer: { ...signer, key: world.strange.key } })
    case 'no-right-to-issue':
      return anAnswer(request, { signer: world.underling, certs: [world.underling, signer, middle] })
    case 'wrong-purpose':
      return by(world.mailer)
    case 'two-purposes':
      return by(world.both)
    case 'purpose-not-critical':
      return by(world.mild)
    case 'expired':
      return by(world.past)
    case 'not-yet-valid':
      return by(world.future)
    case 'wrong-nonce':
      return anAnswer(request, { ...good, nonce: Buffer.from('01020304', 'hex') })
    case 'no-nonce':
      return anAnswer(request, { ...good, nonce: null })
    case 'wrong-digest':
      return anAnswer(request, { ...good, digest: createHash('sha256').update('别的').digest() })
    case 'replayed': {
      const { messageImprint } = pki.TimeStampReq.fromBER(request)
      const before = new pki.TimeStampReq({ version: 1, messageImprint, nonce: new asn1.Integer({ value: 99 }) })
      return anAnswer(Buffer.from(before.toSchema().toBER(false)), good)
    }
    case 'tampered': {
      const answer = await anAnswer(request, good)
      const place = answer.indexOf('20261120') + 3
      answer.writeUInt8(answer.readUInt8(place) ^ 1, place)
      return answer
    }
    case 'weak':
      return anAnswer(request, { ...good, weak: true })
    case 'two-signers':
      return anAnswer(request, { ...good, signers: 2 })
    case 'version-2':
      return anAnswer(request, { ...good, version: 2 })
    case 'names-another-certificate':
      return anAnswer(request, { ...good, named: world.strange })
    case 'no-signing-certificate':
      return anAnswer(request, { ...good, without: 'signingCertificate' })
    case 'no-certificate':
      return anAnswer(request, { ...good, certs: [middle] })
    case 'rejects':
      return aRefusal()
    case 'garbage':
      return Buffer.from('3082ffff30800201', 'hex')
    case 'empty':
      return Buffer.alloc(0)
    case 'web-page':
      return Buffer.from('<!doctype html><title>请登录</title>')
    default:
      return anAnswer(request, good)
  }
}
