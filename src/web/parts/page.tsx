import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../texts/texts.tsx'

type Props = {
  readonly title: string
  readonly children: ReactNode
  readonly above?: ReactNode
  readonly wide?: boolean
}

/** A page: its title is the window's too, and takes the focus when one comes here. */
export function Page({ title, above, wide = false, children }: Props) {
  const { t } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t.app.name}`
  }, [title, t])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={`mx-auto w-full ${wide ? 'max-w-6xl' : 'max-w-3xl'}`}>
      {above}
      <h1 ref={heading} tabIndex={-1} className="my-3 font-bold text-2xl leading-snug">
        {title}
      </h1>
      {children}
    </div>
  )
}
