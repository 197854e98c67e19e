import { formatYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'
import { type FactTable, factValue } from '../fact-table.ts'

export type FormulaStep = { readonly text: Text; readonly fen: number }

/** The facts without which there is no sum. */
export type Lacking = { readonly missing: readonly string[] }

/** A sum in whole fen with the way to it, or the facts without which there is none. */
export type Computed = { readonly fen: number; readonly steps: readonly FormulaStep[] } | Lacking

export function step(fen: number, zh: string, en: string): FormulaStep {
  const yuan = formatYuan(fen)
  return { fen, text: { zh: `${zh}：${yuan} 元`, en: `${en}: ${yuan} yuan` } }
}

/** A sum that a fact holds, or that the fact is lacking. */
export function stated(facts: FactTable, id: string, zh: string, en: string): FormulaStep | Lacking {
  const fen = fenOf(facts, id)
  return fen === undefined ? lacking(id) : step(fen, zh, en)
}

export function lacking(...facts: readonly string[]): Lacking {
  return { missing: facts }
}

export function lackingOf(...parts: readonly (FormulaStep | Lacking)[]): Lacking {
  return { missing: parts.flatMap((part) => ('missing' in part ? part.missing : [])) }
}

/** A sum that is one fact. */
export function single(only: FormulaStep | Lacking): Computed {
  return 'missing' in only ? only : { fen: only.fen, steps: [only] }
}

/** One sum less another, not below 0. */
export function difference(from: FormulaStep | Lacking, less: FormulaStep | Lacking, text: Text): Computed {
  if ('missing' in from || 'missing' in less) return lackingOf(from, less)
  const result = step(Math.max(0, from.fen - less.fen), text.zh, text.en)
  return { fen: result.fen, steps: [from, less, result] }
}

/** The highest of several sums, after the steps that led to them. */
export function highest(given: readonly FormulaStep[], choices: readonly FormulaStep[]): Computed {
  const fen = Math.max(...choices.map((choice) => choice.fen))
  return { fen, steps: [...given, ...choices, step(fen, '取其中最高的一项', 'the highest of these')] }
}

/** Whole fen from 0 up to ten billion yuan; anything else is no sum. */
export function fenOf(facts: FactTable, id: string): number | undefined {
  const fen = numberOf(facts, id)
  return fen !== undefined && Number.isInteger(fen) && fen >= 0 && fen <= 1e12 ? fen : undefined
}

export function numberOf(facts: FactTable, id: string): number | undefined {
  const value = factValue(facts, id)
  return typeof value === 'number' ? value : undefined
}
