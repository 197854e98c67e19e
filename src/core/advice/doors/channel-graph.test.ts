import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { knowledge } from './history.fixture.ts'

const channels = Object.values(knowledge.channels)
const page = await readFile(new URL('../../../../docs/channels.md', import.meta.url), 'utf8')
/** The cells of every line of the page's tables that begins with a channel. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map((cells) => cells.slice(1, -1))
const doors = rows.filter((cells) => cells.length === 5)
const edges = rows.filter((cells) => cells.length === 3)

describe('the page of channels', () => {
  it.each(doors)('says of %s what its file says', (id = '', kind, standing, after) => {
    const channel = knowledge.channels[id]
    const first = channel?.after.map((edge) => edge.channel).join(' ') || '–'
    expect({ kind, standing, after }).toEqual({ kind: channel?.kind, standing: channel?.standing, after: first })
  })

  it.each(edges)('gives the provisions by which %s shuts %s', (by = '', lost, basis) => {
    const edge = knowledge.channels[by]?.closes.find(({ channel }) => channel === lost)
    expect(edge?.cites.join(' ')).toBe(basis)
  })

  it('leaves out no edge of a door it names', () => {
    const named = new Set(doors.map(([id]) => id))
    const all = channels.flatMap(({ id, closes }) =>
      closes.flatMap(({ channel }) => (channel === id || !named.has(id) ? [] : [`${id} > ${channel}`])),
    )
    expect(edges.map(([by, lost]) => `${by} > ${lost}`).sort()).toEqual(all.sort())
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
