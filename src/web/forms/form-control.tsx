import { Choices } from '../parts/choices.tsx'
import { Field } from '../parts/field.tsx'
import { useTexts } from '../texts/texts.tsx'
import type { FieldValue, FormField } from './form-spec.ts'
import { Several } from './several.tsx'

type Props = {
  readonly field: FormField
  readonly value: FieldValue
  readonly fault: string | undefined
  readonly onValue: (value: FieldValue) => void
}

/** One field of a form, by its kind. */
export function FormControl({ field, value, fault, onValue }: Props) {
  const { t } = useTexts()
  const text = typeof value === 'string' ? value : ''
  const label = (
    <>
      {field.label}
      {field.needed === true ? null : <span className="font-normal text-soft text-sm"> · {t.act.optional}</span>}
    </>
  )
  switch (field.kind) {
    case 'tick':
      return (
        <label className="my-3 flex min-h-12 items-center gap-3 rounded-xl border border-line bg-card px-4 py-2">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-(--accent)"
            checked={value === true}
            onChange={({ currentTarget }) => onValue(currentTarget.checked)}
          />
          <span>
            {field.label}
            {field.hint === undefined ? null : <span className="block text-soft text-sm">{field.hint}</span>}
          </span>
        </label>
      )
    case 'choice':
      return (
        <>
          <Choices legend={field.label} choices={field.options} value={text} onValue={onValue} />
          <FieldNotes hint={field.hint} fault={fault} />
        </>
      )
    case 'several':
      return (
        <>
          <Several field={field} chosen={Array.isArray(value) ? value : []} onChosen={onValue} />
          <FieldNotes hint={field.hint} fault={fault} />
        </>
      )
    case 'select':
      return (
        <Field label={label} hint={field.hint} error={fault}>
          {(control) => (
            <select {...control} value={text} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
              {field.needed === true && text !== '' ? null : <option value="">{t.form.choose}</option>}
              {field.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )
    case 'words':
      return (
        <Field label={label} hint={field.hint} error={fault}>
          {(control) => (
            <textarea
              {...control}
              rows={field.rows ?? 4}
              value={text}
              onChange={({ currentTarget }) => onValue(currentTarget.value)}
            />
          )}
        </Field>
      )
    default:
      return (
        <Field label={label} hint={hintOf(field, t.time.beijing)} error={fault}>
          {(control) => (
            <input
              {...control}
              {...looks[field.kind]}
              {...(field.kind === 'line' && {
                autoComplete: field.autoComplete ?? 'off',
                inputMode: field.inputMode ?? 'text',
              })}
              value={text}
              onChange={({ currentTarget }) => onValue(currentTarget.value)}
            />
          )}
        </Field>
      )
  }
}

function hintOf({ kind, hint }: FormField, beijing: string): string | undefined {
  if (kind !== 'moment') return hint
  return hint === undefined ? beijing : `${beijing} · ${hint}`
}

const looks = {
  line: { type: 'text' },
  moment: { type: 'datetime-local' },
  day: { type: 'date' },
  money: { type: 'text', inputMode: 'decimal', autoComplete: 'off', placeholder: '0.00' },
  count: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
} as const

function FieldNotes({ hint, fault }: { readonly hint: string | undefined; readonly fault: string | undefined }) {
  return (
    <>
      {hint === undefined ? null : <p className="-mt-2 mb-2 text-soft text-sm">{hint}</p>}
      {fault === undefined ? null : (
        <p role="alert" className="-mt-2 mb-2 text-bad">
          {fault}
        </p>
      )}
    </>
  )
}
