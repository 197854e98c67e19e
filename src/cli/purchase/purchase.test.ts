import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call } from '../world.fixture.ts'

const clock = '2026-11-20T02:00:00Z'

async function ledger() {
  const folder = await mkdtemp(join(tmpdir(), 'youju-ledger-'))
  const told = (...words: string[]) => call([...words, '--data', join(folder, 'data')], { clock })
  const json = async (...words: string[]) => JSON.parse((await told(...words, '--json')).out)
  const add = () =>
    json(
      'purchase',
      'add',
      '--item',
      '示例冰箱',
      '--category',
      'refrigerator',
      '--paid',
      '2999',
      '--own',
      '--signed-at',
      '2026-11-18T14:00',
    )
  return { folder, told, json, add }
}

describe('the ledger of purchases', () => {
  it('keeps one and tells its windows, with what they rest on and what is not known', async () => {
    const { told, add } = await ledger()
    const { id, windows } = await add()
    const dues = windows.flatMap((one: { clock?: { id: string; due: string } }) =>
      one.clock ? [[one.clock.id, one.clock.due]] : [],
    )
    expect(Object.fromEntries(dues)).toMatchObject({ 'no-reason-notice': '2026-11-25T23:59:59+08:00' })
    const { out } = await told('purchase', 'show', id)
    expect(out).toMatch(/2026-11-25.*消法第25条/)
    expect(out).toContain('还不知道')
    expect((await told('purchase', 'list')).out).toContain('示例冰箱')
    expect((await told('list')).out).toContain('还没有案件')
  })

  it('becomes a case in one step, with order and files as they were', async () => {
    const { folder, told, json, add } = await ledger()
    const { id } = await add()
    await writeFile(join(folder, '发票.txt'), '电子发票')
    await told('add', id, join(folder, '发票.txt'))
    expect((await told('purchase', 'case', id, '--words', '用了两天不制冷')).ending).toBe('holds')
    expect(await json('list')).toMatchObject([{ caseId: id, title: '示例冰箱', status: 'open' }])
    expect(await json('purchase', 'list')).toEqual([])
    expect((await told('show', id)).out).toContain('示例冰箱')
    expect(await told('purchase', 'forget', id, '--yes')).toMatchObject({
      said: [expect.stringContaining('已经是案件')],
    })
  })

  it('drops one only when told twice, and its files with it', async () => {
    const { folder, told, add } = await ledger()
    const { id } = await add()
    await writeFile(join(folder, '发票.txt'), '电子发票')
    await told('add', id, join(folder, '发票.txt'))
    expect((await told('purchase', 'forget', id)).said).toEqual([expect.stringContaining('--yes')])
    expect(JSON.parse((await told('purchase', 'forget', id, '--yes', '--json')).out)).toEqual({ id, originals: 1 })
    expect((await told('doctor')).ending).toBe('holds')
  })

  it('says what it needs', async () => {
    const { told } = await ledger()
    expect(await told('purchase', 'add')).toMatchObject({ said: [expect.stringContaining('--item')] })
    expect(await told('purchase', 'sell', 'x')).toMatchObject({ ending: 'misused' })
    expect(await told('purchase', 'show', 'nobody')).toMatchObject({ ending: 'misused' })
  })
})

describe('the check before buying', () => {
  const check = (...words: string[]) => call(['check-before-buying', ...words], { clock })

  it('lists what to look at, then tells what the answers mean, the gravest first', async () => {
    expect((await check()).out).toContain('shop.score')
    const { out, ending } = await check('shop.score=4.5', 'payment.inside-platform=false', 'invoice.offered=?')
    expect(ending).toBe('falls-short')
    expect(out.indexOf('[先别买]')).toBeLessThan(out.indexOf('[当心]'))
    expect(out).not.toContain('(invoice.offered)')
    expect((await check('order.self-operated=true')).ending).toBe('holds')
  })

  it('takes no answer that is none', async () => {
    expect(await check('shop.score')).toMatchObject({ ending: 'misused' })
    expect(await check('shop.scoer=4')).toMatchObject({
      ending: 'misused',
      said: [expect.stringContaining('shop.score')],
    })
    expect(await check('shop.score=high')).toMatchObject({ ending: 'misused' })
  })
})
