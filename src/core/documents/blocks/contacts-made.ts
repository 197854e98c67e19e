import type { Contact } from '../../case/case.ts'
import type { Letter } from '../../knowledge/letter.ts'
import type { Dossier } from '../dossier.ts'
import { inOrder } from '../exhibit-number.ts'
import { markGround } from '../ground-mark.ts'
import type { Sentence } from '../outline.ts'
import { paperDue, paperMoment } from '../paper-date.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

/** How often and when the user got in touch, to the minute, and what came back. */
export function contactsMade(dossier: Dossier, letter: Letter): Built {
  const { contacts } = dossier.kase
  const out = contacts.filter((contact) => contact.direction === 'out')
  const [first] = out.toSorted(byTime)
  if (!first) return nothing
  const lead: Sentence = {
    text: `就上述问题，${letter.self}自${paperMoment(first.at)}起先后${out.length}次联系对方，至今未得到有效解决。`,
    ground: { type: 'statement' },
  }
  const items = contacts
    .toSorted(byTime)
    .map((contact) => [dated(contact.at, contactSentence(dossier, letter, contact))])
  return {
    blocks: [
      { type: 'paragraph', sentences: [markGround(lead, dossier.exhibits)], indent: true },
      { type: 'list', numbered: true, items },
    ],
  }
}

/** One contact as a sentence, marked with its exhibits, without its date. */
export function contactSentence(dossier: Dossier, letter: Letter, contact: Contact): Sentence {
  const { kase, knowledge, exhibits } = dossier
  const channel = knowledge.channels[contact.channel]?.title.zh ?? inert(contact.channel)
  const person = contact.with === undefined ? '对方' : inert(contact.with)
  const words = contact.words.trim() === '' ? '' : `：“${inert(contact.words)}”`
  const said =
    contact.direction === 'out'
      ? `${letter.self}通过${channel}联系${person}${words}${outcome(contact, kase.contacts)}`
      : `${person === channel ? channel : `${person}通过${channel}`}答复${words}`
  const ids = inOrder(exhibits, contact.by)
  const text = `${said}。`
  return markGround({ text, ground: ids.length > 0 ? { type: 'exhibit', ids } : { type: 'statement' } }, exhibits)
}

/** A sentence with its moment in front. */
export function dated(at: string, sentence: Sentence): Sentence {
  return { ...sentence, text: `${paperDue(at)}，${sentence.text}` }
}

/** Said only as far as the case says it: that there was no answer, or that none is on record. */
function outcome(contact: Contact, all: readonly Contact[]): string {
  if (contact.answered === false) return '，未收到答复'
  const answer = all.some(
    (other) => other.direction === 'in' && other.channel === contact.channel && other.at >= contact.at,
  )
  return contact.answered === true || answer ? '' : '，记录中没有收到答复'
}

function byTime(a: Contact, b: Contact): number {
  return a.at < b.at ? -1 : 1
}
