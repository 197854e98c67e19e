import { type EvidenceKind, evidenceKinds, isEvidenceKind } from '../../../core/values/evidence-kind.ts'
import type { FormSpec, Option } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import type { SheetWorld } from './sheet-world.ts'

/** What an exhibit is and legibly shows; the file itself can never be exchanged. */
export function exhibitSpec(world: SheetWorld): FormSpec | undefined {
  const { t, of, kase } = world
  const exhibit = kase.evidence.find(({ id, withdrawn }) => id === of && withdrawn !== true)
  if (exhibit === undefined) return undefined
  const words = t.form.exhibit
  return {
    id: `exhibit.${of}`,
    title: words.title(of),
    lead: words.lead,
    fields: [
      { kind: 'line', name: 'title', label: words.name, needed: true },
      {
        kind: 'select',
        name: 'kind',
        label: words.kind,
        needed: true,
        options: evidenceKinds.map((kind) => ({ value: kind, label: t.names.evidenceKind[kind] })),
      },
      {
        kind: 'several',
        name: 'shows',
        label: words.shows,
        hint: words.showsHint,
        options: showsOptions(world),
      },
      { kind: 'words', name: 'proves', label: words.proves, rows: 2 },
      { kind: 'moment', name: 'takenAt', label: words.takenAt, places: ['taken-at'] },
      { kind: 'line', name: 'source', label: words.source, hint: words.sourceHint },
      { kind: 'line', name: 'original', label: words.original, hint: words.originalHint },
    ],
    start: {
      title: exhibit.title,
      kind: exhibit.kind,
      shows: exhibit.shows,
      proves: exhibit.proves ?? '',
      takenAt: wallClock(exhibit.takenAt),
      source: exhibit.source ?? '',
      original: exhibit.original ?? '',
    },
    submit: t.act.save,
    commands(filled) {
      const text = (name: 'title' | 'proves' | 'source' | 'original') =>
        filled.changed(name) ? { [name]: filled.text(name) } : {}
      const [kind, takenAt] = [filled.text('kind'), filled.moment('takenAt')]
      const changed: { kind?: EvidenceKind; shows?: readonly string[]; takenAt?: string } = {
        ...text('title'),
        ...text('proves'),
        ...text('source'),
        ...text('original'),
        ...(isEvidenceKind(kind) && filled.changed('kind') ? { kind } : {}),
        ...(filled.changed('shows') ? { shows: filled.list('shows') } : {}),
        ...(takenAt !== undefined && filled.changed('takenAt') ? { takenAt } : {}),
      }
      if (Object.keys(changed).length === 0) return []
      return [{ type: 'DescribeEvidence', payload: { id: exhibit.id, ...changed } }]
    },
  }
}

/** What the needs of this case ask for stands first, what is still wanting before the rest. */
function showsOptions({ advice, vocabulary }: SheetWorld): readonly Option[] {
  const places = ['missing', 'weak', 'have']
  const needs = advice.evidence.toSorted((a, b) => places.indexOf(a.status) - places.indexOf(b.status))
  const wanted = needs.flatMap(({ need }) => vocabulary.needs.find(({ id }) => id === need)?.shows ?? [])
  const place = (id: string) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length)
  return vocabulary.shows
    .map(({ id, title }) => ({ value: id, label: title }))
    .toSorted((a, b) => place(a.value) - place(b.value))
}

export function withdrawExhibitSpec({ t, of, kase }: SheetWorld): FormSpec | undefined {
  if (!kase.evidence.some(({ id, withdrawn }) => id === of && withdrawn !== true)) return undefined
  const words = t.form.withdrawExhibit
  return {
    id: `withdraw-exhibit.${of}`,
    title: words.title(of),
    consequences: words.consequences,
    fields: [{ kind: 'words', name: 'why', label: t.form.why, needed: true, rows: 2 }],
    start: { why: '' },
    submit: words.submit,
    danger: true,
    commands: (filled) => [{ type: 'WithdrawEvidence', payload: { id: of, why: filled.text('why') } }],
  }
}
