import type { Text } from '../../values/text.ts'

/** Whether something is proven by what is there: it is, it is weakly, it is not; why, and what mends it. */
export type CheckFinding = {
  readonly status: 'have' | 'weak' | 'missing'
  readonly why: Text
  /** Empty when nothing has to be mended. */
  readonly how: Text
}

export const nothingToMend: Text = { zh: '', en: '' }
