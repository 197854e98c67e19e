import { X } from 'lucide-react'
import { FileDrop } from '../../parts/file-drop.tsx'
import { useTexts } from '../../texts/texts.tsx'

type Props = { readonly files: readonly File[]; readonly onFiles: (files: readonly File[]) => void }

/** Files by choosing, by the camera, by dropping; they wait in this browser until the case is there. */
export function FilePicker({ files, onFiles }: Props) {
  const { t } = useTexts()
  const add = (more: readonly File[]) => onFiles([...files, ...more])
  return (
    <FileDrop label={t.start.files} hint={t.start.filesWhy} camera="image/*" onFiles={add}>
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
    </FileDrop>
  )
}

function sizeOf({ size }: File): string {
  return size < 1_048_576 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1_048_576).toFixed(1)} MB`
}
