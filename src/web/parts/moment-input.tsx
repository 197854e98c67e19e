import type { InputHTMLAttributes } from 'react'
import { formatShanghai, parseInstant } from '../../core/values/instant.ts'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> & {
  readonly instant: string | undefined
  readonly onInstant: (instant: string | undefined) => void
}

/** A moment on the Shanghai clock to the minute, whatever the clock of the device; an instant for the program. */
export function MomentInput({ instant, onInstant, ...rest }: Props) {
  return (
    <input
      type="datetime-local"
      {...rest}
      value={instant === undefined ? '' : formatShanghai(instant).replace(' ', 'T')}
      onChange={({ currentTarget: { value } }) => {
        const parsed = value === '' ? undefined : parseInstant(value)
        onInstant(parsed?.ok ? parsed.value : undefined)
      }}
    />
  )
}
