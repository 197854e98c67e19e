import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Link, linkAfter } from '../../../core/case/log/chain.ts'
import { anAnswer, aWorldOfAuthorities, type World } from '../stamp/authority.fixture.ts'
import type { Cert } from '../stamp/certificate.ts'
import { stampRequest } from '../stamp/request.ts'
import { rootsOf } from '../stamp/roots.ts'
import { tokenDigest } from '../stamp/token-file.ts'
import { type Anchor, anchorText, readAnchors } from './anchor.ts'
import { checkAnchors, type Held } from './check-anchors.ts'

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

let world: World
let roots: readonly Cert[]
beforeAll(async () => {
  world = await aWorldOfAuthorities()
  const read = rootsOf(world.root.der, 'root.der')
  roots = read.ok ? read.value : []
})

const stampOver = (digest: string) =>
  anAnswer(stampRequest(digest).bytes, { signer: world.signer, certs: [world.signer, world.middle] })

function chain(...words: readonly string[]): readonly Link[] {
  const links: Link[] = []
  for (const said of words) {
    const event = { type: 'ProblemDescribed', at: '2026-11-20T02:00:00Z', payload: { words: said } } as const
    links.push(linkAfter(links.at(-1), event, 'salt', sha256))
  }
  return links
}

const at = '2026-11-20T02:00:00Z'
const links = chain('一', '二', '三')

async function aStampedChain() {
  const head = links[2]?.hash ?? ''
  const token = await stampOver(head)
  const anchor: Anchor = { type: 'chain', case: 'c1', events: 3, head, at, token: token.toString('base64') }
  const held = (now: readonly Link[], tokens = [token]): Held => ({
    links: async () => now,
    tokens: async () => new Set(tokens.map(tokenDigest)),
    roots,
  })
  return { anchor, held, token }
}

describe('a chain held against its anchor', () => {
  it('is sound as it was, and as it went on', async () => {
    const { anchor, held } = await aStampedChain()
    expect(await checkAnchors([anchor], held(links))).toEqual({ compared: 1, findings: [] })
    expect(await checkAnchors([anchor], held(chain('一', '二', '三', '四')))).toEqual({ compared: 1, findings: [] })
  })

  it('shows when its end was cut off, when it was written anew, when it is gone', async () => {
    const { anchor, held } = await aStampedChain()
    const found = async (now: readonly Link[]) =>
      (await checkAnchors([anchor], held(now))).findings.map(({ what, item }) => `${what} ${item}`)
    expect(await found(chain('一', '二'))).toEqual(['anchor-cut c1 #2'])
    expect(await found(chain('一', '贰', '三'))).toEqual(['anchor-differs c1 #2'])
    expect(await found([])).toEqual(['anchor-cut c1 #2'])
  })

  it('shows when its time stamp is gone, or another was put there', async () => {
    const { anchor, held } = await aStampedChain()
    const other = await stampOver(links[2]?.hash ?? '')
    for (const tokens of [[], [other]])
      expect((await checkAnchors([anchor], held(links, tokens))).findings).toMatchObject([
        { what: 'anchor-stamp-gone', item: 'c1 #2' },
      ])
  })

  it('shows when the anchor itself was changed', async () => {
    const { anchor, held, token } = await aStampedChain()
    const other = chain('一', '二', '叁')
    const forged = { ...anchor, head: other[2]?.hash ?? '' } as Anchor
    expect((await checkAnchors([forged], held(other))).findings).toMatchObject([
      { what: 'anchor-stamp', found: 'digest' },
    ])
    token.writeUInt8(token.readUInt8(token.length - 3) ^ 1, token.length - 3)
    const broken = { ...anchor, token: token.toString('base64') } as Anchor
    expect((await checkAnchors([broken], held(links, [token]))).findings).toMatchObject([{ what: 'anchor-stamp' }])
    // By an authority that nobody here vouches for; without any root that cannot be told.
    const strange = await anAnswer(stampRequest(links[2]?.hash ?? '').bytes, {
      signer: world.strange,
      certs: [world.strange],
    })
    const foreign = { ...anchor, token: strange.toString('base64') } as Anchor
    const { findings } = await checkAnchors([foreign], held(links, [strange]))
    expect(findings).toMatchObject([{ what: 'anchor-stamp', found: 'root-unknown' }])
    expect((await checkAnchors([foreign], { ...held(links, [strange]), roots: [] })).findings).toEqual([])
  })

  it('says when there was nothing to compare', async () => {
    const { anchor } = await aStampedChain()
    expect(await checkAnchors([anchor], { roots })).toEqual({ compared: 0, findings: [] })
    expect(await checkAnchors([anchor], { links: async () => undefined, roots })).toEqual({ compared: 0, findings: [] })
  })
})

describe('a seal held against its anchor', () => {
  const text = Buffer.from('aa  evidence/a\nbb  evidence/b\n')
  const anchor: Anchor = { type: 'seal', case: 'folder', sha256: sha256(text), bytes: text.length, files: 2, at }
  const held = (now: string | Buffer, name = 'folder') => ({ seal: { name, text: Buffer.from(now) }, roots })

  it('may have grown, and not been changed, cut or taken away', async () => {
    const whats = async (now: string | Buffer) =>
      (await checkAnchors([anchor], held(now))).findings.map(({ what }) => what)
    expect(await whats(text)).toEqual([])
    expect(await whats(`${text}cc  evidence/c\n`)).toEqual([])
    for (const now of ['', 'aa  evidence/a\n', 'ab  evidence/a\nbb  evidence/b\n', 'bb  evidence/b\naa  evidence/a\n'])
      expect(await whats(now)).toEqual(['anchor-seal'])
  })

  it('is found by the name of its folder, or as the only one there is', async () => {
    const other: Anchor = { ...anchor, case: 'other', sha256: sha256('x') }
    expect(await checkAnchors([anchor, other], held(text))).toEqual({ compared: 1, findings: [] })
    expect(await checkAnchors([anchor], held(text, 'renamed'))).toEqual({ compared: 1, findings: [] })
    expect(await checkAnchors([anchor, other], held(text, 'renamed'))).toEqual({ compared: 0, findings: [] })
  })
})

describe('a file of anchors', () => {
  it('is read as it was written, also when mail broke its line ends', async () => {
    const { anchor } = await aStampedChain()
    const exhibit: Anchor = { type: 'exhibit', case: 'c1', item: 'E3', sha256: sha256('x'), token: 'ab'.repeat(16), at }
    const text = anchorText([anchor, exhibit])
    expect(readAnchors(text, 'a.txt')).toEqual({ ok: true, value: [anchor, exhibit] })
    expect(readAnchors(text.replaceAll('\n', '\r\n'), 'a.txt')).toEqual({ ok: true, value: [anchor, exhibit] })
  })

  it('is refused with its line when it is none', async () => {
    const { anchor } = await aStampedChain()
    for (const line of ['x', '{}', JSON.stringify({ ...anchor, head: 'ff' }), JSON.stringify({ ...anchor, more: 1 })])
      expect(readAnchors(`${anchorText([anchor])}${line}\n`, 'a.txt')).toMatchObject({
        ok: false,
        refusal: { code: 'not-anchors', at: 'a.txt:6' },
      })
    expect(readAnchors('# nothing\n', 'a.txt')).toMatchObject({ ok: false })
  })
})
