import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Restored } from '../../../server/api/client.ts'
import { sendFile } from '../../api/send-file.ts'
import { FileButton } from '../../parts/file-button.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Takes in a backup; what is here is never overwritten. */
export function Restore() {
  const { t, lang } = useTexts()
  const client = useQueryClient()
  const restore = useMutation({
    mutationFn: (file: File) => sendFile<Restored>('/api/restore', file, lang),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      <FileButton
        accept=".zip,application/zip"
        disabled={restore.isPending}
        onFiles={([file]) => {
          if (file) restore.mutate(file)
        }}
      >
        {t.settings.restore}
      </FileButton>
      <p className="mt-1 text-soft text-sm">{t.settings.restoreWhy}</p>
      {restore.isPending ? <p role="status">{t.state.loading}</p> : null}
      <Fault error={restore.error} />
      {restore.data ? (
        <p role="status" className="text-good">
          {t.settings.restored(restore.data.cases, restore.data.originals, restore.data.same.length)}
          {restore.data.differing.length > 0 ? (
            <span className="block text-warn">{t.settings.differing(restore.data.differing.join('、'))}</span>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
