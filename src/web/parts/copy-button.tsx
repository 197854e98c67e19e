import { useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { Button } from './button.tsx'

type Props = {
  readonly text: string
  /** Names what is copied, where several stand side by side. */
  readonly label?: string
  readonly look?: 'primary' | 'quiet'
}

/** Copies a text; where the browser forbids it, says that it has to be done by hand. */
export function CopyButton({ text, label, look = 'quiet' }: Props) {
  const { t } = useTexts()
  const [copied, setCopied] = useState<boolean>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <>
      <Button look={look} aria-label={label} onClick={() => void copy()}>
        {t.act.copy}
      </Button>
      <span role="status" className="text-good text-sm">
        {copied === undefined ? '' : copied ? t.act.copied : t.act.copyByHand}
      </span>
    </>
  )
}
