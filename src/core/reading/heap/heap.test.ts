import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { ChatLine } from '../chat/chat-line.ts'
import type { PageFields, PageReading, ReadValue } from '../page-reading.ts'
import { heapChecks } from './heap-checks.ts'
import { heapContacts } from './heap-contacts.ts'
import { type HeapFile, kindOf } from './heap-file.ts'
import { heapValues } from './heap-values.ts'

const value = <T extends string | number>(one: T, score: number): ReadValue<T> => ({
  value: one,
  score,
  from: 'text',
  notes: [],
})

function file(id: string, says: Partial<PageReading>, rest: Partial<HeapFile> = {}): HeapFile {
  const nothing = {
    looksLike: 'unknown',
    because: [],
    fields: {},
    items: [],
    unread: [],
    spots: [],
    conflicts: [],
  } as const
  return { id, name: `${id}.png`, page: { lines: [], barcodes: [] }, says: { ...nothing, ...says }, ...rest }
}

const order = (id: string, fields: PageFields) => file(id, { looksLike: 'order-page', fields })

describe('values of a heap', () => {
  it('are surer when files agree', () => {
    const one = order('E1', { orderNumber: value('300000000011', 0.85) })
    expect(heapValues([one]).values).toMatchObject([{ certain: false, score: 0.85 }])
    const three = [
      one,
      order('E2', { orderNumber: value('300000000011', 0.8) }),
      order('E3', { orderNumber: value('3000 0000 0011', 0.8) }),
    ]
    expect(heapValues(three).values).toMatchObject([{ value: '300000000011', certain: true, from: ['E1', 'E2', 'E3'] }])
  })

  it('that differ are not certain, and both are shown', () => {
    const { values, conflicts } = heapValues([
      order('E1', { amountFen: value(129_900, 0.97) }),
      order('E2', { amountFen: value(119_900, 0.95) }),
    ])
    expect(values).toMatchObject([{ field: 'amountFen', certain: false, others: [{ value: 119_900, from: 'E2' }] }])
    expect(conflicts[0]?.zh).toContain('E2')
  })

  it('of another order are left out, and the file is named', () => {
    const { values, strangers } = heapValues([
      order('E1', { orderNumber: value('300000000011', 0.97), amountFen: value(129_900, 0.97) }),
      order('E2', { orderNumber: value('300000000011', 0.9) }),
      order('E3', { orderNumber: value('300000000099', 0.97), amountFen: value(500, 0.97) }),
    ])
    expect([...strangers]).toEqual([['E3', '300000000099']])
    expect(values.find(({ field }) => field === 'amountFen')).toMatchObject({ value: 129_900, certain: true })
  })

  it('do not take what a product page or a chat names as a price for what was paid', () => {
    const page = file('E1', { looksLike: 'product-page', fields: { amountFen: value(99_900, 0.97) } })
    expect(heapValues([page]).values).toEqual([])
  })
})

describe('chats of a heap', () => {
  const line = (speaker: ChatLine['speaker'], at: string | undefined, text: string): ChatLine => ({
    speaker,
    text,
    inferred: [],
    score: 1,
    lines: [],
    ...(at === undefined ? {} : { at: `2026-03-06T${at}:00+08:00`, precision: 'minute' }),
  })
  const chat = (id: string, lines: readonly ChatLine[], partner = '示例数码专营店') =>
    file(id, { looksLike: 'chat', chat: { with: partner, lines, gaps: [] } })

  it('become contacts, turn by turn, and say what was answered', () => {
    const { contacts, untimed } = heapContacts([
      chat('E1', [
        line('self', '10:21', '手表开不了机'),
        line('self', '10:22', '请处理'),
        line('system', '10:22', '客服为您服务'),
        line('other', '10:40', '请稍等'),
        line('self', '11:30', '有结果吗'),
        line('self', undefined, '在吗'),
      ]),
    ])
    expect(contacts).toMatchObject([
      { direction: 'out', words: '手表开不了机\n请处理', answered: true, channel: 'seller', with: '示例数码专营店' },
      { direction: 'in', words: '请稍等' },
      { direction: 'out', words: '有结果吗' },
    ])
    expect(contacts[2]).not.toHaveProperty('answered')
    expect(untimed).toBe(1)
  })

  it('shown by several pictures are told once', () => {
    const shared = [line('self', '10:21', '手表开不了机'), line('other', '10:40', '请您稍等一下哦')]
    const { contacts } = heapContacts([
      chat('E1', shared),
      chat('E2', [line('other', '10:40', '请您稍等一下呢'), line('self', '10:50', '好')]),
    ])
    expect(contacts.map(({ words, from }) => [words, from])).toEqual([
      ['手表开不了机', ['E1']],
      ['请您稍等一下哦', ['E1', 'E2']],
      ['好', ['E2']],
    ])
  })

  it('with the platform are told apart from those with the shop', () => {
    const { contacts } = heapContacts([chat('E1', [line('self', '10:21', '申请介入')], '京东客服')])
    expect(contacts).toMatchObject([{ channel: 'jd-service' }])
  })
})

it('a file that looks like nothing is told by its content', () => {
  expect(kindOf(file('E1', {}, { mime: 'video/mp4' }))).toBe('unboxing-video')
  expect(kindOf(file('E1', {}, { isPhoto: true }))).toBe('goods-photo')
  expect(kindOf(file('E1', {}))).toBe('other')
})

describe('checks of a heap', () => {
  const line = (text: string) => ({ text, box: { x: 10, y: 10, width: 200, height: 30 }, score: 0.98 })
  const photo = (id: string, text: string) =>
    file(id, { looksLike: 'goods-photo' }, { page: { lines: [line(text)], barcodes: [] } })

  it('tell whether a photo shows the waybill of this order, and how to mend it', () => {
    const checks = heapChecks([photo('E1', '运单号 SF1234567890123'), photo('E2', '易碎物品')], {
      waybill: 'SF1234567890123',
      knowledge,
    })
    expect(checks.map(({ exhibit, status }) => [exhibit, status])).toEqual([
      ['E1', 'have'],
      ['E2', expect.stringMatching(/weak|missing/)],
    ])
    expect(checks[1]?.how.zh).not.toBe('')
  })

  it('tell of a page saved after the order, and of a film that was cut', () => {
    const page = file('E1', { looksLike: 'product-page' }, { capturedAt: '2026-03-09T10:00:00+08:00' })
    const film = file('E2', {}, { mime: 'video/mp4', film: { seconds: 90, tracks: { video: 1, audio: 1 }, edits: 3 } })
    const checks = heapChecks([page, film], { placedAt: '2026-03-05T06:28:09Z', knowledge })
    expect(checks.map(({ check, status }) => [check, status])).toEqual([
      ['page-before-order', 'weak'],
      ['unbroken', 'weak'],
    ])
  })
})
