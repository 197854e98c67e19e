import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { readChatText } from '../chat/chat-text.ts'
import { drawnPage } from '../drawn-page.fixture.ts'
import type { Page } from '../page.ts'
import { readPage } from '../read-page.ts'
import { chatCoverage } from './chat-coverage.ts'
import { checkGoodsPhoto } from './goods-photo.ts'
import { pageTiming } from './page-timing.ts'
import { videoUnbroken } from './video-unbroken.ts'

const waybill = 'JD0123456789012'

describe('a photo of the goods', () => {
  const check = (page: Page, wanted: string | undefined = waybill) =>
    checkGoodsPhoto(page, readPage(page, { knowledge }), wanted, knowledge)
  const coded = (text: string) => drawnPage([], { barcodes: [{ format: 'Code128', text }] })

  it('shows the waybill by its barcode, also with the count of parcels behind it', () => {
    expect(check(coded(waybill)).status).toBe('have')
    expect(check(coded(`${waybill}-1-2-`)).status).toBe('have')
  })

  it('shows it in writing', () => {
    expect(check(drawnPage(['运单号 JD0123456789012'])).status).toBe('have')
  })

  it('is weak where it is partly legible or a character is unclear', () => {
    expect(check(drawnPage(['JD01234567'])).status).toBe('weak')
    expect(check(drawnPage(['JD0123456189012'])).status).toBe('weak')
  })

  it('does not show it where the parcel is another or nothing is legible', () => {
    expect(check(coded('JD9999999999999'))).toMatchObject({
      status: 'missing',
      why: { zh: expect.stringContaining('JD9999999999999') },
    })
    expect(check(drawnPage(['示例']))).toMatchObject({
      status: 'missing',
      how: { zh: expect.stringContaining('再拍') },
    })
  })

  it('believes the barcode, not the writing beside it', () => {
    const page = drawnPage([waybill], { barcodes: [{ format: 'Code128', text: 'JD9999999999999' }] })
    expect(check(page).status).toBe('missing')
  })

  it('cannot be compared while the order’s waybill is not known', () => {
    const page = coded(waybill)
    expect(checkGoodsPhoto(page, readPage(page, { knowledge }), undefined, knowledge).status).toBe('weak')
  })
})

describe('the chats', () => {
  const chat = readChatText('我 2026-03-05 14:28\n什么时候发货\n客服 2026-03-05 14:30\n我们保证三天内发货', {
    knowledge,
  })
  const chats = chat === undefined ? [] : [chat]

  it('hold the first contact and the first promise', () => {
    const coverage = chatCoverage(chats, { firstContactAt: '2026-03-05T06:28:00Z' }, knowledge)
    expect([coverage.firstContact.status, coverage.firstPromise.status, coverage.promise]).toEqual([
      'have',
      'have',
      { chat: 0, line: 1 },
    ])
  })

  it('do not hold what was said before them', () => {
    expect(chatCoverage(chats, { firstContactAt: '2026-03-01T06:28:00Z' }, knowledge).firstContact.status).toBe(
      'missing',
    )
    expect(chatCoverage(chats, { firstPromiseAt: '2026-03-01T06:28:00Z' }, knowledge).firstPromise.status).toBe(
      'missing',
    )
  })

  it('are weak where the first contact is not known or a day was worked out', () => {
    expect(chatCoverage(chats, {}, knowledge).firstContact.status).toBe('weak')
    const late = readChatText('我 昨天 14:28\n什么时候发货\n客服 昨天 14:30\n我们保证三天内发货', {
      knowledge,
      now: '2026-03-06T02:00:00Z',
    })
    expect(
      chatCoverage(late === undefined ? [] : [late], { firstContactAt: '2026-03-05T06:28:00Z' }, knowledge).firstContact
        .status,
    ).toBe('weak')
  })

  it('that are none hold nothing', () => {
    const coverage = chatCoverage([], {}, knowledge)
    expect([coverage.firstContact.status, coverage.firstPromise.status]).toEqual(['missing', 'missing'])
  })
})

describe('a saved page', () => {
  const order = '2026-03-05T06:28:09Z'

  it('was saved before the order, or is marked as later', () => {
    expect(pageTiming({ at: '2026-03-04T06:28:09Z', from: 'exif' }, order).status).toBe('have')
    expect(pageTiming({ at: order, from: 'exif' }, order).status).toBe('have')
    expect(pageTiming({ at: '2026-03-05T06:28:10Z', from: 'exif' }, order)).toMatchObject({
      status: 'weak',
      how: { zh: expect.stringContaining('事后') },
    })
  })

  it('is weak without a time, an order, or a zone when it was close', () => {
    expect(pageTiming(undefined, order).status).toBe('weak')
    expect(pageTiming({ at: order, from: 'exif' }, undefined).status).toBe('weak')
    expect(pageTiming({ at: '2026-03-05T05:28:09Z', from: 'exif', assumed: true }, order).status).toBe('weak')
    expect(pageTiming({ at: '2026-03-01T05:28:09Z', from: 'exif', assumed: true }, order).status).toBe('have')
  })
})

describe('a film of unpacking', () => {
  const film = { seconds: 65, createdAt: '2026-03-05T06:28:09Z', tracks: { video: 1, audio: 1 }, edits: 1 }

  it('is unbroken as far as its container tells', () => {
    expect(videoUnbroken(film, knowledge).status).toBe('have')
  })

  it.each([
    ['an editor wrote it', { writtenBy: 'CapCut 5.1' }],
    ['a converter wrote it', { writtenBy: 'Lavf60.16.100' }],
    ['it was joined', { edits: 3 }],
    ['it has two pictures', { tracks: { video: 2, audio: 1 } }],
    ['sound and picture differ', { tracksApart: 4 }],
    ['it is short', { seconds: 4 }],
  ])('is weak when %s', (_why, part) => {
    expect(videoUnbroken({ ...film, ...part }, knowledge).status).toBe('weak')
  })

  it('is weak when it does not tell its date or length, and none without a picture', () => {
    expect(videoUnbroken({ seconds: 65, tracks: film.tracks }, knowledge).status).toBe('weak')
    expect(videoUnbroken({}, knowledge).status).toBe('weak')
    expect(videoUnbroken({ ...film, tracks: { video: 0, audio: 1 } }, knowledge).status).toBe('missing')
  })
})
