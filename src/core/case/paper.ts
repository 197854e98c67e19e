import { type Outcome, refuse } from '../values/refusal.ts'
import { admit, fitsText, freeId, happened, idFor, needsId } from './admission.ts'
import type { Case, IssuedPaper } from './case.ts'
import type { Step } from './log/step.ts'

export type PaperEvent = Step<'PaperIssued', IssuedPaper>
/** A paper without an id gets the next of P1, P2 … */
export type PaperCommand = Step<'IssuePaper', Omit<IssuedPaper, 'id'> & { readonly id?: string }>

export function decidePaper(kase: Case, command: PaperCommand): Outcome<readonly PaperEvent[]> {
  const { at } = command
  const used = kase.papers.map((paper) => paper.id)
  const id = idFor(kase, command.payload.id, 'P', used)
  const payload = { ...command.payload, id }
  return admit<PaperEvent>(
    [
      freeId(kase, id, used, 'id'),
      needsId(payload.kind, 'kind'),
      happened(payload.at, at, 'at'),
      fitsText(payload.file, 'file'),
      /^[0-9a-f]{64}$/.test(payload.sha256)
        ? undefined
        : refuse(
            'hash-off',
            { zh: 'SHA-256 应是 64 位小写十六进制', en: 'a SHA-256 is 64 lower-case hex digits' },
            'sha256',
          ),
    ],
    { type: 'PaperIssued', at, payload },
  )
}

export function foldPaper(kase: Case, event: PaperEvent): Case {
  return { ...kase, papers: [...kase.papers, event.payload] }
}
