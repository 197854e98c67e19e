import type { Closing, Remedy } from '../../../core/case/case.ts'
import type { FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import { given, type SheetWorld } from './sheet-world.ts'

const outcomes = ['solved', 'partly', 'given-up', 'judged'] as const

export function closeSpec({ t, now }: SheetWorld, before?: Closing): FormSpec {
  const words = t.form.close
  return {
    id: 'close',
    title: words.title,
    lead: words.lead,
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: words.outcome,
        needed: true,
        options: outcomes.map((outcome) => ({ value: outcome, label: t.names.outcome[outcome] })),
      },
      { kind: 'moment', name: 'at', label: words.at, needed: true },
      { kind: 'words', name: 'words', label: words.words, rows: 3 },
    ],
    start: { outcome: before?.outcome ?? '', at: wallClock(before?.at ?? now), words: before?.words ?? '' },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'CloseCase',
        payload: {
          at: filled.moment('at', before?.at) ?? now,
          outcome: outcomes.find((outcome) => outcome === filled.text('outcome')) ?? 'partly',
          ...given('words', filled.text('words')),
        },
      },
    ],
  }
}

export function reopenSpec({ t, now }: SheetWorld, before?: { readonly at: string; readonly why: string }): FormSpec {
  const words = t.form.reopen
  return {
    id: 'reopen',
    title: words.title,
    fields: [{ kind: 'words', name: 'why', label: t.form.why, needed: true, rows: 2 }],
    start: { why: before?.why ?? '' },
    submit: words.submit,
    commands: (filled) => [{ type: 'ReopenCase', payload: { at: before?.at ?? now, why: filled.text('why') } }],
  }
}

/** A way beyond complaining that the user has set out on: mediation, a court. */
export function remedySpec({ t, now, of, vocabulary }: SheetWorld, before?: Remedy): FormSpec {
  const words = t.form.remedy
  return {
    id: `remedy.${of}`,
    title: words.title,
    lead: words.lead,
    fields: [
      {
        kind: 'select',
        name: 'route',
        label: words.route,
        needed: true,
        options: vocabulary.routes.map(({ id, title }) => ({ value: id, label: title })),
      },
      { kind: 'moment', name: 'at', label: words.at, needed: true },
      { kind: 'line', name: 'number', label: words.number, hint: words.numberHint },
    ],
    start: { route: before?.route ?? of, at: wallClock(before?.at ?? now), number: before?.number ?? '' },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'BeginRemedy',
        payload: {
          ...given('id', before?.id),
          route: filled.text('route'),
          at: filled.moment('at', before?.at) ?? now,
          ...given('number', filled.text('number')),
        },
      },
    ],
  }
}
