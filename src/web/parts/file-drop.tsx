import { Camera, FilePlus2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { FileButton } from './file-button.tsx'

type Props = {
  readonly label: string
  /** What is said beside the buttons while nothing is held over the place. */
  readonly hint: ReactNode
  readonly onFiles: (files: readonly File[]) => void
  /** What the camera takes. */
  readonly camera: string
  readonly className?: string
  readonly children?: ReactNode
}

/** A place for files: by choosing, by the camera of a phone, by dropping. */
export function FileDrop({ label, hint, onFiles, camera, className = '', children }: Props) {
  const { t } = useTexts()
  const [over, setOver] = useState(false)
  return (
    <section
      aria-label={label}
      className={`rounded-2xl border-2 border-dashed p-4 ${over ? 'border-accent bg-accent-tint' : 'border-line'} ${className}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileButton multiple onFiles={onFiles}>
          <FilePlus2 aria-hidden="true" size={20} />
          {label}
        </FileButton>
        <FileButton camera accept={camera} onFiles={onFiles} className="md:hidden">
          <Camera aria-hidden="true" size={20} />
          {t.act.camera}
        </FileButton>
        <span className="text-soft text-sm">{over ? t.act.drop : hint}</span>
      </div>
      {children}
    </section>
  )
}
