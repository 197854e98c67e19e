import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDeadAddress,
  anAuthority,
  aWorldOfAuthorities,
  type Manner,
  type World,
} from '../../server/proof/stamp/authority.fixture.ts'
import { unzipped, zipped } from '../../server/proof/zip/zip-file.fixture.ts'
import { call as callYouju } from '../world.fixture.ts'

let world: World
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  world = await aWorldOfAuthorities()
})
afterAll(async () => {
  await Promise.all(closing.map((close) => close()))
})

async function desk(manner: Manner = 'good') {
  const folder = await mkdtemp(join(tmpdir(), 'youju-stamp-'))
  const at = (name: string) => join(folder, name)
  const { url, asked, close } = await anAuthority(world, manner)
  closing.push(close)
  await writeFile(at('root.pem'), world.root.pem)
  await writeFile(at('stranger.pem'), world.stranger.pem)
  await writeFile(at('聊天.txt'), '请退款')
  const call = async (...words: string[]) => {
    const data = words[0] === 'verify' ? [] : ['--data', at('data')]
    const { ending, out, said } = await callYouju([...words, ...data])
    return { ending, out, said: said.join('\n') }
  }
  const json = async (...words: string[]) => {
    const { ending, out } = await call(...words, '--json')
    return { ending, ...JSON.parse(out) }
  }
  return { url, asked, at, call, json, file: at('聊天.txt'), ca: ['--ca', at('root.pem')] }
}

describe('youju timestamp FILE', () => {
  it('keeps a token beside the file, which verify accepts and another file does not', async () => {
    const { url, at, json, file, ca } = await desk()
    const made = await json('timestamp', file, '--tsa', url, ...ca)
    expect(made).toMatchObject({
      ending: 'holds',
      status: 'stamped',
      time: '2026-11-20T02:00:00Z',
      authority: '测试时间戳机构',
      token: `${file}.tsr`,
      tried: [{ url, status: 'stamped' }],
    })
    expect(await json('timestamp', 'verify', file, `${file}.tsr`, ...ca)).toMatchObject({
      ending: 'holds',
      status: 'stamped',
    })
    await writeFile(at('other.txt'), '请退款。')
    expect(await json('timestamp', 'verify', at('other.txt'), `${file}.tsr`, ...ca)).toMatchObject({
      ending: 'falls-short',
      status: 'wrong-digest',
      reason: 'digest',
    })
  })

  it('says what it proves and what not', async () => {
    const { url, call, file, ca } = await desk()
    const { out } = await call('timestamp', file, '--tsa', url, ...ca)
    expect(out).toContain('时间戳完好：2026-11-20 10:00（北京时间），机构 测试时间戳机构')
    expect(out).toContain('不证明内容真实')
    // The call is made two months before the time of this authority.
    expect(out).toContain('本机时钟与机构的时间相差约 87840 分钟')
  })

  it('is not called stamped without a root: the token is kept, and holds once there is one', async () => {
    const { url, at, json, file, ca } = await desk()
    const made = await json('timestamp', file, '--tsa', url, '-o', at('t.tsr'))
    expect(made).toMatchObject({
      ending: 'falls-short',
      status: 'untrusted-root',
      reason: 'no-root-given',
      token: at('t.tsr'),
    })
    expect(await json('timestamp', 'verify', file, at('t.tsr'))).toMatchObject({
      ending: 'falls-short',
      reason: 'no-root-given',
    })
    expect(await json('timestamp', 'verify', file, at('t.tsr'), '--ca', at('stranger.pem'))).toMatchObject({
      reason: 'root-unknown',
    })
    expect(await json('timestamp', 'verify', file, at('t.tsr'), ...ca)).toMatchObject({
      ending: 'holds',
      status: 'stamped',
    })
  })

  it('never overwrites a token, and asks nobody where it could not keep one', async () => {
    const { url, asked, call, file, ca } = await desk()
    await writeFile(`${file}.tsr`, '旧的')
    const { ending, said } = await call('timestamp', file, '--tsa', url, ...ca)
    expect(ending).toBe('misused')
    expect(said).toContain('没有覆盖')
    expect(asked).toEqual([])
    expect(await readFile(`${file}.tsr`, 'utf8')).toBe('旧的')
  })

  it('asks nobody before an authority is chosen, and remembers and forgets one', async () => {
    const { url, asked, at, call, json, file, ca } = await desk()
    expect(await call('timestamp', file, ...ca)).toMatchObject({
      ending: 'misused',
      said: expect.stringContaining('--tsa'),
    })
    expect(asked).toEqual([])
    const secret = url.replace('//', '//me:secret@')
    expect(await json('timestamp', 'settings', '--tsa', secret, ...ca)).toEqual({
      ending: 'holds',
      authorities: [url],
      roots: 1,
    })
    expect(await json('timestamp', file)).toMatchObject({ status: 'stamped' })
    expect(asked).toHaveLength(1)
    expect(await json('timestamp', 'settings', '--ca', at('stranger.pem'))).toMatchObject({
      authorities: [url],
      roots: 1,
    })
    expect(await json('timestamp', file, '-o', at('other.tsr'))).toMatchObject({ reason: 'root-unknown' })
    expect(await json('timestamp', 'settings', '--off')).toEqual({ ending: 'holds', authorities: [], roots: 0 })
    expect(await call('timestamp', file, '-o', 'x')).toMatchObject({ ending: 'misused' })
  })

  it('asks the next authority, and tells of each what was wrong', async () => {
    const { url, call, json, file, ca } = await desk()
    const dead = await aDeadAddress(world)
    const garbage = await anAuthority(world, 'garbage')
    closing.push(garbage.close)
    const none = await call('timestamp', file, '--tsa', dead, '--tsa', garbage.url, ...ca)
    expect(none.ending).toBe('falls-short')
    expect(none.out).toContain('问了 2 家机构，没有一家给出可用的时间戳')
    expect(none.out).toContain('连不上（ECONNREFUSED）')
    expect(none.out).toContain(`- ${garbage.url} 不算盖上：不是时间戳，或者已损坏`)
    const made = await json('timestamp', file, '--tsa', dead, '--tsa', garbage.url, '--tsa', url, ...ca)
    expect(made.tried.map(({ status }: { status: string }) => status)).toEqual(['no-answer', 'damaged', 'stamped'])
  })

  it('writes nothing when the answer is no good', async () => {
    const { url, call, file, ca } = await desk('self-signed')
    expect((await call('timestamp', file, '--tsa', url, ...ca)).out).toContain('自己给自己签发')
    await expect(readFile(`${file}.tsr`)).rejects.toThrow('ENOENT')
  })

  it('says which word of the call is off', async () => {
    const { url, at, call, file, ca } = await desk()
    for (const words of [
      ['timestamp', at('没有.txt'), '--tsa', url],
      ['timestamp', file, '--tsa', 'tsa.example'],
      ['timestamp', file, '--tsa', url, '--ca', at('没有.pem')],
      ['timestamp', file, '--tsa', url, '--ca', file],
      ['timestamp', 'verfy', file, '--tsa', url],
      ['timestamp', 'verify', file],
      ['timestamp', 'verify', file, at('没有.tsr'), ...ca],
      ['timestamp', at(''), '--tsa', url],
    ]) {
      const { ending, said } = await call(...words)
      expect({ words, ending }).toEqual({ words, ending: 'misused' })
      expect(said).not.toBe('')
    }
  })

  it('stamps the seal of a case folder, which may grow afterwards and not change', async () => {
    const { url, at, json, call, ca } = await desk()
    await mkdir(at('case'))
    const lines = ['a', 'b'].map((letter) => `${letter.repeat(64)}  evidence/${letter}.png\n`)
    const seal = at('case/evidence.sha256')
    await writeFile(seal, lines.join(''))
    expect(await json('timestamp', at('case'), '--tsa', url, ...ca)).toMatchObject({
      status: 'stamped',
      token: `${seal}.tsr`,
    })
    await call('anchor', at('case'), '-o', at('anchor.txt'))
    const anchor = await readFile(at('anchor.txt'), 'utf8')
    expect(JSON.parse(anchor.split('\n').at(-2) ?? '')).toMatchObject({
      type: 'seal',
      case: 'case',
      files: 2,
      bytes: 162,
    })
    await writeFile(seal, `${lines.join('')}${'c'.repeat(64)}  evidence/c.png\n`)
    const verify = ['timestamp', 'verify', at('case'), `${seal}.tsr`, ...ca]
    expect(await json(...verify)).toMatchObject({ ending: 'holds' })
    await writeFile(seal, lines.join('').replace('aaa', 'aab'))
    expect(await json(...verify)).toMatchObject({ ending: 'falls-short', status: 'wrong-digest' })
  })
})

describe('youju timestamp CASE', () => {
  async function kept() {
    const made = await desk()
    await made.call('open', '--id', 'w1', '--words', '手表走时不准')
    await made.call('add', 'w1', made.file)
    await made.json('timestamp', 'settings', '--tsa', made.url, ...made.ca)
    return made
  }

  it('stamps the chain and single exhibits; show, verify, export and backup have them', async () => {
    const { call, json, at } = await kept()
    const chain = await json('timestamp', 'w1')
    expect(chain).toMatchObject({ ending: 'holds', status: 'stamped', of: { type: 'chain', events: 4 } })
    expect(chain.sha256).toBe((await json('show', 'w1')).head.hash)
    expect(await json('timestamp', 'w1', '--item', 'E1')).toMatchObject({ of: { type: 'exhibit', id: 'E1' } })
    expect(await call('timestamp', 'w1', '--item', 'E9')).toMatchObject({ ending: 'misused' })
    expect((await call('show', 'w1')).out).toContain('【记录链到第 4 条】时间戳完好：2026-11-20 10:00')
    expect((await json('show', 'w1')).stamps).toHaveLength(2)
    expect(await json('timestamp', 'verify', 'w1')).toMatchObject({ ending: 'holds', ok: true })
    expect(await json('timestamp', 'verify', 'w1', '--ca', at('stranger.pem'))).toMatchObject({
      ending: 'falls-short',
      ok: false,
    })
    await call('export', 'w1', '-o', at('out'))
    const names = await readdir(at('out/proofs'))
    expect(names).toEqual(['chain-4.json', expect.stringMatching(/^chain-4\.json\.[0-9a-f]{32}\.tsr$/), 'evidence'])
    const [token = ''] = await readdir(at('out/proofs/evidence'))
    expect(token).toMatch(/^聊天\.txt\.[0-9a-f]{32}\.tsr$/)
    const [about, chainToken] = [at('out/proofs/chain-4.json'), at(`out/proofs/${names[1]}`)]
    expect(await json('timestamp', 'verify', about, chainToken)).toMatchObject({ status: 'stamped' })
    expect(
      await json('timestamp', 'verify', at('out/evidence/聊天.txt'), at(`out/proofs/evidence/${token}`)),
    ).toMatchObject({
      status: 'stamped',
    })
    await call('backup', at('b.zip'))
    const restored = await callYouju(['restore', at('b.zip'), '--data', at('other')])
    expect(restored.ending).toBe('holds')
    const there = await callYouju([
      'timestamp',
      'verify',
      'w1',
      '--data',
      at('other'),
      '--ca',
      at('root.pem'),
      '--json',
    ])
    expect(JSON.parse(there.out)).toMatchObject({ ok: true, stamps: [{}, {}] })
  })

  it('is anchored outside, and doctor holds the casebook against the anchor', async () => {
    const { call, json, at } = await kept()
    await json('timestamp', 'w1')
    await call('log', 'w1', '请退款', '--channel', 'seller')
    expect((await call('anchor', '--all', '-o', at('anchor.txt'))).ending).toBe('holds')
    const anchor = await readFile(at('anchor.txt'), 'utf8')
    expect(anchor).not.toContain('退款')
    const lines = anchor
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([{ events: 4, token: expect.any(String) }, { events: 5 }])
    expect(await json('doctor', '--anchor', at('anchor.txt'))).toMatchObject({ ok: true, anchors: 2 })
    expect((await call('doctor', '--anchor', at('anchor.txt'))).out).toContain('与 2 个锚一致')
    await rm(at('data/proofs'), { recursive: true })
    expect(await json('doctor')).toMatchObject({ ok: true })
    const held = await json('doctor', '--anchor', at('anchor.txt'))
    expect(held).toMatchObject({ ending: 'falls-short', findings: [{ what: 'anchor-stamp-gone', item: 'w1 #3' }] })
    await writeFile(at('bad.txt'), `${anchor}{"type":"chain"}\n`)
    expect(await call('doctor', '--anchor', at('bad.txt'))).toMatchObject({
      ending: 'misused',
      said: expect.stringContaining('bad.txt:7'),
    })
    expect(await call('anchor')).toMatchObject({ ending: 'misused' })
    expect(await call('anchor', 'w9')).toMatchObject({ ending: 'misused' })
  })

  it('is anchored where it is exported, so that verify shows a bag that was made of less', async () => {
    const { call, json, at } = await kept()
    await json('timestamp', 'w1')
    await call('anchor', 'w1', '-o', at('anchor.txt'))
    await call('bag', 'w1', '-o', at('bag.zip'))
    const verify = (path: string) => json('verify', path, '--anchor', at('anchor.txt'))
    expect(await verify(at('bag.zip'))).toMatchObject({ ending: 'holds', ok: true })
    expect(await verify(at('data'))).toMatchObject({ ending: 'holds', ok: true })
    // A bag whose token was changed and whose manifests were made to fit.
    const files = await unzipped(at('bag.zip'))
    const [token = ''] = [...files.keys()].filter((name) => name.endsWith('.tsr'))
    const bytes = files.get(token) ?? Buffer.alloc(0)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5)
    const base = token.slice(0, token.indexOf('data/'))
    for (const algorithm of ['sha256', 'sha512']) {
      files.delete(`${base}tagmanifest-${algorithm}.txt`)
      const lines = [...files]
        .filter(([name]) => name.startsWith(`${base}data/`))
        .map(
          ([name, content]) => `${createHash(algorithm).update(content).digest('hex')}  ${name.slice(base.length)}\n`,
        )
      files.set(`${base}manifest-${algorithm}.txt`, Buffer.from(lines.join('')))
    }
    expect(await json('verify', await zipped(files))).toMatchObject({
      ending: 'falls-short',
      findings: [{ what: 'stamp-changed', item: token.slice(base.length + 5), found: 'signature' }],
    })
    await call('export', 'w1', '-o', at('out'))
    expect(await verify(at('out'))).toMatchObject({ ending: 'holds' })
    const records = await readFile(at('out/events.jsonl'), 'utf8')
    await writeFile(at('out/events.jsonl'), records.replace(/.*\n$/, ''))
    expect(await verify(at('out'))).toMatchObject({
      ending: 'falls-short',
      findings: [{ what: 'anchor-cut', item: 'w1 #3' }],
    })
  })
})

describe('a case folder', () => {
  async function sealed() {
    const made = await desk()
    const folder = made.at('case')
    await cp('examples/self-operated-fault', folder, { recursive: true })
    await callYouju(['pack', folder, '-o', made.at('papers'), '--now', '2026-11-24T10:00:00+08:00'])
    return { ...made, folder, seal: made.at('case/evidence.sha256') }
  }

  it('shows a changed seal by its time stamp and by its anchor, and a changed token', async () => {
    const { url, json, call, at, folder, seal, ca } = await sealed()
    const [first = ''] = await readdir(at('case/evidence'))
    await json('timestamp', folder, '--tsa', url, ...ca)
    await json('timestamp', at(`case/evidence/${first}`), '--tsa', url, ...ca)
    await call('anchor', folder, '-o', at('anchor.txt'))
    const verify = () => json('verify', folder, '--anchor', at('anchor.txt'))
    const whats = async () => (await verify()).findings.map(({ what }: { what: string }) => what)
    expect(await verify()).toMatchObject({ ending: 'holds', findings: [] })
    const bag = await json('bag', folder, '-o', at('bag.zip'), '--now', '2026-11-24T10:00:00+08:00')
    expect(bag.ending).toBe('holds')
    expect(await json('verify', at('bag.zip'), '--anchor', at('anchor.txt'))).toMatchObject({ ok: true })

    const text = await readFile(seal, 'utf8')
    // Someone who swaps an original and seals anew, so that folder and seal agree.
    const original = await readFile(at(`case/evidence/${first}`))
    await writeFile(at(`case/evidence/${first}`), 'other')
    const other = createHash('sha256').update('other').digest('hex')
    const own = createHash('sha256').update(original).digest('hex')
    await writeFile(seal, text.replace(own, other))
    expect((await whats()).toSorted()).toEqual(['anchor-seal', 'stamp-of-nothing', 'stamp-of-nothing'])
    await rm(`${seal}.tsr`)
    await rm(at(`case/evidence/${first}.tsr`))
    expect(await whats()).toEqual(['anchor-seal'])
    // Cut: the last file is gone, and so is its line.
    await writeFile(at(`case/evidence/${first}`), original)
    const lines = text.split('\n')
    const last = /evidence\/.*$/.exec(lines.at(-2) ?? '')?.[0] ?? ''
    await rm(at(`case/${last}`))
    await writeFile(seal, `${lines.slice(0, -2).join('\n')}\n`)
    expect(await whats()).toEqual(['anchor-seal'])
    await writeFile(`${seal}.tsr`, 'no token')
    expect((await whats()).toSorted()).toEqual(['anchor-seal', 'stamp-changed'])
  })
})
