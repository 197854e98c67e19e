import { useId } from 'react'

export type Choice<T extends string> = { readonly value: T; readonly label: string; readonly hint?: string }
type Props<T extends string> = {
  readonly legend: string
  readonly choices: readonly Choice<T>[]
  readonly value: T | undefined
  readonly onValue: (value: T) => void
}

/** One of a few, each large enough for a thumb. */
export function Choices<T extends string>({ legend, choices, value, onValue }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="my-3">
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="grid gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-12 items-center gap-3 rounded-xl border border-line bg-card px-4 py-2 has-checked:border-accent has-checked:bg-accent-tint"
          >
            <input
              type="radio"
              name={name}
              className="size-5 shrink-0 accent-(--accent)"
              checked={value === choice.value}
              onChange={() => onValue(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint === undefined ? null : <span className="block text-soft text-sm">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
