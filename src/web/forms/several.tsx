import { useState } from 'react'
import { inputLook } from '../parts/field.tsx'
import { useTexts } from '../texts/texts.tsx'
import type { FormField } from './form-spec.ts'

type Props = {
  readonly field: Extract<FormField, { kind: 'choice' | 'select' | 'several' }>
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}

/** More than so many are searched rather than read through. */
const MANY = 12

/** Any of a list, also a long one; what is chosen stands first, pictures beside their names. */
export function Several({ field: { label, options }, chosen, onChosen }: Props) {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const [first] = useState(chosen)
  const wanted = words.trim()
  const shown = options
    .filter((option) => wanted === '' || option.label.includes(wanted) || chosen.includes(option.value))
    .toSorted((a, b) => Number(first.includes(b.value)) - Number(first.includes(a.value)))
  return (
    <fieldset className="my-3">
      <legend className="mb-1 font-medium">
        {label} <span className="font-normal text-soft text-sm">· {t.form.chosen(chosen.length)}</span>
      </legend>
      {options.length > MANY ? (
        <input
          type="search"
          aria-label={t.form.find(label)}
          placeholder={t.form.find(label)}
          className={`${inputLook} mb-2`}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      ) : null}
      {options.length === 0 ? <p className="text-soft">{t.form.none}</p> : null}
      <div className="grid max-h-72 gap-1 overflow-y-auto">
        {shown.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-center gap-3 rounded-xl border border-line bg-card px-3 py-1.5 has-checked:border-accent has-checked:bg-accent-tint"
          >
            <input
              type="checkbox"
              className="size-5 shrink-0 accent-(--accent)"
              checked={chosen.includes(option.value)}
              onChange={({ currentTarget }) =>
                onChosen(
                  currentTarget.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value),
                )
              }
            />
            {option.picture === undefined ? null : (
              <img
                src={option.picture}
                alt=""
                className="size-10 shrink-0 rounded object-cover object-top"
                loading="lazy"
                onError={({ currentTarget }) => {
                  currentTarget.hidden = true
                }}
              />
            )}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
