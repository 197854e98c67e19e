import type { Text } from '../values/text.ts'

/** Something wrong in a knowledge file: where, why it matters, how to mend it. `rule` is the id of the check. */
export type Finding = {
  readonly rule: string
  readonly file: string
  readonly line?: number
  readonly why: Text
  readonly fix: Text
}
