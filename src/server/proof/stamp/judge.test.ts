import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { anAnswer, anIdentity, aWorldOfAuthorities, type Signing, type World } from './authority.fixture.ts'
import type { Cert } from './certificate.ts'
import { imprintOf, judgeStamp } from './judge.ts'
import { stampRequest } from './request.ts'
import { rootsOf } from './roots.ts'

const sha256 = createHash('sha256').update('截图').digest('hex')
let world: World
let roots: readonly Cert[]
let good: Buffer
beforeAll(async () => {
  world = await aWorldOfAuthorities()
  roots = certs(world.root.pem)
  good = await anAnswer(stampRequest(sha256).bytes, { signer: world.signer, certs: [world.middle, world.signer] })
})

function certs(pem: string): readonly Cert[] {
  const read = rootsOf(Buffer.from(pem), 'root.pem')
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

const judged = (bytes: Uint8Array, trusted = roots) => judgeStamp(bytes, { digest: { sha256 }, roots: trusted })

describe('a token', () => {
  it('is good as an answer and as the bare token inside it', () => {
    expect(judged(good).status).toBe('stamped')
    const bare = good.subarray(good.indexOf('06092a864886f70d010702', 'hex') - 4)
    expect(bare.readUInt8(0)).toBe(0x30)
    expect(judged(bare).status).toBe('stamped')
    expect(imprintOf(bare)).toEqual({ algorithm: 'sha256', digest: sha256 })
  })

  it('is good by a root among others, in PEM or DER, or by the certificate that signed it', () => {
    expect(judged(good, certs(`x\n${world.stranger.pem}\n${world.root.pem}`)).status).toBe('stamped')
    const der = rootsOf(world.root.der, 'root.der')
    expect(der.ok && judged(good, der.value).status).toBe('stamped')
    expect(judged(good, certs(world.signer.pem)).status).toBe('stamped')
    expect(judged(good, certs(world.stranger.pem)).reason).toBe('root-unknown')
  })

  it('does not reach its root where a certificate in between is missing', async () => {
    const alone = await anAnswer(stampRequest(sha256).bytes, { signer: world.signer, certs: [world.signer] })
    expect(judged(alone).reason).toBe('root-unknown')
    expect(judged(alone, certs(world.root.pem + world.middle.pem)).status).toBe('stamped')
  })

  it('counts at the moment it states, whatever the clock says now', async () => {
    const signing = { signer: world.past, certs: [world.past, world.middle] }
    const then = await anAnswer(stampRequest(sha256).bytes, { ...signing, time: new Date('2023-06-01T00:00:00Z') })
    expect(judged(then)).toMatchObject({ status: 'stamped', certificateUntil: '2024-01-01T00:00:00Z' })
    const after = await anAnswer(stampRequest(sha256).bytes, { ...signing, time: new Date('2024-06-01T00:00:00Z') })
    expect(judged(after).status).toBe('expired')
  })

  it('is about one digest, and no other', () => {
    const other = createHash('sha256').update('另一张').digest('hex')
    expect(judgeStamp(good, { digest: { sha256: other }, roots }).reason).toBe('digest')
    expect(judgeStamp(good, { digest: { sha512: other }, roots }).reason).toBe('digest-algorithm')
  })

  it('that was changed in any bit is refused, or says what it said before', { timeout: 60_000 }, () => {
    const [before, kept] = [judged(good), [] as number[]]
    for (let place = 0; place < good.length; place += 1) {
      const changed = Buffer.from(good)
      changed.writeUInt8(changed.readUInt8(place) ^ (1 << (place % 8)), place)
      const verdict = judged(changed)
      imprintOf(changed)
      if (verdict.status === 'stamped') kept.push(place)
      if (verdict.status === 'stamped') expect(verdict).toEqual(before)
    }
    // Not signed and of no meaning: version numbers of the wrapping, a list that repeats the digest algorithm.
    expect(kept.length).toBeLessThan(60)
  })

  it('is none whatever else is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => judged(bytes).status === 'damaged'),
      { numRuns: 500 },
    )
    fc.assert(fc.property(fc.nat(good.length - 1), (length) => judged(good.subarray(0, length)).status === 'damaged'))
    expect(judged(Buffer.concat([good, Buffer.from([0])])).reason).toBe('not-a-token')
  })

  it('is not read when it is huge, endlessly nested or made of crumbs', () => {
    expect(judged(Buffer.alloc(300_000)).reason).toBe('too-large')
    const start = performance.now()
    expect(judged(Buffer.alloc(262_144, Buffer.from([0x30, 0x80]))).reason).toBe('not-a-token')
    let nested = Buffer.alloc(0)
    for (let depth = 0; depth < 20_000; depth += 1)
      nested = Buffer.concat([
        Buffer.from([0x30, 0x83, nested.length >> 16, (nested.length >> 8) & 255, nested.length & 255]),
        nested,
      ])
    expect(judged(nested).reason).toBe('not-a-token')
    const crumbs = Buffer.alloc(200_000, Buffer.from([0x05, 0x00]))
    expect(judged(Buffer.concat([Buffer.from([0x30, 0x83, 0x03, 0x0d, 0x40]), crumbs])).reason).toBe('not-a-token')
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('who signed', () => {
  const stamping = ['1.3.6.1.5.5.7.3.8']
  const [DIGITAL_SIGNATURE, SIGNS_CERTIFICATES] = [0x80, 0x04]
  const signed = async (signing: Signing) => judged(await anAnswer(stampRequest(sha256).bytes, signing))
  const by = async (wanted: Partial<Parameters<typeof anIdentity>[0]>, more: Partial<Signing> = {}) => {
    const signer = await anIdentity({ name: '机构', issuer: world.middle, purposes: stamping, ...wanted })
    return signed({ signer, certs: [signer, world.middle], ...more })
  }
  const below = async (middle: Partial<Parameters<typeof anIdentity>[0]>, more: Partial<Signing> = {}) => {
    const issuer = await anIdentity({ name: '中级', issuer: world.root, ca: true, ...middle })
    const signer = await anIdentity({ name: '机构', issuer, purposes: stamping })
    return signed({ signer, certs: [signer, issuer], ...more })
  }
  const rsa = (name: string, modulusLength = 2048) => ({
    name,
    modulusLength,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  })

  it('may have any key that is still safe, and so may its issuer', async () => {
    for (const key of [rsa('RSASSA-PKCS1-v1_5'), rsa('RSA-PSS'), { name: 'ECDSA', namedCurve: 'P-384' }]) {
      expect((await by({ key })).status).toBe('stamped')
      expect((await below({ key })).status).toBe('stamped')
    }
  })

  it('may not have a key of 1024 bits, nor may its issuer', async () => {
    expect((await by({ key: rsa('RSASSA-PKCS1-v1_5', 1024) })).status).toBe('weak')
    expect((await below({ key: rsa('RSASSA-PKCS1-v1_5', 1024) })).status).toBe('weak')
  })

  it('must have a key that may sign, and no demand that nobody knows', async () => {
    expect((await by({ usage: DIGITAL_SIGNATURE })).status).toBe('stamped')
    expect((await by({ usage: SIGNS_CERTIFICATES })).status).toBe('wrong-purpose')
    expect((await by({ strange: true })).status).toBe('wrong-purpose')
    // A list of purposes that is empty is none that can be read.
    expect((await by({ purposes: [] })).reason).toBe('no-certificate')
  })

  it('must be issued by one that may issue, for time stamps, and so deep', async () => {
    expect((await below({ usage: SIGNS_CERTIFICATES, purposes: stamping, depth: 0 })).status).toBe('stamped')
    expect((await below({ usage: DIGITAL_SIGNATURE })).reason).toBe('chain-broken')
    expect((await below({ purposes: ['1.3.6.1.5.5.7.3.1'] })).reason).toBe('chain-broken')
    expect((await below({ strange: true })).reason).toBe('chain-broken')
    expect((await below({ until: new Date('2025-01-01T00:00:00Z') })).reason).toBe('certificate-expired')
    const upper = await anIdentity({ name: '上', issuer: world.root, ca: true, depth: 0 })
    const lower = await anIdentity({ name: '下', issuer: upper, ca: true })
    const signer = await anIdentity({ name: '机构', issuer: lower, purposes: stamping })
    expect((await signed({ signer, certs: [signer, lower, upper] })).reason).toBe('chain-broken')
  })

  it('must be issued under the name of its issuer, not by its key alone', async () => {
    const renamed = await anIdentity({ name: '同钥异名', ca: true, keys: world.root.keys })
    const token = await anAnswer(stampRequest(sha256).bytes, {
      signer: world.signer,
      certs: [world.signer, world.middle],
    })
    expect(judged(token, certs(renamed.pem)).reason).toBe('root-unknown')
  })

  it('signs a time stamp and says so in every place', async () => {
    const data = '1.2.840.113549.1.7.1'
    const right = { signer: world.signer, certs: [world.signer, world.middle] }
    expect((await signed({ ...right, contentType: data })).reason).toBe('content-type')
    expect((await signed({ ...right, signedType: data })).reason).toBe('attributes')
    expect((await signed({ ...right, wrapping: data })).reason).toBe('content-type')
  })

  it('is asked about before what was signed: of a stranger it says nothing that this is other content', async () => {
    const strange = { signer: world.strange, certs: [world.strange], digest: Buffer.alloc(32, 1) }
    expect((await signed(strange)).reason).toBe('root-unknown')
    const bytes = await anAnswer(stampRequest(sha256).bytes, strange)
    expect(judged(bytes, []).reason).toBe('digest')
  })

  it('may be told by an identifier, by name, and in the form of SHA-1 that RFC 3161 knew, if it is the same', async () => {
    const identifier = Buffer.from('0102030405', 'hex')
    expect((await by({ identifier }, { identifier })).status).toBe('stamped')
    expect((await by({ identifier: Buffer.from('ff', 'hex') }, { identifier })).reason).toBe('no-certificate')
    expect((await by({ name: '测试时间戳机构' }, { calls: world.signer })).status).toBe('stamped')
    expect((await by({}, { calls: world.signer })).reason).toBe('other-name')
    expect((await by({}, { firstForm: true })).status).toBe('stamped')
    expect((await by({}, { firstForm: true, named: world.signer })).reason).toBe('other-certificate')
    const signer = await anIdentity({ name: '机构', issuer: world.middle, purposes: stamping })
    const certs = [signer, world.middle]
    expect((await signed({ signer, certs, serialOf: signer })).status).toBe('stamped')
    expect((await signed({ signer, certs, serialOf: world.signer })).reason).toBe('other-certificate')
    expect((await signed({ signer, certs, serialOf: world.middle })).reason).toBe('other-certificate')
  })
})

describe('roots', () => {
  it('are refused when they are no certificates, or one of them is none', () => {
    for (const text of [
      '',
      'hello',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      `${world.root.pem}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
    ])
      expect(rootsOf(Buffer.from(text), 'x.pem')).toMatchObject({ ok: false, refusal: { code: 'not-certificates' } })
  })
})
