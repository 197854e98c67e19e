import { evidenceKinds } from '../values/evidence-kind.ts'
import { type Outcome, refuse } from '../values/refusal.ts'
import { admit, fitsText, freeId, happened, idFor, needsText, type Objection, oneOf } from './admission.ts'
import type { Case, Exhibit } from './case.ts'
import type { Step } from './log/step.ts'

type Added = Omit<Exhibit, 'addedAt' | 'withdrawn'>
type Description = Partial<Omit<Added, 'id' | 'file' | 'sha256' | 'bytes' | 'mime' | 'redacts'>>
type Described = Description & { readonly id: string }
type Withdrawn = { readonly id: string; readonly why: string }

export type EvidenceEvent =
  | Step<'EvidenceAdded', Added>
  | Step<'EvidenceDescribed', Described>
  | Step<'EvidenceWithdrawn', Withdrawn>

/** An exhibit without an id gets the next of E1, E2 …; the file itself can never be exchanged. */
export type EvidenceCommand =
  | Step<'AddEvidence', Omit<Added, 'id'> & { readonly id?: string }>
  | Step<'DescribeEvidence', Described>
  | Step<'WithdrawEvidence', Withdrawn>

export function decideEvidence(kase: Case, command: EvidenceCommand): Outcome<readonly EvidenceEvent[]> {
  const { at } = command
  const used = kase.evidence.map((exhibit) => exhibit.id)
  switch (command.type) {
    case 'AddEvidence': {
      const id = idFor(kase, command.payload.id, 'E', used)
      const payload = { ...command.payload, id }
      return admit<EvidenceEvent>(
        [
          freeId(kase, id, used, 'id'),
          needsText(payload.file, 'file'),
          needsHash(payload.sha256),
          needsBytes(payload.bytes),
          needsText(payload.title, 'title'),
          ...describes(payload, at),
          freeFile(kase, payload.file),
          copiesOriginal(kase, payload.redacts),
        ],
        { type: 'EvidenceAdded', at, payload },
      )
    }
    case 'DescribeEvidence': {
      const { payload } = command
      const title = payload.title === undefined ? undefined : needsText(payload.title, 'title')
      return admit<EvidenceEvent>([inCase(kase, payload.id), title, ...describes(payload, at)], {
        type: 'EvidenceDescribed',
        at,
        payload,
      })
    }
    case 'WithdrawEvidence': {
      const { payload } = command
      return admit<EvidenceEvent>([inCase(kase, payload.id), needsText(payload.why, 'why')], {
        type: 'EvidenceWithdrawn',
        at,
        payload,
      })
    }
  }
}

export function foldEvidence(kase: Case, event: EvidenceEvent): Case {
  switch (event.type) {
    case 'EvidenceAdded':
      return { ...kase, evidence: [...kase.evidence, { ...event.payload, addedAt: event.at }] }
    case 'EvidenceDescribed':
      return changed(kase, event.payload.id, event.payload)
    case 'EvidenceWithdrawn':
      return changed(kase, event.payload.id, { withdrawn: true })
  }
}

function changed(kase: Case, id: string, change: Partial<Exhibit>): Case {
  return { ...kase, evidence: kase.evidence.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) }
}

function describes(part: Description, at: string): readonly Objection[] {
  return [
    part.kind === undefined ? undefined : oneOf(part.kind, evidenceKinds, 'kind'),
    fitsText(part.proves, 'proves'),
    fitsText(part.source, 'source'),
    fitsText(part.original, 'original'),
    happened(part.takenAt, at, 'taken-at'),
  ]
}

function inCase(kase: Case, id: string): Objection {
  const exhibit = kase.evidence.find((entry) => entry.id === id)
  if (exhibit !== undefined && exhibit.withdrawn !== true) return undefined
  const why =
    exhibit === undefined ? { zh: '不在案件里', en: 'not in the case' } : { zh: '已经撤回', en: 'already withdrawn' }
  return refuse('exhibit-unknown', { zh: `证据 ${id} ${why.zh}`, en: `exhibit ${id} is ${why.en}` }, 'id')
}

/** A copy is one of an original, never of another copy. */
function copiesOriginal(kase: Case, redacts: string | undefined): Objection {
  if (redacts === undefined) return undefined
  const original = kase.evidence.find((entry) => entry.id === redacts)
  if (original !== undefined && original.redacts === undefined) return undefined
  return refuse(
    'copy-of-nothing',
    {
      zh: `${redacts} 不是这个案件里的原件，不能作为遮挡副本的来源`,
      en: `${redacts} is no original of this case, so nothing can be a redacted copy of it`,
    },
    'redacts',
  )
}

function freeFile(kase: Case, file: string): Objection {
  const twin = kase.evidence.find((exhibit) => exhibit.file === file && exhibit.withdrawn !== true)
  if (twin === undefined) return undefined
  return refuse(
    'exhibit-twice',
    {
      zh: `文件 ${file} 已是证据 ${twin.id}；同一文件只列一次`,
      en: `the file ${file} is exhibit ${twin.id} already; list a file once`,
    },
    'file',
  )
}

function needsHash(sha256: string): Objection {
  if (/^[0-9a-f]{64}$/.test(sha256)) return undefined
  return refuse(
    'hash-off',
    { zh: 'SHA-256 应是 64 位小写十六进制', en: 'a SHA-256 is 64 lower-case hex digits' },
    'sha256',
  )
}

function needsBytes(bytes: number): Objection {
  if (Number.isSafeInteger(bytes) && bytes >= 0) return undefined
  return refuse('size-off', { zh: '文件大小应是非负整数', en: 'a file size is a whole number of bytes' }, 'bytes')
}
