import type { Filing } from '../../../core/case/case.ts'
import type { FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import { channelOptions, filingOptions, given, type SheetWorld } from './sheet-world.ts'

/** What the user filed on a channel, with its ticket: from then on its clocks run. */
export function filingSpec(world: SheetWorld, before?: Filing): FormSpec {
  const { t, now, of } = world
  const words = t.form.filing
  return {
    id: `filing.${of}`,
    title: words.title,
    lead: words.lead,
    fields: [
      { kind: 'select', name: 'channel', label: words.channel, needed: true, options: channelOptions(world) },
      { kind: 'moment', name: 'at', label: words.at, needed: true, hint: words.atHint },
      { kind: 'line', name: 'ticket', label: words.ticket, hint: words.ticketHint },
      { kind: 'words', name: 'text', label: words.text, hint: words.textHint },
      {
        kind: 'words',
        name: 'because',
        label: words.because,
        rows: 2,
        places: ['same-text-because'],
        after: 'filing-repeated',
      },
    ],
    start: {
      channel: before?.channel ?? of,
      at: wallClock(before?.at ?? now),
      ticket: before?.ticket ?? '',
      text: before?.text ?? '',
      because: before?.sameTextBecause ?? '',
    },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'MakeFiling',
        payload: {
          ...given('id', before?.id),
          channel: filled.text('channel'),
          at: filled.moment('at', before?.at) ?? now,
          ...given('ticket', filled.text('ticket')),
          ...given('text', filled.text('text')),
          ...given('sameTextBecause', filled.text('because')),
        },
      },
    ],
  }
}

type Later = { readonly filing: string; readonly at: string }
const laterCommands = { chase: 'ChaseFiling', appeal: 'FileAppeal', withdraw: 'WithdrawFiling' } as const
const laterPlaces = { chase: 'chased-at', appeal: 'appealed-at', withdraw: 'withdrawn-at' } as const

/** What became of a filing at the user's hand: chased, appealed, withdrawn. */
export function laterSpec(world: SheetWorld, what: keyof typeof laterCommands, before?: Later): FormSpec | undefined {
  const { t, now, of } = world
  const options = filingOptions(world, before?.filing)
  const [latest] = options
  if (latest === undefined) return undefined
  const words = t.form[what]
  return {
    id: `${what}.${of}`,
    title: words.title,
    lead: words.lead,
    fields: [
      { kind: 'select', name: 'filing', label: t.form.whichFiling, needed: true, options },
      { kind: 'moment', name: 'at', label: words.at, needed: true, places: [laterPlaces[what]] },
    ],
    start: { filing: before?.filing ?? (of || latest.value), at: wallClock(before?.at ?? now) },
    submit: words.submit,
    commands: (filled) => [
      {
        type: laterCommands[what],
        payload: { filing: filled.text('filing'), at: filled.moment('at', before?.at) ?? now },
      },
    ],
  }
}
