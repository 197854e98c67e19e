import type { ReactNode } from 'react'

type Props = { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean }

/** More for whoever wants it. */
export function Disclosure({ summary, children, open = false }: Props) {
  return (
    <details open={open} className="group my-1">
      <summary className="flex min-h-11 items-center gap-1 text-accent marker:content-none">
        <span aria-hidden="true" className="inline-block motion-safe:transition-transform group-open:rotate-90">
          ›
        </span>
        {summary}
      </summary>
      <div className="pb-2 pl-3">{children}</div>
    </details>
  )
}
