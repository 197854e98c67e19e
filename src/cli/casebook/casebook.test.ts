import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { call as callYouju } from '../world.fixture.ts'
import { dataFolder } from './with-casebook.ts'

const example = fileURLToPath(new URL('../../../examples/third-party-counterfeit', import.meta.url))

/** One data folder, and calls on it one after the other. */
async function casebook() {
  const data = join(await mkdtemp(join(tmpdir(), 'youju-cli-')), '资料 夹')
  const call = async (...words: string[]) => {
    const { ending, out, said } = await callYouju([...words, '--data', data, '--now', '2026-11-20T10:00:00+08:00'], {
      clock: '2026-11-20T02:00:00Z',
    })
    return { ending, out, said: said.join('\n') }
  }
  const json = async (...words: string[]) => JSON.parse((await call(...words, '--json')).out)
  return { call, json, data }
}

describe('the casebook on the command line', () => {
  it('runs a case from its opening to its close', async () => {
    const { call, json } = await casebook()
    const opened = await json(
      'open',
      '--id',
      'w1',
      '--words',
      '手表走时不准',
      '--problem',
      'quality_defect',
      '--order',
      '290000000001',
      '--shop',
      '示例店',
      '--third-party',
      '--item',
      '示例手表',
      '--paid',
      '1299',
      '--signed-at',
      '2026-11-10 12:00',
    )
    expect(opened).toMatchObject({ case: 'w1', changed: true, status: 'open' })
    expect(await call('answer', 'w1', 'fault.present=true')).toMatchObject({ ending: 'holds' })
    await call('log', 'w1', '表走不准，请处理', '--at', '2026-11-11 09:30')
    await call('filed', 'w1', '--channel', 'jd-service', '--ticket', 'T1', '--at', '2026-11-12 10:00')
    await call('reply', 'w1', '已登记', '--kind', 'acknowledged', '--at', '2026-11-12 11:00')
    await call('offer', 'w1', '给 50 元券', '--amount', '50', '--from', '平台客服', '--at', '2026-11-13 09:00')
    expect((await call('decide', 'w1', 'counter', '--words', '请退货退款')).ending).toBe('holds')
    await call('received', 'w1', '1,299元', '--for', '退款')
    const { case: kase, head } = await json('show', 'w1')
    expect(kase).toMatchObject({
      facts: { 'fault.present': { value: true } },
      contacts: [{ at: '2026-11-11T01:30:00Z', channel: 'seller' }],
      filings: [{ ticket: 'T1', replies: [{ kind: 'acknowledged' }] }],
      offers: [{ fen: 5000, decision: { answer: 'counter' } }],
      money: [{ fen: 129_900 }],
    })
    expect(head.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await call('close', 'w1')).ending).toBe('holds')
    expect(await call('log', 'w1', '再问一次')).toMatchObject({ ending: 'falls-short' })
    expect((await call('reopen', 'w1', '--why', '又坏了')).out).toContain('下一步')
    expect(await json('list')).toMatchObject([{ caseId: 'w1', status: 'open', title: '示例手表' }])
    expect((await call('advise', 'w1')).out).toContain('质量不合格')
  })

  it('takes an example in, finds it by its words, adds to it and writes a paper', async () => {
    const { call, json, data } = await casebook()
    expect(await json('import', example)).toMatchObject({ case: 'third-party-counterfeit', exhibits: 10 })
    expect((await call('import', example)).ending).toBe('falls-short')
    expect((await json('list', '--words', '品牌方')).length).toBe(1)
    expect((await call('list', '--words', '没有这些字')).out).toContain('还没有案件')
    const note = join(data, 'note.txt')
    await writeFile(note, '补充说明')
    expect(await json('add', 'third-party-counterfeit', note, '--kind', 'chat')).toMatchObject({
      exhibit: 'E11',
      changed: true,
    })
    expect(await json('add', 'third-party-counterfeit', note)).toMatchObject({ changed: false })
    const letter = join(data, 'letter.txt')
    expect((await call('letter', 'third-party-counterfeit', 'letter-basic', '-o', letter)).ending).toBe('holds')
    expect(await readFile(letter, 'utf8')).toContain('投诉函')
    expect((await call('letter', 'third-party-counterfeit', 'letter-basic', '-o', join(data, 'x.odt'))).ending).toBe(
      'misused',
    )
  })

  it('corrects a record and keeps the first', async () => {
    const { call, json } = await casebook()
    await call('open', '--id', 'w1', '--words', '坏了')
    await call('log', 'w1', '问退款', '--at', '2026-11-19 14:28')
    expect((await call('show', 'w1')).out).toContain('  3  2026-11-20 10:00  沟通')
    expect((await call('correct', 'w1', '3', 'at=2026-11-19 14:30', '--why', '时间记错')).ending).toBe('holds')
    const { case: kase } = await json('show', 'w1')
    expect(kase.contacts).toMatchObject([{ at: '2026-11-19T06:30:00Z', words: '问退款' }])
    expect(kase.corrections).toMatchObject([{ event: 3, why: '时间记错' }])
    expect((await call('correct', 'w1', '3', 'wordz=x', '--why', 'y')).said).toContain('words')
    expect((await call('correct', 'w1', '99', 'words=x', '--why', 'y')).ending).toBe('misused')
  })

  it('records once for one key', async () => {
    const { call, json } = await casebook()
    await call('open', '--id', 'w1')
    expect(await json('log', 'w1', '问退款', '--key', 'k1', '--at', '2026-11-19 14:28')).toMatchObject({
      changed: true,
    })
    expect(await json('log', 'w1', '问退款', '--key', 'k1', '--at', '2026-11-19 14:28')).toMatchObject({
      changed: false,
    })
    const other = await call('log', 'w1', '问换货', '--key', 'k1', '--at', '2026-11-19 14:28')
    expect(other).toMatchObject({ ending: 'falls-short', said: expect.stringContaining('k1') })
  })

  it.each([
    [['show', 'nobody'], 'nobody'],
    [['open', '--problem', 'quality_defekt'], 'quality_defect'],
    [['open', '--paid', '一百'], '金额'],
    [['answer', 'w1', 'fault.presnt=true'], 'fault.present'],
    [['answer', 'w1', 'fault.present'], '事实=值'],
    [['log', 'w1', 'x', '--at', '昨天'], '昨天'],
    [['log', 'w1', 'x', '--channel', 'seler'], 'seller'],
    [['filed', 'w1'], '--channel'],
    [['decide', 'w1', 'maybe'], 'accept'],
    [['reply', 'w1', 'x', '--kind', 'acepted'], 'accepted'],
  ])('says what is wrong with %j and how to mend it', async (words, named) => {
    const { call } = await casebook()
    await call('open', '--id', 'w1')
    const { ending, said, out } = await call(...words)
    expect([ending, out]).toEqual(['misused', ''])
    expect(said).toContain(named)
  })

  it('keeps its data where the platform keeps that of programs', () => {
    expect(dataFolder({ platform: 'linux', env: {} }, '/home/u')).toBe('/home/u/.local/share/youju')
    expect(dataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/d' } }, '/home/u')).toBe('/d/youju')
    expect(dataFolder({ platform: 'darwin', env: {} }, '/Users/u')).toBe('/Users/u/Library/Application Support/youju')
  })
})
