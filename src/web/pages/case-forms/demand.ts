import type { Demand } from '../../../core/case/case.ts'
import { formatYuan } from '../../../core/values/fen.ts'
import { demandWords } from '../../case/demand-words.ts'
import type { FormSpec } from '../../forms/form-spec.ts'
import { given, type SheetWorld } from './sheet-world.ts'

/** What the user asks for: a rung of the ladder (`of` is its place there) or words of one's own. */
export function demandSpec({ t, now, of, advice }: SheetWorld, before?: Demand): FormSpec {
  const words = t.form.demand
  const rung = of === '' ? undefined : advice.ladder[Number(of)]
  const applying = advice.rights.filter(({ status }) => status === 'applies')
  const own = applying.filter(
    ({ amount, cites }) => rung !== undefined && amount?.fen === rung.fen && String(cites) === String(rung.cites),
  )
  const fen = before?.fen ?? rung?.fen
  return {
    id: `demand.${of}`,
    title: words.title,
    lead: words.lead,
    fields: [
      { kind: 'words', name: 'words', label: words.words, needed: true, rows: 3 },
      { kind: 'money', name: 'fen', label: words.fen, hint: words.fenHint, places: ['amount'] },
      {
        kind: 'several',
        name: 'rights',
        label: words.rights,
        options: applying.map(({ id, title }) => ({ value: id, label: title })),
      },
    ],
    start: {
      words: before?.words ?? demandWords(rung?.demand ?? ''),
      fen: fen === undefined ? '' : formatYuan(fen),
      rights: before?.rights ?? own.map(({ id }) => id),
    },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'ChooseDemand',
        payload: {
          at: before?.at ?? now,
          words: filled.text('words'),
          ...given('fen', filled.fen('fen')),
          rights: filled.list('rights'),
        },
      },
    ],
  }
}
