import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CsvImport, CsvPreview } from '../../../server/api/client.ts'
import { sendFile } from '../../api/send-file.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Many cases from one table: first what it would open and what is wrong, row by row; then the good rows are opened. */
export function CsvSheet({
  open,
  onOpenChange,
}: {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  const { t, lang } = useTexts()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const preview = useMutation({ mutationFn: (chosen: File) => sendFile<CsvPreview>('/api/csv', chosen, lang) })
  const take = useMutation({
    mutationFn: (chosen: File) => sendFile<CsvImport>('/api/csv/import', chosen, lang),
    onSuccess: () => {
      for (const queryKey of [['cases'], ['due']]) void client.invalidateQueries({ queryKey })
    },
  })
  return (
    <Sheet title={t.cases.csv} open={open} onOpenChange={onOpenChange}>
      <p className="mb-2 text-soft text-sm">{t.cases.csvHint}</p>
      <FileButton
        accept=".csv,text/csv,text/plain"
        onFiles={([chosen]) => {
          setFile(chosen)
          take.reset()
          if (chosen) preview.mutate(chosen)
        }}
      >
        {file?.name ?? t.cases.csvFile}
      </FileButton>
      <Fault error={preview.error ?? take.error} />
      {take.data ? <Taken result={take.data} /> : null}
      {preview.data && !take.data ? (
        <>
          <Preview preview={preview.data} />
          <Button
            look="primary"
            className="my-3 w-full"
            disabled={preview.data.counts.ok === 0 || take.isPending || file === undefined}
            onClick={() => {
              if (file) take.mutate(file)
            }}
          >
            {t.cases.csvTake(preview.data.counts.ok)}
          </Button>
        </>
      ) : null}
    </Sheet>
  )
}

function Preview({ preview: { columns, rows, counts } }: { readonly preview: CsvPreview }) {
  const { t } = useTexts()
  const ignored = columns.filter(({ field }) => field === null).map(({ header }) => header)
  return (
    <>
      <p role="status">{t.cases.csvCounts(counts.ok, counts.bad)}</p>
      {ignored.length > 0 ? <p className="text-soft text-sm">{t.cases.csvIgnored(ignored.join('、'))}</p> : null}
      <ul className="my-2 max-h-72 overflow-y-auto rounded-xl border border-line" tabIndex={-1}>
        {rows.map(({ line, ok, title, errors }) => (
          <li key={line} className="border-line border-b p-2 last:border-b-0">
            <span className="mr-2 text-soft text-sm tabular-nums">{t.cases.csvLine(line)}</span>
            {title} {ok ? null : <Badge tone="bad">{t.cases.csvBad}</Badge>}
            {errors.map(({ column, text }) => (
              <span key={`${column} ${text}`} className="block text-bad text-sm">
                {column === undefined ? '' : `${column}：`}
                {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Taken({ result: { opened, skipped } }: { readonly result: CsvImport }) {
  const { t } = useTexts()
  return (
    <div role="status">
      <p className="my-2 font-medium">{t.cases.csvTaken(opened.length, skipped.length)}</p>
      <ul>
        {opened.map(({ line, caseId }) => (
          <li key={line}>
            <Link to="/case/$id" params={{ id: caseId }} className="text-accent underline">
              {t.cases.csvLine(line)} {caseId}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
