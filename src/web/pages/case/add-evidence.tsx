import { useQueryClient } from '@tanstack/react-query'
import { Camera, FilePlus2 } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { uploadFile } from '../../api/upload.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Button } from '../../parts/button.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { useTexts } from '../../texts/texts.tsx'

type Going = {
  readonly file: File
  readonly share: number
  readonly state: 'going' | 'there' | 'failed'
  readonly exhibit?: string
}

/** Files by choosing, by the camera, by dropping; each goes up in pieces and takes up where it broke off. */
export function AddEvidence() {
  const { view } = useCase()
  const { t } = useTexts()
  const words = t.case.evidence
  const client = useQueryClient()
  const [going, setGoing] = useState<readonly Going[]>([])
  const [over, setOver] = useState(false)

  const change = (file: File, part: Partial<Going>) =>
    setGoing((all) => all.map((one) => (one.file === file ? { ...one, ...part } : one)))
  const send = async (file: File) => {
    change(file, { state: 'going', share: 0 })
    try {
      const exhibit = await uploadFile({ caseId: view.id, file, onProgress: (share) => change(file, { share }) })
      change(file, { state: 'there', share: 1, exhibit })
      await client.invalidateQueries({ queryKey: ['case', view.id] })
    } catch {
      change(file, { state: 'failed' })
    }
  }
  const add = async (list: readonly File[]) => {
    setGoing((all) => [
      ...all.filter(({ state }) => state !== 'there'),
      ...list.map((file): Going => ({ file, share: 0, state: 'going' })),
    ])
    for (const file of list) await send(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void add([...event.dataTransfer.files])
  }
  return (
    <section
      aria-label={words.add}
      className={`mb-5 rounded-2xl border-2 border-dashed p-4 ${over ? 'border-accent bg-accent-tint' : 'border-line'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileButton multiple onFiles={add}>
          <FilePlus2 aria-hidden="true" size={20} />
          {words.add}
        </FileButton>
        <FileButton camera accept="image/*,video/*" onFiles={add} className="md:hidden">
          <Camera aria-hidden="true" size={20} />
          {t.start.camera}
        </FileButton>
        <span className="text-soft">
          {over ? t.start.drop : words.addWhy}{' '}
          {over ? null : <span className="hidden md:inline">{words.dropHere}</span>}
        </span>
      </div>
      {going.length === 0 ? null : (
        <ul className="mt-3 grid gap-2" aria-live="polite">
          {going.map(({ file, share, state, exhibit }) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className="flex flex-wrap items-center gap-3">
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              {state === 'going' ? (
                <progress
                  aria-label={file.name}
                  value={share}
                  max={1}
                  className="h-2 w-32 overflow-hidden rounded-full accent-(--accent) [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
                />
              ) : null}
              <span className={state === 'failed' ? 'text-bad' : state === 'there' ? 'text-good' : 'text-soft'}>
                {words.upload[state]}
              </span>
              {exhibit === undefined || exhibit === '' ? null : (
                <SheetLink sheet="exhibit" of={exhibit} label={words.describeThis(exhibit)}>
                  {words.describe} {exhibit}
                </SheetLink>
              )}
              {state === 'failed' ? <Button onClick={() => void send(file)}>{t.state.retry}</Button> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
