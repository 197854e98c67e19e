import { useId } from 'react'

type Props<T extends string> = {
  readonly legend: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onValue: (value: T) => void
}

/** One of a few views of the same list. */
export function Filter<T extends string>({ legend, choices, value, onValue }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="flex flex-wrap gap-1 rounded-xl border border-line bg-card p-1">
      <legend className="sr-only">{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-9 cursor-pointer items-center rounded-lg px-3 has-checked:bg-accent-tint has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={value === choice.value}
            onChange={() => onValue(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
