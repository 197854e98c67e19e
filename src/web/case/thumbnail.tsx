import { FileAudio, FileText, FileVideo, Image } from 'lucide-react'
import { useState } from 'react'
import type { Exhibit } from '../../core/case/case.ts'
import { useTexts } from '../texts/texts.tsx'
import { useCase } from './use-case.tsx'

type Props = { readonly exhibit: Exhibit; readonly size: 'small' | 'large' }

/** A small picture of an exhibit, or a sign for its kind; it opens the original. */
export function Thumbnail({ exhibit: { id, title, mime = '', withdrawn }, size }: Props) {
  const { view } = useCase()
  const { t } = useTexts()
  const [broken, setBroken] = useState(false)
  const Sign = mime.startsWith('video/')
    ? FileVideo
    : mime.startsWith('audio/')
      ? FileAudio
      : mime.startsWith('image/')
        ? Image
        : FileText
  const box = size === 'small' ? 'h-16 w-16' : 'h-36 w-full'
  const address = `/api/cases/${view.id}/evidence/${id}`
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      aria-label={t.case.evidence.openOriginal(id, title)}
      className={`relative block overflow-hidden rounded-lg border border-line bg-card hover:border-accent ${withdrawn === true ? 'opacity-50' : ''} ${box}`}
    >
      {broken || mime === 'text/plain' ? (
        <span className="flex h-full items-center justify-center text-soft">
          <Sign aria-hidden="true" size={size === 'small' ? 24 : 40} />
        </span>
      ) : (
        <img
          src={`${address}/thumbnail`}
          alt=""
          loading="lazy"
          className="h-full w-full object-cover object-top"
          onError={() => setBroken(true)}
        />
      )}
      <span className="absolute bottom-0 left-0 rounded-tr-lg bg-card px-1.5 text-ink text-xs">{id}</span>
    </a>
  )
}
