import type { TimelineEntry } from '../../../server/api/client.ts'
import type { SheetName } from '../../case/sheet-link.tsx'
import type { FormSpec } from '../../forms/form-spec.ts'
import { contactSpec } from './contact.ts'
import { demandSpec } from './demand.ts'
import { filingSpec, laterSpec } from './filing.ts'
import { moneySpec } from './money.ts'
import { answerSpec, offerSpec } from './offer.ts'
import { replySpec } from './reply.ts'
import type { SheetWorld } from './sheet-world.ts'
import { closeSpec, remedySpec, reopenSpec } from './status.ts'

/**
 * The form that puts something else in place of a record (`of` is its number), with the reason. The record itself stays
 * on file; the timeline says that it was corrected.
 */
export function correctSpec(world: SheetWorld): FormSpec | undefined {
  const { t, of } = world
  const entry = world.entries.find(({ n }) => String(n) === of)
  const form = entry === undefined ? undefined : originalForm(entry, world)
  if (entry === undefined || form === undefined) return undefined
  const { danger: _, consequences: __, ...plain } = form
  return {
    ...plain,
    id: `correct.${of}`,
    title: t.form.correct.title(entry.title),
    lead: t.form.correct.lead,
    fields: [
      ...form.fields,
      { kind: 'words', name: 'correctionWhy', label: t.form.why, needed: true, rows: 2, places: ['why'] },
    ],
    start: { ...form.start, correctionWhy: '' },
    submit: t.form.correct.submit,
    commands: (filled) =>
      form.commands(filled).flatMap((instead) =>
        instead.type === 'CorrectEvent' || instead.type === 'ErasePayload'
          ? []
          : [
              {
                type: 'CorrectEvent',
                payload: { event: entry.n, instead, why: filled.text('correctionWhy') },
              } as const,
            ],
      ),
  }
}

function originalForm(entry: TimelineEntry, world: SheetWorld): FormSpec | undefined {
  const { kase } = world
  const { ref = '', happenedAt: at = '', words = '' } = entry
  const about = { ...world, of: ref }
  const later = { filing: ref, at }
  switch (entry.type) {
    case 'ContactLogged':
      return found(kase.contacts, ref, (one) => contactSpec(about, one))
    case 'FilingMade':
      return found(kase.filings, ref, (one) => filingSpec(about, one))
    case 'FilingChased':
      return laterSpec(about, 'chase', later)
    case 'AppealFiled':
      return laterSpec(about, 'appeal', later)
    case 'FilingWithdrawn':
      return laterSpec(about, 'withdraw', later)
    case 'ReplyReceived': {
      const replies = kase.filings.find(({ id }) => id === ref)?.replies ?? []
      const reply = replies.find((one) => one.at === at && one.words === words) ?? replies.find((one) => one.at === at)
      return reply && replySpec(about, { ...reply, filing: ref })
    }
    case 'OfferReceived':
      return found(kase.offers, ref, (one) => offerSpec(about, one))
    case 'OfferDecided':
      return found(kase.offers, ref, ({ decision }) => decision && answerSpec(about, decision))
    case 'DemandChosen': {
      const demand = kase.demands.find((one) => one.at === at && words.startsWith(one.words))
      return demand && demandSpec({ ...world, of: '' }, demand)
    }
    case 'RemedyBegun':
      return found(kase.remedies, ref, (one) => remedySpec(about, one))
    case 'MoneyReceived':
      return found(kase.money, ref, (one) => moneySpec(about, one))
    case 'CaseClosed':
      return kase.closing?.at === at ? closeSpec(world, kase.closing) : undefined
    case 'CaseReopened':
      return reopenSpec(world, { at, why: words })
    default:
      return undefined
  }
}

function found<T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  form: (one: T) => FormSpec | undefined,
): FormSpec | undefined {
  const one = all.find((other) => other.id === id)
  return one && form(one)
}

export function eraseSpec({ t, of, entries }: SheetWorld): FormSpec | undefined {
  const entry = entries.find(({ n }) => String(n) === of)
  if (entry === undefined || mendings(entry).erase === false) return undefined
  const words = t.form.erase
  return {
    id: `erase.${of}`,
    title: words.title(entry.title),
    consequences: words.consequences,
    fields: [{ kind: 'words', name: 'why', label: t.form.why, needed: true, rows: 2 }],
    start: { why: '' },
    submit: words.submit,
    danger: true,
    commands: (filled) => [{ type: 'ErasePayload', payload: { event: entry.n, why: filled.text('why') } }],
  }
}

const correctable: readonly TimelineEntry['type'][] = [
  'ContactLogged',
  'FilingMade',
  'FilingChased',
  'AppealFiled',
  'FilingWithdrawn',
  'ReplyReceived',
  'OfferReceived',
  'OfferDecided',
  'DemandChosen',
  'RemedyBegun',
  'MoneyReceived',
  'CaseReopened',
]
const fixed: readonly TimelineEntry['type'][] = ['CaseOpened', 'EventCorrected', 'PayloadErased', 'Erased']

/** How a record can be mended: in its own form, by telling the thing anew, not at all. */
export function mendings({ type, ref, erased }: TimelineEntry): {
  readonly correct?: { readonly sheet: SheetName; readonly of?: string } | 'itself'
  readonly erase: boolean
} {
  if (erased === true || fixed.includes(type)) return { erase: false }
  if (correctable.includes(type)) return { correct: 'itself', erase: true }
  const anew: Partial<Record<TimelineEntry['type'], SheetName>> = {
    OrderRecorded: 'order',
    ConsumerRecorded: 'person',
    ProblemDescribed: 'problem',
    EvidenceAdded: 'exhibit',
    EvidenceDescribed: 'exhibit',
  }
  const sheet = anew[type]
  return { erase: true, ...(sheet && { correct: { sheet, ...(ref === undefined ? {} : { of: ref }) } }) }
}
