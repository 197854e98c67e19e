import type { Case, Contact, Filing } from '../../case/case.ts'
import { isOn, type Trigger } from '../../knowledge/deadline.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { formatYuan } from '../../values/fen.ts'
import { atShanghai, epochMs, formatShanghai, parseInstant } from '../../values/instant.ts'
import { isLocalDate } from '../../values/local-date.ts'
import { say, type Text } from '../../values/text.ts'
import { type FactTable, factValue } from '../fact-table.ts'

/** What the clocks look at: the case, what is known about it, and the present moment (an instant in UTC). */
export type World = {
  readonly kase: Case
  readonly knowledge: Knowledge
  readonly facts: FactTable
  readonly now: string
}

/** Something that happened and matches a trigger. `key` is the id of the filing, offer, contact or fact behind it. */
export type Happening = {
  readonly kind: 'fact' | 'filing' | 'offer' | 'contact' | 'money' | 'case'
  readonly at: string
  /** `at` as milliseconds since 1970, to compare by. */
  readonly ms: number
  /** What is known of the time: with `day`, `at` is its first moment; with `none`, the present one. */
  readonly known: 'instant' | 'day' | 'none'
  readonly key: string
  readonly filing?: Filing
  readonly channel?: string
  /** The event in words, with its time. */
  readonly words: () => string
}

type Of<K extends string> = Extract<Trigger, Record<K, unknown>>

/** All happenings in the case that match the trigger, in no order. Clock triggers are answered by the clocks themselves. */
export function happenings(trigger: Exclude<Trigger, Of<'clock'>>, world: World): Iterable<Happening> {
  if ('fact' in trigger) return ofFact(trigger, world)
  if ('filing' in trigger) return ofFilings(trigger, world)
  if ('offer' in trigger) return ofOffers(trigger, world)
  if ('contact' in trigger) return ofContacts(trigger, world)
  return 'money' in trigger ? ofMoney(world) : ofClosing(world)
}

function* ofFact({ fact, text }: Of<'fact'>, { facts, knowledge, now }: World): Iterable<Happening> {
  const value = factValue(facts, fact)
  if (value === true) yield { kind: 'fact', ...moment(now, 'none'), key: fact, words: () => fact }
  if (typeof value !== 'string') return
  const when = momentOf(value, facts)
  if (when === undefined) return
  const words = () => {
    const doubt = facts[fact]?.status === 'disputed' ? say(disputed, knowledge.lang) : ''
    const time = when.known === 'day' ? value : formatShanghai(value)
    return `${time} ${text === undefined ? fact : say(text, knowledge.lang)}${doubt}`
  }
  yield { kind: 'fact', ...when, key: fact, words }
}

/** Many triggers look at one fact; the moment it names is reckoned once. Undefined when it names none. */
const dated = new WeakMap<FactTable, Map<string, ReturnType<typeof readMoment>>>()

function momentOf(value: string, facts: FactTable) {
  const known = dated.get(facts) ?? new Map<string, ReturnType<typeof readMoment>>()
  dated.set(facts, known)
  if (!known.has(value)) known.set(value, readMoment(value))
  return known.get(value)
}

function readMoment(value: string) {
  if (isLocalDate(value)) return moment(atShanghai(value, 0), 'day')
  const read = parseInstant(value)
  return read.ok ? moment(read.value) : undefined
}

function moment(at: string, known: Happening['known'] = 'instant') {
  return { at, ms: epochMs(at), known }
}

const disputed = { zh: '（对方有异议）', en: ' (disputed by the other side)' }

function* ofFilings({ filing: channels, step }: Of<'filing'>, world: World): Iterable<Happening> {
  for (const filing of world.kase.filings) {
    if (!isOn(channels, filing.channel)) continue
    for (const { at, ms } of momentsOf(filing, step)) {
      const words = () => `${formatShanghai(at)} ${filingWords(filing, step, world)}`
      yield { kind: 'filing', at, ms, known: 'instant', key: filing.id, filing, channel: filing.channel, words }
    }
  }
}

type Moment = { readonly step: Of<'filing'>['step']; readonly at: string; readonly ms: number }
/** Many triggers look at one filing; its moments are reckoned once. */
const moments = new WeakMap<Filing, readonly Moment[]>()

function momentsOf(filing: Filing, step: Moment['step']): readonly Moment[] {
  const known = moments.get(filing)
  if (known !== undefined) return known.filter((one) => one.step === step)
  const of = (step: Moment['step'], at: string): Moment => ({ step, at, ms: epochMs(at) })
  moments.set(filing, [
    of('made', filing.at),
    ...(filing.appealedAt === undefined ? [] : [of('appealed', filing.appealedAt)]),
    ...filing.chasedAt.map((at) => of('chased', at)),
    ...filing.replies.map((reply) => of(reply.kind, reply.at)),
  ])
  return momentsOf(filing, step)
}

const stepWords: Readonly<Record<Of<'filing'>['step'], Text>> = {
  made: { zh: '提交', en: 'filed' },
  acknowledged: { zh: '已收到', en: 'acknowledged' },
  answered: { zh: '已答复', en: 'answered' },
  accepted: { zh: '已受理', en: 'accepted' },
  refused: { zh: '不予受理或驳回', en: 'refused' },
  'mediation-ended': { zh: '调解终止', en: 'mediation ended' },
  closed: { zh: '已关闭', en: 'closed' },
  judged: { zh: '已作出裁判或判定', en: 'decided' },
  appealed: { zh: '已申诉', en: 'appealed' },
  chased: { zh: '已催办', en: 'chased' },
}

function filingWords(filing: Filing, step: Of<'filing'>['step'], { knowledge }: World): string {
  const { lang, channels } = knowledge
  const channel = channels[filing.channel]
  const title = channel === undefined ? filing.channel : say(channel.title, lang)
  const done = say(stepWords[step], lang)
  const ticket = ticketWords(filing, lang)
  if (lang === 'en') return step === 'made' ? `${done}: ${title}${ticket}` : `${title}: ${done}${ticket}`
  return step === 'made' ? `${done}${title}${ticket}` : `${title}${done}${ticket}`
}

/** `（单号 X）`, empty when the filing has no number yet. */
export function ticketWords(filing: Filing, lang: Knowledge['lang']): string {
  if (filing.ticket === undefined) return ''
  return lang === 'en' ? ` (ticket ${filing.ticket})` : `（单号 ${filing.ticket}）`
}

function* ofOffers({ offer: step }: Of<'offer'>, { kase, knowledge }: World): Iterable<Happening> {
  const { lang } = knowledge
  for (const offer of kase.offers) {
    const at = step === 'received' ? offer.at : offer.decision?.at
    if (at === undefined) continue
    const text =
      step === 'received'
        ? { zh: `收到${offer.from}的方案`, en: `offer received from ${offer.from}` }
        : { zh: `答复了${offer.from}的方案`, en: `offer from ${offer.from} answered` }
    yield { kind: 'offer', ...moment(at), key: offer.id, words: () => `${formatShanghai(at)} ${say(text, lang)}` }
  }
}

function* ofContacts({ contact: kind }: Of<'contact'>, { kase, knowledge }: World): Iterable<Happening> {
  const found = kind === 'incoming' ? kase.contacts.filter((c) => c.direction === 'in') : unanswered(kase.contacts)
  for (const contact of found) {
    const { at, id: key, channel } = contact
    yield { kind: 'contact', ...moment(at), key, channel, words: () => contactWords(contact, knowledge) }
  }
}

function contactWords({ at, channel, direction }: Contact, { lang, channels }: Knowledge): string {
  const known = channels[channel]
  const title = known === undefined ? channel : say(known.title, lang)
  const words =
    direction === 'in'
      ? { zh: `收到${title}的消息`, en: `message received: ${title}` }
      : { zh: `联系${title}，至今未获答复`, en: `contacted ${title}, no answer so far` }
  return `${formatShanghai(at)} ${say(words, lang)}`
}

/** On each channel the first outgoing contact after the last reply there; none when the last word was theirs. */
function unanswered(contacts: readonly Contact[]): Contact[] {
  const waiting = new Map<string, Contact>()
  const lastReply = new Map<string, string>()
  for (const contact of contacts) {
    if (contact.direction === 'out' && contact.answered !== true) continue
    const last = lastReply.get(contact.channel)
    if (last === undefined || contact.at > last) lastReply.set(contact.channel, contact.at)
  }
  for (const contact of contacts) {
    if (contact.direction === 'in' || contact.answered === true) continue
    if (contact.at <= (lastReply.get(contact.channel) ?? '')) continue
    const first = waiting.get(contact.channel)
    if (first === undefined || contact.at < first.at) waiting.set(contact.channel, contact)
  }
  return [...waiting.values()]
}

function* ofMoney({ kase, knowledge }: World): Iterable<Happening> {
  for (const { at, id, fen } of kase.money) {
    const text = { zh: `收到 ${formatYuan(fen)} 元`, en: `${formatYuan(fen)} yuan received` }
    yield { kind: 'money', ...moment(at), key: id, words: () => `${formatShanghai(at)} ${say(text, knowledge.lang)}` }
  }
}

function* ofClosing({ kase, knowledge }: World): Iterable<Happening> {
  if (kase.closing === undefined) return
  const { at } = kase.closing
  const words = () => `${formatShanghai(at)} ${say({ zh: '案件结案', en: 'case closed' }, knowledge.lang)}`
  yield { kind: 'case', ...moment(at), key: 'case', words }
}
