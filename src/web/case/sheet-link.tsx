import { Link, useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonLook } from '../parts/button.tsx'

/** The dialogs of a case, by the name they have in the address: `?do=filing&of=jd-service`. */
const sheetNames = [
  'contact',
  'filing',
  'reply',
  'chase',
  'appeal',
  'withdraw',
  'money',
  'offer',
  'answer',
  'demand',
  'exhibit',
  'withdraw-exhibit',
  'order',
  'item',
  'times',
  'delivery',
  'shop',
  'invoice',
  'person',
  'problem',
  'problem-type',
  'fact',
  'remedy',
  'close',
  'reopen',
  'correct',
  'erase',
  'forget',
] as const
export type SheetName = (typeof sheetNames)[number]
export type SheetAsked = { readonly do?: SheetName; readonly of?: string }

/** Reads an address; what it does not know it leaves out. */
export function parseSheet(search: Record<string, unknown>): SheetAsked {
  const name = sheetNames.find((one) => one === search.do)
  if (name === undefined) return {}
  const { of } = search
  return { do: name, ...(typeof of === 'string' || typeof of === 'number' ? { of: String(of) } : {}) }
}

type Props = {
  readonly sheet: SheetName
  readonly of?: string
  /** `small` stands in a line of text. */
  readonly look?: Parameters<typeof buttonLook>[0] | 'small'
  readonly className?: string
  readonly label?: string
  readonly children: ReactNode
}

const small = 'inline-flex min-h-9 items-center px-2 text-accent text-sm hover:underline'

/** Opens a dialog of the case over the page; the address names it, so that it is there again after a reload. */
export function SheetLink({ sheet, of, look = 'plain', className = '', label, children }: Props) {
  return (
    <Link
      to="."
      search={{ do: sheet, ...(of === undefined ? {} : { of }) }}
      state={{ overPage: true }}
      resetScroll={false}
      aria-label={label}
      className={`${look === 'small' ? small : buttonLook(look)} ${className}`}
    >
      {children}
    </Link>
  )
}

/** The dialog the address asks for, and how to leave it. */
export function useSheet(): SheetAsked & { readonly close: () => void } {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const router = useRouter()
  const overPage = useRouterState({ select: ({ location }) => location.state.overPage === true })
  const close = () => {
    if (overPage) router.history.back()
    else void navigate({ to: '.', search: {}, replace: true, resetScroll: false })
  }
  return { ...parseSheet(search), close }
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A dialog opened over the page before it in the history. */
    overPage?: boolean
  }
}
