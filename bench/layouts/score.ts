// Holds what was read beside what was drawn.
import type { Row } from './draw.ts'
import type { Turn } from './drawing.ts'

export type Read = {
  readonly file: string
  readonly certainFrom?: number
  readonly fields?: Readonly<Record<string, { readonly value: string | number; readonly score: number } | undefined>>
  readonly chat?: readonly {
    readonly speaker: string
    readonly score?: number
    readonly at?: string
    readonly inferred?: readonly string[] | boolean
    readonly text: string
  }[]
}

/** Fields that have to be found where the picture shows them. */
const wanted = ['orderNumber', 'amountFen', 'refundFen', 'invoiceFen', 'placedAt', 'waybillNumber'] as const
/** Fields of which a certain value must not be wrong. */
const guarded = [
  ...wanted,
  'paidAt',
  'shippedAt',
  'signedAt',
  'shop',
  'invoiceNumber',
  'ticketNumber',
  'goodsFen',
  'shippingFen',
] as const

type Verdict = 'right' | 'missing' | 'wrong'
export type Fault = { readonly file: string; readonly field: string; readonly drawn?: unknown; readonly read?: unknown }
export type Score = {
  readonly fields: readonly { readonly field: string; readonly verdict: Verdict; readonly unsure: boolean }[]
  readonly certainAndWrong: readonly Fault[]
  readonly faults: readonly Fault[]
  readonly chat: {
    readonly drawn: number
    readonly right: number
    readonly invented: number
    readonly unmarked: number
    /** Shown as certain, with the wrong speaker or minute. */
    readonly misled: number
  }
}

export function scoreOf(row: Row, read: Read | undefined, certainFrom: number): Score {
  const certainAndWrong: Fault[] = []
  const faults: Fault[] = []
  const fields: { field: string; verdict: Verdict; unsure: boolean }[] = []
  for (const field of guarded) {
    const drawn = row[field]
    const found = read?.fields?.[field]
    const fits = found !== undefined && drawn !== undefined && same(drawn, found.value)
    const tolerated = found !== undefined && (row.tolerated?.[field] ?? []).some((value) => same(value, found.value))
    const fault = { file: row.file, field, drawn, read: found?.value }
    if (found !== undefined && !fits && !tolerated && found.score >= certainFrom) certainAndWrong.push(fault)
    if (drawn === undefined || !isWanted(field)) continue
    const verdict = fits ? 'right' : found === undefined || tolerated ? 'missing' : 'wrong'
    if (verdict !== 'right') faults.push(fault)
    fields.push({ field, verdict, unsure: verdict === 'right' && (found?.score ?? 0) < certainFrom })
  }
  return { fields, certainAndWrong, faults, chat: chatOf(row, read, certainFrom, faults) }
}

function isWanted(field: string): boolean {
  return wanted.some((one) => one === field)
}

/** Instants agree when the one read begins as the one drawn (which has seconds only where the picture shows them). */
function same(drawn: string | number, read: string | number): boolean {
  if (typeof drawn === 'number') return drawn === Number(read)
  const value = String(read)
  if (/^\d{4}-\d\d-\d\d/.test(drawn)) return value.startsWith(drawn)
  return value.replace(/\s/g, '') === drawn.replace(/\s/g, '')
}

/** Lines in order; each drawn line takes the first unused one with nearly the same words. */
function chatOf(row: Row, read: Read | undefined, certainFrom: number, faults: Fault[]): Score['chat'] {
  const turns = row.chat
  if (turns === undefined) return { drawn: 0, right: 0, invented: 0, unmarked: 0, misled: 0 }
  const left = [...(read?.chat ?? [])]
  let [drawn, right, unmarked, misled] = [0, 0, 0, 0]
  for (const turn of turns) {
    const at = left.findIndex((one) => near(turn.text, one.text))
    const one = at < 0 ? undefined : left.splice(at, 1)[0]
    if (turn.speaker === 'system') {
      if (one !== undefined && one.speaker !== 'system')
        faults.push({ file: row.file, field: 'chat', drawn: turn, read: one })
      continue
    }
    drawn += 1
    const marked = one?.inferred === true || (Array.isArray(one?.inferred) && one.inferred.length > 0)
    const fits = one !== undefined && one.speaker === turn.speaker && minute(one.at) === turn.at
    const told = one?.at !== undefined && minute(one.at) !== turn.at
    if (one !== undefined && (one.speaker !== turn.speaker || told) && (one.score ?? 1) >= certainFrom) misled += 1
    if (fits && turn.inferred === true && !marked) unmarked += 1
    if (fits && (turn.inferred !== true || marked)) right += 1
    else faults.push({ file: row.file, field: 'chat', drawn: turn, read: one })
  }
  const invented = left.filter(({ speaker }) => speaker !== 'system').length
  for (const one of left)
    if (one.speaker !== 'system') faults.push({ file: row.file, field: 'chat-invented', read: one })
  return { drawn, right, invented, unmarked, misled }
}

function minute(at: string | undefined): Turn['at'] {
  return at?.slice(0, 16)
}

function near(drawn: string, read: string): boolean {
  const [a, b] = [drawn, read].map((text) => text.normalize('NFKC').replace(/\s/g, ''))
  return a !== undefined && b !== undefined && edits(a, b) <= Math.floor(a.length * 0.15)
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
