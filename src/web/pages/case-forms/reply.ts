import type { Reply } from '../../../core/case/case.ts'
import { type ReplyKind, replyKinds } from '../../../core/values/reply-kind.ts'
import type { FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import { exhibitOptions, filingOptions, given, type SheetWorld } from './sheet-world.ts'

/** What came back on a filing. */
export function replySpec(world: SheetWorld, before?: Reply & { readonly filing: string }): FormSpec | undefined {
  const { t, now, of } = world
  const options = filingOptions(world, before?.filing)
  const [latest] = options
  if (latest === undefined) return undefined
  const words = t.form.reply
  return {
    id: `reply.${of}`,
    title: words.title,
    lead: words.lead,
    fields: [
      { kind: 'select', name: 'filing', label: t.form.whichFiling, needed: true, options },
      { kind: 'moment', name: 'at', label: words.at, needed: true },
      {
        kind: 'select',
        name: 'kind',
        label: words.kind,
        needed: true,
        options: replyKinds.map((kind) => ({ value: kind, label: t.names.replyKind[kind] })),
      },
      { kind: 'words', name: 'words', label: words.words },
      { kind: 'several', name: 'by', label: t.form.exhibits, options: exhibitOptions(world), places: ['exhibits'] },
    ],
    start: {
      filing: before?.filing ?? (of || latest.value),
      at: wallClock(before?.at ?? now),
      kind: before?.kind ?? '',
      words: before?.words ?? '',
      by: before?.by ?? [],
    },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'ReceiveReply',
        payload: {
          ...given('id', before?.id),
          filing: filled.text('filing'),
          at: filled.moment('at', before?.at) ?? now,
          kind: kindOf(filled.text('kind')),
          words: filled.text('words'),
          by: filled.list('by'),
        },
      },
    ],
  }
}

function kindOf(value: string): ReplyKind {
  return replyKinds.find((kind) => kind === value) ?? 'answered'
}
