import type { Contact } from '../../../core/case/case.ts'
import type { FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import { channelOptions, exhibitOptions, given, type SheetWorld } from './sheet-world.ts'

/** A word exchanged with the other side; `before` is what a correction starts from. */
export function contactSpec(world: SheetWorld, before?: Contact): FormSpec {
  const { t, now, of } = world
  const words = t.form.contact
  return {
    id: 'contact',
    title: words.title,
    fields: [
      {
        kind: 'choice',
        name: 'direction',
        label: words.direction,
        needed: true,
        options: [
          { value: 'out', label: words.out },
          { value: 'in', label: words.in },
        ],
      },
      { kind: 'moment', name: 'at', label: words.at, needed: true },
      { kind: 'select', name: 'channel', label: words.channel, needed: true, options: channelOptions(world) },
      { kind: 'line', name: 'with', label: words.with, hint: words.withHint },
      { kind: 'words', name: 'words', label: words.words, hint: words.wordsHint, needed: true },
      {
        kind: 'several',
        name: 'by',
        label: t.form.exhibits,
        options: exhibitOptions(world),
        places: ['exhibits'],
      },
    ],
    start: {
      direction: before?.direction ?? 'out',
      at: wallClock(before?.at ?? now),
      channel: before?.channel ?? (of || 'seller'),
      with: before?.with ?? '',
      words: before?.words ?? '',
      by: before?.by ?? [],
    },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'LogContact',
        payload: {
          ...given('id', before?.id),
          at: filled.moment('at', before?.at) ?? now,
          channel: filled.text('channel'),
          direction: filled.text('direction') === 'in' ? 'in' : 'out',
          ...given('with', filled.text('with')),
          words: filled.text('words'),
          ...given('answered', before?.answered),
          by: filled.list('by'),
        },
      },
    ],
  }
}
