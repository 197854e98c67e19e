import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/texts.tsx'

type Props = {
  readonly title: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

/** A dialog: from below on a phone, in the middle on a desk. */
export function Sheet({ title, open, onOpenChange, children }: Props) {
  const { t } = useTexts()
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[#0008]" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] overflow-y-auto rounded-t-3xl border border-line bg-paper p-5 pb-8 md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:w-full md:max-w-xl md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-3xl">
          <div className="mb-2 flex items-start justify-between gap-4">
            <Dialog.Title className="font-bold text-xl">{title}</Dialog.Title>
            <Dialog.Close aria-label={t.act.close} className="-m-2 flex size-11 shrink-0 items-center justify-center">
              <X aria-hidden="true" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
