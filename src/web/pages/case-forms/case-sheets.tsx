import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { timelineQuery } from '../../api/queries.ts'
import { type SheetAsked, useSheet } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { FormSheet } from '../../forms/form-sheet.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { ForgetSheet } from './forget.tsx'
import { sheets } from './sheets.ts'

/** The dialog the address asks for, over whichever page of the case; and what was done by the last one. */
export function CaseSheets() {
  const { do: name, of, close } = useSheet()
  const [said, setSaid] = useState('')
  return (
    <>
      {name === undefined ? null : (
        <OneSheet
          key={`${name} ${of ?? ''}`}
          asked={{ do: name, ...(of === undefined ? {} : { of }) }}
          onClose={close}
          onDone={(words) => {
            setSaid(words)
            close()
          }}
        />
      )}
      <p role="status" className={said === '' ? 'sr-only' : 'my-3 rounded-xl bg-good-tint p-3 text-good'}>
        {said}
      </p>
    </>
  )
}

type Props = {
  readonly asked: SheetAsked & { readonly do: NonNullable<SheetAsked['do']> }
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}

function OneSheet({ asked: { do: name, of = '' }, onClose, onDone }: Props) {
  const { t, lang } = useTexts()
  const shown = useCase()
  const needsLog = name === 'correct' || name === 'erase'
  const timeline = useQuery({ ...timelineQuery(shown.view.id, lang), enabled: needsLog })
  if (name === 'forget') return <ForgetSheet onClose={onClose} />
  if (needsLog && timeline.data === undefined) return null
  const spec = sheets[name]({ ...shown, t, lang, of, entries: timeline.data?.entries ?? [] })
  if (spec === undefined)
    return (
      <Sheet title={t.form.gone} open onOpenChange={onClose}>
        <p className="py-4">{t.form.goneWhy}</p>
      </Sheet>
    )
  return <FormSheet spec={spec} view={shown.view} onClose={onClose} onDone={onDone} />
}
