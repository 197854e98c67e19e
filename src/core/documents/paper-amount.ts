import { formatYuan } from '../values/fen.ts'

/** Whole fen as papers write money: 129900 → 人民币1299.00元. */
export function paperAmount(fen: number): string {
  return `人民币${formatYuan(fen)}元`
}
