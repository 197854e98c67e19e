import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { Advice } from '../../core/advice/advice.ts'
import type { Case } from '../../core/case/case.ts'
import { epochMs, instantAt } from '../../core/values/instant.ts'
import type { CaseView, Vocabulary } from '../../server/api/client.ts'
import { useTexts } from '../texts/texts.tsx'

/** The case a page shows, with the names of what it speaks of. */
export type ShownCase = {
  readonly view: CaseView
  readonly kase: Case
  readonly advice: Advice
  readonly vocabulary: Vocabulary
  /** The present moment by the server's clock, moving on while the page is open. */
  readonly now: string
  readonly channelTitle: (id: string) => string
}

const CaseContext = createContext<ShownCase | undefined>(undefined)
const halfMinute = 30_000

type Props = { readonly view: CaseView; readonly vocabulary: Vocabulary; readonly children: ReactNode }

export function CaseProvider({ view, vocabulary, children }: Props) {
  const { t } = useTexts()
  const now = useServerClock(view.advice.now)
  const shown = useMemo((): ShownCase => {
    const titles = new Map(vocabulary.channels.map(({ id, title }) => [id, title]))
    const channelTitle = (id: string) => titles.get(id) ?? id
    const titled = view.title === view.id ? { ...view, title: t.case.untitled } : view
    return { view: titled, kase: view.case, advice: view.advice, vocabulary, now, channelTitle }
  }, [view, vocabulary, now, t])
  return <CaseContext value={shown}>{children}</CaseContext>
}

/** The case of the page; only below `CaseProvider`. */
export function useCase(): ShownCase {
  const shown = use(CaseContext)
  if (shown === undefined) throw new Error('no case around this page')
  return shown
}

/** What the server's clock shows now, told once with the view: the clock of the device may be off. */
function useServerClock(told: string): string {
  const [clock, setClock] = useState({ told, at: Date.now(), now: told })
  useEffect(() => {
    const at = Date.now()
    setClock({ told, at, now: told })
    const timer = setInterval(() => setClock({ told, at, now: instantAt(epochMs(told) + Date.now() - at) }), halfMinute)
    return () => clearInterval(timer)
  }, [told])
  return clock.told === told ? clock.now : told
}
