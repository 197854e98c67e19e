import type { ReactNode } from 'react'
import { buttonLook } from './button.tsx'

type Props = {
  readonly children: ReactNode
  readonly onFiles: (files: readonly File[]) => void
  readonly accept?: string
  readonly multiple?: boolean
  /** Opens the camera of a phone at once. */
  readonly camera?: boolean
  readonly disabled?: boolean
  readonly className?: string
}

/** A button that asks for files; the same file may be chosen again. */
export function FileButton({
  children,
  onFiles,
  accept,
  multiple = false,
  camera = false,
  disabled,
  className = '',
}: Props) {
  return (
    <label
      className={`${buttonLook()} relative has-disabled:opacity-50 has-focus-visible:outline-3 has-focus-visible:outline-accent ${className}`}
    >
      {children}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        capture={camera ? 'environment' : undefined}
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
