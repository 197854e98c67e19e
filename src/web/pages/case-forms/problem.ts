import type { FormSpec } from '../../forms/form-spec.ts'
import type { SheetWorld } from './sheet-world.ts'

/** What happened, in the user's own words. */
export function problemSpec({ t, kase: { problem } }: SheetWorld): FormSpec {
  const words = t.form.problem
  return {
    id: 'problem',
    title: words.title,
    lead: words.lead,
    fields: [{ kind: 'words', name: 'words', label: words.words, needed: true, rows: 8 }],
    start: { words: problem.words },
    submit: t.act.save,
    commands: (filled) =>
      filled.changed('words') ? [{ type: 'DescribeProblem', payload: { words: filled.text('words') } }] : [],
  }
}

/** Which problem it is; one that is not meant stays on the record as not confirmed. */
export function problemTypeSpec({ t, of, kase: { problem }, vocabulary }: SheetWorld): FormSpec {
  const words = t.form.problemType
  const before = problem.types.find(({ type }) => type === of)
  return {
    id: `problem-type.${of}`,
    title: words.title,
    lead: vocabulary.problems.find(({ id }) => id === of)?.plain ?? words.lead,
    fields: [
      {
        kind: 'select',
        name: 'type',
        label: words.type,
        needed: true,
        options: vocabulary.problems.map(({ id, title }) => ({ value: id, label: title })),
      },
      {
        kind: 'choice',
        name: 'confirmed',
        label: words.confirmed,
        options: [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ],
      },
    ],
    start: { type: of, confirmed: before?.confirmed === false ? 'no' : 'yes' },
    submit: t.act.save,
    commands(filled) {
      const [type, confirmed] = [filled.text('type'), filled.text('confirmed') === 'yes']
      const stands = problem.types.find((one) => one.type === type)
      return stands?.confirmed === confirmed ? [] : [{ type: 'ConfirmProblem', payload: { type, confirmed } }]
    },
  }
}
