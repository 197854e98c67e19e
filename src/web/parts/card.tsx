import type { ReactNode } from 'react'

type Props = { readonly title?: ReactNode; readonly children: ReactNode; readonly className?: string }

/** A sheet of paper on the desk; with a title it is a section of the page. */
export function Card({ title, children, className = '' }: Props) {
  const look = `rounded-2xl border border-line bg-card p-4 md:p-5 ${className}`
  if (title === undefined) return <div className={look}>{children}</div>
  return (
    <section className={look}>
      <h2 className="mb-2 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  )
}
