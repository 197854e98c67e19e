import type { MoneyReceived } from '../../../core/case/case.ts'
import { formatYuan } from '../../../core/values/fen.ts'
import type { FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import { given, type SheetWorld } from './sheet-world.ts'

/** Money that came in. */
export function moneySpec({ t, now, kase }: SheetWorld, before?: MoneyReceived): FormSpec {
  const words = t.form.money
  return {
    id: 'money',
    title: words.title,
    fields: [
      { kind: 'money', name: 'fen', label: words.fen, needed: true, places: ['amount'] },
      { kind: 'moment', name: 'at', label: words.at, needed: true },
      { kind: 'line', name: 'from', label: words.from, needed: true },
      { kind: 'line', name: 'for', label: words.for, hint: words.forHint },
    ],
    start: {
      fen: before === undefined ? '' : formatYuan(before.fen),
      at: wallClock(before?.at ?? now),
      from: before?.from ?? kase.order.shop?.name ?? '',
      for: before?.for ?? '',
    },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'ReceiveMoney',
        payload: {
          ...given('id', before?.id),
          at: filled.moment('at', before?.at) ?? now,
          fen: filled.fen('fen') ?? 0,
          from: filled.text('from'),
          ...given('for', filled.text('for')),
        },
      },
    ],
  }
}
