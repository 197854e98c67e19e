import { Camera, ImagePlus, X } from 'lucide-react'
import { useState } from 'react'
import { FileButton } from '../../parts/file-button.tsx'
import { useTexts } from '../../texts/texts.tsx'

type Props = { readonly files: readonly File[]; readonly onFiles: (files: readonly File[]) => void }

/** Files by choosing, by the camera, by dropping; they wait in this browser until the case is there. */
export function FilePicker({ files, onFiles }: Props) {
  const { t } = useTexts()
  const [over, setOver] = useState(false)
  const add = (more: readonly File[]) => onFiles([...files, ...more])
  return (
    <section
      aria-label={t.start.files}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        add([...event.dataTransfer.files])
      }}
      className={`rounded-2xl border-2 border-dashed p-3 ${over ? 'border-accent bg-accent-tint' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <FileButton multiple onFiles={add}>
          <ImagePlus aria-hidden="true" size={20} />
          {over ? t.start.drop : t.start.files}
        </FileButton>
        <FileButton accept="image/*" camera onFiles={add} className="md:hidden">
          <Camera aria-hidden="true" size={20} />
          {t.start.camera}
        </FileButton>
        <span className="text-soft text-sm">{t.start.filesWhy}</span>
      </div>
      {files.length === 0 ? null : (
        <ul className="mt-2 grid gap-1">
          {files.map((file, index) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span className="text-soft text-sm tabular-nums">{sizeOf(file)}</span>
              <button
                type="button"
                aria-label={`${t.act.remove} ${file.name}`}
                className="flex size-11 items-center justify-center text-soft hover:text-bad"
                onClick={() => onFiles(files.filter((_, at) => at !== index))}
              >
                <X aria-hidden="true" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function sizeOf({ size }: File): string {
  return size < 1_048_576 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1_048_576).toFixed(1)} MB`
}
