import type { Examination } from '../../server/casebook/doctor.ts'

/** One fault found in what is kept: what, where, what should be there and what is. */
export function findingLine({ what, item, expected, found }: Examination['findings'][number]): string {
  return `${what}  ${item}  ${expected ?? ''} → ${found ?? ''}`
}
