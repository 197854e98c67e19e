import type { Text } from '../../values/text.ts'
import { CERTAIN, type PageField, type ReadValue } from '../page-reading.ts'
import { type Candidate, rounded } from './candidate.ts'

const twice: Text = { zh: '页面上有两处一致', en: 'two places on the page agree' }
const rivals: Text = { zh: '页面上还有别的值，请核对', en: 'the page shows another value too; please check' }
const confirmed: Text = { zh: '条码和文字一致', en: 'barcode and text agree' }

/** Below certain, for what is likely all the same. */
const UNSURE = Math.round((CERTAIN - 0.05) * 100) / 100

export type Chosen = { readonly value: ReadValue; readonly conflict?: Text }

/**
 * The likeliest of what was found for a field, the others kept beside it. Two places that agree make it surer, a rival of
 * the same strength makes it uncertain; a barcode that is sure wins over text, and the difference is told.
 */
export function chosenOf(field: PageField, candidates: readonly Candidate[]): Chosen | undefined {
  const groups = new Map<ReadValue['value'], Candidate[]>()
  for (const one of candidates) groups.set(one.value, [...(groups.get(one.value) ?? []), one])
  const ranked = [...groups.values()].map(mergedOf).sort((a, b) => strengthOf(b) - strengthOf(a) || b.score - a.score)
  const [first, ...rest] = ranked
  if (first === undefined) return undefined
  const rivalling = rest.filter((one) => strengthOf(one) >= strengthOf(first) && one.score > first.score - 0.3)
  const byBarcode = first.from !== 'text' && first.score >= CERTAIN && !rivalling.some((one) => one.from !== 'text')
  const inPieces = (first.others ?? []).length > 0
  const isContested = (rivalling.length > 0 || inPieces) && !byBarcode
  const others = [...rest.map(plainValue), ...(first.others ?? [])].sort((a, b) => b.score - a.score)
  const value: ReadValue = {
    ...plainValue(first),
    score: isContested ? Math.min(first.score, UNSURE) : first.score,
    notes: isContested && rivalling.length > 0 ? [...first.notes, rivals] : first.notes,
    ...(others.length === 0 ? {} : { others }),
  }
  const [written] = rest.filter((one) => one.from === 'text' && one.strength !== 'hint')
  return byBarcode && written !== undefined ? { value, conflict: differing(field, first, written) } : { value }
}

function mergedOf(same: readonly Candidate[]): Candidate {
  const sorted = [...same].sort((a, b) => strengthOf(b) - strengthOf(a) || b.score - a.score)
  const [first, second] = sorted
  if (first === undefined) throw new RangeError('no candidate')
  const coded = same.find(({ from }) => from === 'barcode')
  const written = same.find(({ from }) => from === 'text')
  if (coded !== undefined && written !== undefined) {
    const { others: _others, ...read } = written
    return { ...read, strength: 'sure', from: 'both', score: Math.max(0.99, written.score), notes: [confirmed] }
  }
  if (second === undefined || second.line === first.line || first.strength === 'hint') return first
  const surer = 1 - (1 - first.score) * (1 - Math.min(second.score, 0.6))
  const { others: _others, ...agreed } = first
  return { ...agreed, score: rounded(Math.min(0.99, surer)), notes: [...first.notes, twice] }
}

function strengthOf({ strength, from }: Candidate): number {
  return from === 'text' ? ['hint', 'likely', 'sure'].indexOf(strength) : strength === 'sure' ? 3 : 1
}

function plainValue({ field: _field, strength: _strength, ...value }: Candidate): ReadValue {
  return value
}

function differing(field: PageField, code: Candidate, text: Candidate): Text {
  return {
    zh: `条码是 ${code.value}，文字认成 ${text.value}（${field}）；以条码为准`,
    en: `the barcode says ${code.value}, the text was read as ${text.value} (${field}); the barcode is taken`,
  }
}
