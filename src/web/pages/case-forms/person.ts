import type { FormSpec } from '../../forms/form-spec.ts'
import type { SheetWorld } from './sheet-world.ts'

const lines = ['name', 'phone', 'landline', 'email', 'address'] as const

/** Who complains; it stands in the papers and goes nowhere else. */
export function personSpec({ t, kase: { consumer } }: SheetWorld): FormSpec {
  const words = t.form.person
  return {
    id: 'person',
    title: words.title,
    lead: words.lead,
    fields: [
      { kind: 'line', name: 'name', label: words.name, autoComplete: 'name' },
      { kind: 'line', name: 'phone', label: words.phone, inputMode: 'tel', autoComplete: 'tel' },
      { kind: 'line', name: 'landline', label: words.landline, inputMode: 'tel' },
      { kind: 'line', name: 'email', label: words.email, inputMode: 'email', autoComplete: 'email' },
      { kind: 'words', name: 'address', label: words.address, rows: 2 },
    ],
    start: Object.fromEntries(lines.map((name) => [name, consumer[name] ?? ''])),
    submit: t.act.save,
    commands(filled) {
      const changed = lines.filter(filled.changed)
      if (changed.length === 0) return []
      return [{ type: 'RecordConsumer', payload: Object.fromEntries(changed.map((name) => [name, filled.text(name)])) }]
    },
  }
}
