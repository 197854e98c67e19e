import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaperRow } from '../../../server/api/client.ts'
import { ApiFault } from '../../api/api.ts'
import { CaseLink } from '../../case/case-link.tsx'
import { missingTarget } from '../../case/step-target.ts'
import { useCase } from '../../case/use-case.tsx'
import { Button, buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

const order = ['txt', 'docx', 'pdf'] as const

/** One paper: to look at and take along, or what it still lacks and where that is entered. */
export function PaperCard({ paper }: { readonly paper: PaperRow }) {
  const { view } = useCase()
  const { t } = useTexts()
  const [shown, setShown] = useState(false)
  const words = t.case.papers
  const { id, title, formats, status, missing, because, hints } = paper
  const written = missing.length === 0
  const address = (format: string) => `/api/cases/${view.id}/papers/${id}/${format}`
  return (
    <li id={`paper-${id}`} tabIndex={-1} className="scroll-mt-4">
      <Card>
        <p className="font-semibold text-lg" lang="zh-CN">
          {title}
        </p>
        {because === undefined ? null : <p className="text-soft">{because}</p>}
        {written ? null : (
          <>
            <p className="mt-1">{words.lacks}</p>
            <ul className="mb-1 list-disc pl-5">
              {missing.map(({ what, name }) => (
                <li key={what}>
                  <span lang="zh-CN">{name}</span>{' '}
                  <CaseLink
                    target={missingTarget(what)}
                    className="inline-flex min-h-9 items-center px-1 text-accent underline"
                  >
                    {words.enterIt}
                  </CaseLink>
                </li>
              ))}
            </ul>
          </>
        )}
        {hints.length === 0 ? null : (
          <Disclosure summary={words.hints} open={status === 'ready' && hints.length === 1}>
            <ul className="grid list-disc gap-1 pl-5">
              {hints.map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        {written ? (
          <p className="mt-2 flex flex-wrap gap-2">
            {formats.includes('txt') ? (
              <Button onClick={() => setShown(true)} aria-label={words.previewThis(title)}>
                {words.preview}
              </Button>
            ) : null}
            {formats.includes('pdf') ? (
              <a
                href={`${address('pdf')}?inline=1`}
                target="_blank"
                rel="noreferrer"
                className={buttonLook('plain')}
                aria-label={words.pdfThis(title)}
              >
                {words.pdf}
              </a>
            ) : null}
            {order
              .filter((format) => formats.includes(format))
              .map((format) => (
                <a
                  key={format}
                  href={address(format)}
                  download={`${title}.${format}`}
                  className={buttonLook('quiet')}
                  aria-label={words.downloadThis(title, format)}
                >
                  {words.download(format)}
                </a>
              ))}
          </p>
        ) : null}
      </Card>
      {shown ? <Preview title={title} address={`${address('txt')}?inline=1`} onClose={() => setShown(false)} /> : null}
    </li>
  )
}

type Props = { readonly title: string; readonly address: string; readonly onClose: () => void }

/** The text of a paper as it would be copied. */
function Preview({ title, address, onClose }: Props) {
  const { view } = useCase()
  const { t } = useTexts()
  const words = t.case.papers
  const text = useQuery({
    queryKey: ['case', view.id, 'paper', address],
    gcTime: 0,
    queryFn: async () => {
      const answer = await fetch(address).catch(() => undefined)
      if (!answer?.ok) throw new ApiFault(undefined)
      return answer.text()
    },
  })
  return (
    <Sheet title={title} open onOpenChange={(open) => (open ? undefined : onClose())}>
      <p className="mb-2 rounded-xl bg-warn-tint p-3 text-warn">{words.draft}</p>
      <Loaded query={text}>
        {(data) => (
          <>
            <p className="mb-2 flex flex-wrap items-center gap-3">
              <CopyButton text={data} look="primary" />
            </p>
            <section
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
              tabIndex={0}
              lang="zh-CN"
              aria-label={title}
              className="max-h-[60dvh] select-text overflow-y-auto whitespace-pre-wrap rounded-xl border border-line bg-card p-4 font-sans"
            >
              {data}
            </section>
          </>
        )}
      </Loaded>
    </Sheet>
  )
}
