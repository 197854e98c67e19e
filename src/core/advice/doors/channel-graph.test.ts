import { describe, expect, it } from 'vitest'
import { knowledge } from './history.fixture.ts'

const channels = Object.values(knowledge.channels)
const edges = channels.flatMap(({ id, closes }) => closes.map(({ channel }) => `${id} > ${channel}`))

describe('every closing edge', () => {
  it('is one of these', () => {
    expect(edges.sort()).toEqual([
      'arbitration > arbitration',
      'arbitration > complaint-12315',
      'arbitration > court',
      'arbitration > internet-court',
      'arbitration > payment-order',
      'complaint-12315 > complaint-12315',
      'complaint-12315 > jd-appeal',
      'complaint-12315 > jd-dispute',
      'consumers-association > complaint-12315',
      'court > complaint-12315',
      'court > court',
      'court > internet-court',
      'court > jd-appeal',
      'court > jd-dispute',
      'court > payment-order',
      'internet-court > complaint-12315',
      'internet-court > court',
      'internet-court > internet-court',
      'internet-court > jd-appeal',
      'internet-court > jd-dispute',
      'internet-court > payment-order',
      'payment-order > complaint-12315',
      'payment-order > jd-appeal',
      'payment-order > jd-dispute',
      'payment-order > payment-order',
      'postal-complaint > complaint-12315',
      'postal-complaint > postal-complaint',
      'privacy-office > complaint-12315',
    ])
  })
})

describe('contacts', () => {
  const contacts = channels.flatMap((channel) => channel.contacts)

  it('hold no number or address that only the guide gives', () => {
    expect(contacts.map(({ value }) => value).filter((value) => /6065500|606-5500|kf@|club\.jd/.test(value))).toEqual(
      [],
    )
    expect(contacts.filter(({ standing }) => standing === 'guide')).toEqual([])
  })

  it('lead with the hotline that was checked', () => {
    expect(knowledge.channels['jd-phone']?.contacts[0]).toMatchObject({ value: '950618', checkedOn: '2026-05-14' })
  })
})
