import { type ReactNode, useId } from 'react'

type Control = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly className: string
}
type Props = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Draws the control with what ties it to label, hint and error. */
  readonly children: (control: Control) => ReactNode
}

/** A label, a control, what helps to fill it in and what is wrong with it. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim()
  return (
    <div className="my-3">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
        className: inputLook,
      })}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-soft text-sm">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} role="alert" className="mt-1 text-bad">
          {error}
        </p>
      )}
    </div>
  )
}

/** The look of text inputs, selects and text areas. */
export const inputLook =
  'block w-full min-h-11 rounded-xl border border-line bg-card px-3 py-2 aria-[invalid=true]:border-bad'
