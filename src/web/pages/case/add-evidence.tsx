import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadFile } from '../../api/upload.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Button } from '../../parts/button.tsx'
import { FileDrop } from '../../parts/file-drop.tsx'
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
  return (
    <FileDrop
      label={words.add}
      hint={
        <>
          {words.addWhy} <span className="hidden md:inline">{words.dropHere}</span>
        </>
      }
      camera="image/*,video/*"
      onFiles={(list) => void add(list)}
      className="mb-5"
    >
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
    </FileDrop>
  )
}
