import type { Case, Exhibit } from '../case/case.ts'

export type NumberedExhibit = { readonly number: string; readonly exhibit: Exhibit }

/** The exhibits that papers rely on, 图1, 图2 … in the order of the case; withdrawn ones are left out of every paper. */
export function numberExhibits(kase: Case): readonly NumberedExhibit[] {
  const kept = kase.evidence.filter((exhibit) => exhibit.withdrawn !== true)
  return kept.map((exhibit, i) => ({ number: `图${i + 1}`, exhibit }))
}

/** The ids that are numbered, in the order of their numbers, each once. */
export function inOrder(exhibits: readonly NumberedExhibit[], ids: readonly string[]): readonly string[] {
  return exhibits.map(({ exhibit }) => exhibit.id).filter((id) => ids.includes(id))
}

/** `图1、图3`; empty when none of the ids is numbered. */
export function numbersText(exhibits: readonly NumberedExhibit[], ids: readonly string[]): string {
  return exhibits
    .filter(({ exhibit }) => ids.includes(exhibit.id))
    .map(({ number }) => number)
    .join('、')
}
