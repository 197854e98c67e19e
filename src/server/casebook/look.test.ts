import { describe, expect, it } from 'vitest'
import { aCasebook } from './casebook.fixture.ts'
import type { GivenCommand } from './give.ts'
import { keptCase } from './kept-case.ts'
import { look } from './look.ts'
import { openCase } from './open-case.ts'

const story = `手表用了三天就不走了，客服态度很差。
订单号：290000000012
店铺：示例数码专营店
商品：示例牌手表
实付款：¥1,299.00
下单时间：2026-11-10 20:15:33
11月13日签收`

async function looked(words: string, commands: readonly GivenCommand[] = [], without: readonly GivenCommand[] = []) {
  const book = await aCasebook()
  try {
    const found = look(book, { words, commands, without }, 'zh-CN')
    if (!found.ok) throw new Error(found.refusal.code)
    return { ...found.value, kept: (await book.store.cases({ now: book.now(), limit: 9 })).length }
  } finally {
    await book.store.close()
  }
}

describe('a look at words', () => {
  it('shows the case they would make, unconfirmed, and keeps nothing', async () => {
    const { case: kase, kept, advice, reading } = await looked(story)
    expect(kept).toBe(0)
    expect(reading.complaint).toBe(true)
    expect(kase.problem).toEqual({
      words: story,
      types: [
        { type: 'quality_defect', confirmed: false },
        { type: 'service_stonewalling', confirmed: false },
      ],
    })
    expect(kase.order).toMatchObject({
      number: '290000000012',
      shop: { name: '示例数码专营店' },
      paidFen: 129900,
      items: [{ name: '示例牌手表', priceFen: 129900, quantity: 1, category: 'electronics' }],
      placedAt: '2026-11-10T12:15:33Z',
    })
    expect(advice.rights.length).toBeGreaterThan(0)
  })

  it('makes up no hour for a day: it is stated as a day', async () => {
    const { case: kase } = await looked(story)
    expect(kase.order.signedAt).toBeUndefined()
    expect(kase.facts['order.signed-on']).toMatchObject({ status: 'known', value: '2026-11-13' })
  })

  it('opens the very same case with the commands it used', async () => {
    const book = await aCasebook()
    const found = look(book, { words: story }, 'zh-CN')
    if (!found.ok) throw new Error(found.refusal.code)
    const opened = await openCase(book, { id: 'same', commands: found.value.commands })
    const kept = await keptCase(book, 'same')
    expect(opened.ok && kept.ok && { ...kept.value.kase, id: 'unsaved' }).toEqual(found.value.case)
    await book.store.close()
  })

  it('lets what the user gives stand before what the words propose', async () => {
    const { case: kase } = await looked(story, [
      { type: 'RecordOrder', payload: { number: '290000000099', signedAt: '2026-11-14T02:00:00Z' } },
      { type: 'ConfirmProblem', payload: { type: 'quality_defect', confirmed: true } },
    ])
    expect(kase.order).toMatchObject({ number: '290000000099', signedAt: '2026-11-14T02:00:00Z', paidFen: 129900 })
    expect(kase.facts['order.signed-on']).toBeUndefined()
    expect(kase.problem.types[0]).toEqual({ type: 'quality_defect', confirmed: true })
  })

  it('states the kind of goods and the seller where there is no item or shop to tell them of', async () => {
    const { case: kase } = await looked('京东自营买的空调不制冷')
    expect(kase.facts).toMatchObject({
      'goods.category': { value: 'air-conditioner' },
      'order.self-operated': { value: true },
    })
    const { case: shop } = await looked('店铺：示例自营旗舰店，空调不制冷')
    expect(shop.order.shop).toEqual({ name: '示例自营旗舰店', selfOperated: true })
    expect(shop.facts['order.self-operated']).toBeUndefined()
  })

  it('passes over what the words propose and cannot be', async () => {
    const { case: kase, reading } = await looked('坏了。下单时间：2027-01-05 10:00 付了99元')
    expect(reading.fields.map(({ value }) => value)).toEqual(['2027-01-05T02:00:00Z', 9900])
    expect(kase.order).toEqual({ items: [], paidFen: 9900 })
  })

  it('proposes neither of two sums that are equally likely', async () => {
    const { case: kase } = await looked('实付100元，后来又实付200元，坏了')
    expect(kase.order.paidFen).toBeUndefined()
  })

  it('refuses what the user gives wrong, as a kept case does', async () => {
    const book = await aCasebook()
    const refused = [
      look(book, { words: '坏了', commands: [{ type: 'RecordOrder', payload: { paidFen: -1 } }] }, 'zh-CN'),
      look(
        book,
        { words: '坏了', commands: [{ type: 'ConfirmProblem', payload: { type: 'nothing', confirmed: true } }] },
        'zh-CN',
      ),
      look(book, { words: '坏'.repeat(30_000) }, 'zh-CN'),
    ].map((found) => (found.ok ? undefined : found.refusal.code))
    expect(refused).toEqual(['not-an-amount', 'name-unknown', 'text-too-long'])
    await book.store.close()
  })

  it('has an answer before there are words', async () => {
    const { case: kase, commands, reading } = await looked(' ')
    expect({ status: kase.status, commands, problems: reading.problems }).toEqual({
      status: 'open',
      commands: [],
      problems: [],
    })
  })

  it('speaks the language asked for', async () => {
    const book = await aCasebook()
    const found = look(book, { words: '手表坏了' }, 'en')
    expect(found.ok && found.value.advice.rights[0]?.title).not.toMatch(/\p{Script=Han}/u)
    await book.store.close()
  })

  it('leaves out what the user took away', async () => {
    const number: GivenCommand = { type: 'RecordOrder', payload: { number: '290000000012' } }
    const { case: kase, commands } = await looked(story, [], [number])
    expect(kase.order.number).toBeUndefined()
    expect(kase.order.shop?.name).toBe('示例数码专营店')
    expect(commands).not.toContainEqual(number)
  })
})
