import { describe, expect, it } from 'vitest'
import { anApi, jsonOf } from '../../../server/api/api.fixture.ts'
import type { CaseView, GivenCommand } from '../../../server/api/client.ts'
import type { FormSpec, FormValues } from '../../forms/form-spec.ts'
import { faultsOf, filledOf } from '../../forms/form-values.ts'
import { en } from '../../texts/en/en.ts'
import { zh } from '../../texts/zh/zh.ts'
import { mendings } from './correction.ts'
import type { SheetWorld } from './sheet-world.ts'
import { sheets } from './sheets.ts'

const at = '2026-11-18T02:00:07Z'

/** A case in which everything that can be corrected has happened. */
const commands: readonly GivenCommand[] = [
  { type: 'DescribeProblem', payload: { words: '手表坏了' } },
  { type: 'ConfirmProblem', payload: { type: 'quality_defect', confirmed: true } },
  {
    type: 'RecordOrder',
    payload: {
      number: '290000000012',
      paidFen: 129_900,
      shop: { name: '示例店', selfOperated: true },
      items: [
        { name: '手表', model: 'W1', priceFen: 129_900, quantity: 1, category: 'electronics', flags: ['gift'] },
        { name: '表带', priceFen: 0, quantity: 2, flags: [] },
      ],
      placedAt: '2026-11-01T02:00:09Z',
    },
  },
  { type: 'StateFact', payload: { fact: 'fault.present', status: 'known', value: true, by: [] } },
  { type: 'LogContact', payload: { at, channel: 'seller', direction: 'out', words: '请修', answered: false, by: [] } },
  { type: 'MakeFiling', payload: { at, channel: 'jd-service', ticket: 'TS1', text: '要求退货' } },
  { type: 'ChaseFiling', payload: { at, filing: 'F1' } },
  { type: 'ReceiveReply', payload: { at, filing: 'F1', kind: 'refused', words: '不行', by: [] } },
  { type: 'FileAppeal', payload: { at, filing: 'F1' } },
  {
    type: 'ReceiveOffer',
    payload: {
      at,
      from: '客服',
      words: '给券',
      fen: 5000,
      waives: ['不再处理', '删评'],
      answerBy: '2026-11-25T02:00:00Z',
    },
  },
  { type: 'DecideOffer', payload: { offer: 'O1', at, answer: 'counter', words: '要退货' } },
  { type: 'ChooseDemand', payload: { at, words: '退货退款', fen: 129_900, rights: [] } },
  { type: 'BeginRemedy', payload: { at, route: 'court', number: '(2026)1号' } },
  { type: 'ReceiveMoney', payload: { at, fen: 5000, from: '客服', for: '补偿' } },
  { type: 'WithdrawFiling', payload: { at, filing: 'F1' } },
]

async function opened() {
  const { ask, ...api } = await anApi()
  const json = { 'content-type': 'application/json' }
  const post = (path: string, body: unknown, headers = {}) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } })
  const { id } = await jsonOf(await post('/api/cases', { commands }))
  const world = async (of = ''): Promise<SheetWorld> => {
    const view: CaseView = await jsonOf(await ask(`/api/cases/${id}`))
    const vocabulary = await jsonOf(await ask('/api/vocabulary'))
    const { entries } = await jsonOf(await ask(`/api/cases/${id}/timeline`))
    const named = { view, kase: view.case, advice: view.advice, vocabulary, entries }
    return { ...named, channelTitle: (one) => one, now: '2026-11-20T02:00:00Z', t: zh, lang: 'zh-CN', of }
  }
  const give = async (given: readonly GivenCommand[]) => {
    const { view } = await world()
    return post(`/api/cases/${id}/commands`, { commands: given }, { 'if-match': `"${view.version}-x"` })
  }
  return { ...api, world, give }
}

function commandsOf(spec: FormSpec | undefined, typed: FormValues = {}): readonly GivenCommand[] {
  if (spec === undefined) throw new Error('no form')
  const values = { ...spec.start, ...typed }
  expect(faultsOf(spec.fields, values, { lang: 'zh-CN', ...zh.form })).toEqual({})
  return spec.commands(filledOf(values, spec.start))
}

describe('the forms of a case', () => {
  it('correct each kind of record without changing what was not changed', async () => {
    const { world, give } = await opened()
    const before = (await world()).kase
    const { entries } = await world()
    const correctable = entries.filter((entry) => mendings(entry).correct === 'itself')
    expect(correctable.map(({ type }) => type)).toEqual([
      'ContactLogged',
      'FilingMade',
      'FilingChased',
      'ReplyReceived',
      'AppealFiled',
      'OfferReceived',
      'OfferDecided',
      'DemandChosen',
      'RemedyBegun',
      'MoneyReceived',
      'FilingWithdrawn',
    ])
    for (const { n } of correctable) {
      const given = commandsOf(sheets.correct(await world(String(n))), { correctionWhy: '核对' })
      expect(given).toMatchObject([{ type: 'CorrectEvent', payload: { event: n, why: '核对' } }])
      expect((await give(given)).status).toBe(200)
    }
    const { version: _, corrections, ...after } = (await world()).kase
    const { version: __, corrections: ___, ...stood } = before
    expect(after).toEqual(stood)
    expect(corrections).toHaveLength(correctable.length)
  })

  it('give nothing where nothing was changed, and else only what was', async () => {
    const { world } = await opened()
    for (const name of ['order', 'times', 'delivery', 'shop', 'invoice', 'person', 'problem'] as const)
      expect(commandsOf(sheets[name](await world()))).toEqual([])
    expect(commandsOf(sheets.order(await world()), { paidFen: '99' })).toEqual([
      { type: 'RecordOrder', payload: { paidFen: 9900 } },
    ])
    expect(commandsOf(sheets.shop(await world()), { selfOperated: 'no', company: '示例公司' })).toEqual([
      { type: 'RecordOrder', payload: { shop: { company: '示例公司', selfOperated: false } } },
    ])
    expect(commandsOf(sheets.times(await world()), { signedAt: '2026-11-03T10:00', cashOnDelivery: true })).toEqual([
      { type: 'RecordOrder', payload: { signedAt: '2026-11-03T02:00:00Z', cashOnDelivery: true } },
    ])
  })

  it('change one of the goods and keep the others and what no field shows', async () => {
    const { world } = await opened()
    const [changed] = commandsOf(sheets.item(await world('0')), { serial: 'S1' })
    expect(changed).toMatchObject({
      payload: { items: [{ name: '手表', serial: 'S1', category: 'electronics', flags: ['gift'] }, { name: '表带' }] },
    })
    expect(commandsOf(sheets.item(await world('0')), { remove: true })).toMatchObject([
      { payload: { items: [{ name: '表带' }] } },
    ])
    const [added] = commandsOf(sheets.item(await world('new')), { name: '充电器', price: '9.9', quantity: '3' })
    expect(added).toMatchObject({
      payload: { items: [{}, {}, { name: '充电器', priceFen: 990, quantity: 3, flags: [] }] },
    })
  })

  it('say before an offer is accepted what is given up', async () => {
    const { world } = await opened()
    const said = sheets.answer(await world('O1.accept'))?.consequences ?? []
    expect(said.filter((line) => line.includes('不再处理') || line.includes('删评'))).toHaveLength(2)
    expect(sheets.answer(await world('O1.decline'))?.consequences).toHaveLength(1)
    expect(sheets.answer(await world('O9.accept'))).toBeUndefined()
  })

  it('take “I don’t know” as an answer, and a denial by the other side', async () => {
    const { world } = await opened()
    expect(commandsOf(sheets.fact(await world('fault.present')), { value: '?' })).toEqual([
      { type: 'StateFact', payload: { fact: 'fault.present', status: 'unknown', by: [] } },
    ])
    expect(commandsOf(sheets.fact(await world('fault.present')), { disputed: true })).toEqual([
      { type: 'StateFact', payload: { fact: 'fault.present', status: 'disputed', value: true, by: [] } },
    ])
    expect(commandsOf(sheets.fact(await world('loss.proved-fen')), { value: '60' })).toMatchObject([
      { payload: { value: 6000 } },
    ])
    expect(commandsOf(sheets.fact(await world('fault.found-on')), { unknown: true })).toMatchObject([
      { payload: { status: 'unknown' } },
    ])
    expect(sheets.fact(await world('no.such-fact'))).toBeUndefined()
  })

  it('do not offer to erase what cannot be erased', async () => {
    const { world } = await opened()
    expect(sheets.erase(await world('0'))).toBeUndefined()
    expect(commandsOf(sheets.erase(await world('1')), { why: '写错' })).toEqual([
      { type: 'ErasePayload', payload: { event: 1, why: '写错' } },
    ])
  })

  it('have every refusal said in both languages', () => {
    expect(Object.keys(en.form.refusals)).toEqual(Object.keys(zh.form.refusals))
  })
})
