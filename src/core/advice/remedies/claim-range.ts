import type { RightFinding } from '../advice.ts'

/** What could be sued for, in fen: the smallest sum of one right, and the most that can be asked for together. */
export type ClaimRange = { readonly least: number; readonly most: number }

/** Remedies that come on top of giving back or mending; all others are alternatives to each other. */
const onTop: readonly string[] = ['added-damages', 'damages', 'return-shipping']

/** The sums of the rights that apply; undefined when none of them has one. Alternatives count once, the highest. */
export function claimRange(rights: readonly RightFinding[]): ClaimRange | undefined {
  const most = new Map<string, number>()
  const sums: number[] = []
  for (const { status, remedy = '', amount } of rights) {
    if (status !== 'applies' || amount === undefined || amount.fen <= 0) continue
    const kind = onTop.includes(remedy) ? remedy : 'main'
    most.set(kind, Math.max(most.get(kind) ?? 0, amount.fen))
    sums.push(amount.fen)
  }
  if (sums.length === 0) return undefined
  return { least: Math.min(...sums), most: [...most.values()].reduce((total, fen) => total + fen, 0) }
}
