import { createHash, KeyObject } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { TimeStampReq } from 'pkijs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDeadAddress,
  anAuthority,
  anIdentity,
  aWorldOfAuthorities,
  type Manner,
  misbehaviours,
  type World,
} from './authority.fixture.ts'
import type { Cert } from './certificate.ts'
import { judgeStamp } from './judge.ts'
import { rootsOf } from './roots.ts'
import { stampDigest } from './stamp.ts'

let world: World
let roots: readonly Cert[] = []
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  world = await aWorldOfAuthorities()
  const read = rootsOf(Buffer.from(world.root.pem), 'root.pem')
  if (read.ok) roots = read.value
})
afterAll(async () => {
  await Promise.all(closing.map((close) => close()))
})

const sha256 = createHash('sha256').update('截图').digest('hex')

async function authority(manner: Manner) {
  const made = await anAuthority(world, manner)
  closing.push(made.close)
  return made
}

async function asked(manner: Manner, trusted = roots) {
  const { url } = await authority(manner)
  return stampDigest({
    sha256,
    authorities: [url],
    roots: trusted,
    patienceMs: manner === 'slow' || manner === 'drips' ? 300 : 5000,
  })
}

async function aServerIdentity() {
  const { pem: cert, key } = await anIdentity({ name: '127.0.0.1' })
  return { cert, key: KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }) }
}

describe('a time stamp', () => {
  it('is given by an authority that a root vouches for, with its time, name and rules', async () => {
    const { verdict, token, tried } = await asked('good')
    expect(verdict).toEqual({
      status: 'stamped',
      time: '2026-11-20T02:00:00Z',
      authority: '测试时间戳机构',
      policy: '1.2.3.4',
      certificateUntil: '2040-01-01T00:00:00Z',
    })
    expect(token?.length).toBeGreaterThan(500)
    expect(tried).toHaveLength(1)
  })

  const expected: Record<(typeof misbehaviours)[number], string> = {
    'self-signed': 'untrusted-root self-signed',
    'unknown-root': 'untrusted-root root-unknown',
    'impostor-with-our-certificate': 'damaged signature',
    'no-right-to-issue': 'untrusted-root chain-broken',
    'wrong-purpose': 'wrong-purpose purpose',
    'two-purposes': 'wrong-purpose purpose',
    'purpose-not-critical': 'wrong-purpose purpose',
    expired: 'expired certificate-expired',
    'not-yet-valid': 'expired certificate-expired',
    'wrong-nonce': 'wrong-nonce nonce',
    'no-nonce': 'wrong-nonce nonce',
    'wrong-digest': 'wrong-digest digest',
    replayed: 'wrong-nonce nonce',
    tampered: 'damaged attributes',
    weak: 'weak weak-algorithm',
    'two-signers': 'damaged signers',
    'version-2': 'damaged token-version',
    'names-another-certificate': 'damaged other-certificate',
    'no-signing-certificate': 'damaged attributes',
    'no-certificate': 'damaged no-certificate',
    rejects: 'rejected refused',
    garbage: 'damaged not-a-token',
    empty: 'damaged not-a-token',
    'web-page': 'damaged not-a-token',
    huge: 'no-answer answer-too-large',
    redirects: 'no-answer redirected',
    breaks: 'no-answer http-status',
    slow: 'no-answer too-slow',
    drips: 'no-answer too-slow',
    'hangs-up': 'no-answer not-reached',
  }

  it.each(misbehaviours)('is none when an authority answers: %s', async (manner) => {
    const { verdict, token } = await asked(manner)
    expect(`${verdict.status} ${verdict.reason}`).toBe(expected[manner])
    expect(token).toBeUndefined()
    // Without roots it is none either, and what is not whole in itself is not kept.
    const bare = await asked(manner, [])
    expect(bare.verdict.status).not.toBe('stamped')
    const wholeInItself = manner === 'self-signed' || manner === 'unknown-root' || manner === 'no-right-to-issue'
    expect(bare.token !== undefined).toBe(wholeInItself)
  })

  it('says when it is whole but nobody was named to vouch for it', async () => {
    const { verdict, token } = await asked('good', [])
    expect(verdict).toMatchObject({ status: 'untrusted-root', reason: 'no-root-given', time: '2026-11-20T02:00:00Z' })
    const later = judgeStamp(token ?? Buffer.alloc(0), { digest: { sha256 }, roots })
    expect(later.status).toBe('stamped')
  })

  it('is asked of the next authority when one fails, and each failure is told', async () => {
    const [slow, garbage, stranger, good, unasked] = [
      await authority('slow'),
      await authority('garbage'),
      await authority('unknown-root'),
      await authority('good'),
      await authority('good'),
    ]
    const dead = await aDeadAddress(world)
    const authorities = [dead, slow.url, garbage.url, stranger.url, 'ftp://127.0.0.1/', good.url, unasked.url]
    const { verdict, tried } = await stampDigest({ sha256, authorities, roots, patienceMs: 500 })
    expect(verdict.status).toBe('stamped')
    expect(tried.map(({ reason }) => reason)).toEqual([
      'not-reached',
      'too-slow',
      'not-a-token',
      'root-unknown',
      'not-an-address',
      undefined,
    ])
    expect(tried[0]).toMatchObject({ url: dead, said: 'ECONNREFUSED' })
    expect(unasked.asked).toEqual([])
  })

  it('costs the digest, a random number and nothing else', async () => {
    const { url, asked: bodies, paths } = await authority('good')
    await stampDigest({ sha256, authorities: [url, url], roots })
    await stampDigest({ sha256, authorities: [url], roots })
    const [first, second] = bodies.map((body) => TimeStampReq.fromBER(body))
    expect(bodies).toHaveLength(2)
    expect(bodies[0]?.length).toBeLessThan(90)
    expect(Buffer.from(first?.messageImprint.hashedMessage.valueBlock.valueHexView ?? []).toString('hex')).toBe(sha256)
    expect(first?.certReq).toBe(true)
    expect(first?.nonce?.isEqual(second?.nonce)).toBe(false)
    expect(paths).toEqual(['/', '/'])
  })

  it('does not follow an authority elsewhere', async () => {
    const { url, paths } = await authority('redirects')
    const { verdict } = await stampDigest({ sha256, authorities: [`${url}tsa/`], roots })
    expect(verdict).toMatchObject({ reason: 'redirected', said: '302' })
    expect(paths).toEqual(['/tsa/'])
  })

  it('shows what a refusal says in one plain line, and an address without its password', async () => {
    const { url } = await authority('rejects')
    const { tried } = await stampDigest({ sha256, authorities: [url.replace('//', '//me:secret@')], roots })
    expect(tried).toEqual([{ url, status: 'rejected', reason: 'refused', said: 'status 2 · 今天不盖 [31m' }])
  })

  it('is not asked for over https where the certificate of the server is not good', async () => {
    const { cert, key } = await aServerIdentity()
    let met = 0
    const server = createServer({ cert, key }, (_request, response) => {
      met += 1
      response.end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const { verdict } = await stampDigest({ sha256, authorities: [`https://127.0.0.1:${port}/`], roots })
    await new Promise((closed) => server.close(closed))
    expect(verdict).toMatchObject({ status: 'no-answer', reason: 'not-reached', said: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(met).toBe(0)
  })

  it('is not asked for where no authority is named', async () => {
    expect(await stampDigest({ sha256, authorities: [], roots })).toEqual({
      verdict: { status: 'no-answer' },
      tried: [],
    })
  })
})
