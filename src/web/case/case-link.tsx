import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { StepTarget } from './step-target.ts'
import { useCase } from './use-case.tsx'

type Props = {
  readonly target: StepTarget
  readonly className?: string
  readonly children: ReactNode
}

/** A link to a page of the case, to a thing on it, or with a dialog opened over it. */
export function CaseLink({ target: { place, hash, sheet, of }, className = 'text-accent underline', children }: Props) {
  const { view } = useCase()
  return (
    <Link
      to={`/case/$id/${place}`}
      params={{ id: view.id }}
      search={sheet === undefined ? {} : { do: sheet, ...(of === undefined ? {} : { of }) }}
      {...(hash === undefined ? {} : { hash })}
      className={className}
    >
      {children}
    </Link>
  )
}
