/**
 * How a command ended: `holds`, done and the answer is yes (papers withheld with reasons included); `falls-short`, done
 * and the answer is no; `misused`, the call's words or its input are off; `broke`, machinery failed.
 */
export type Ending = 'holds' | 'falls-short' | 'misused' | 'broke'

const codes: Readonly<Record<Ending, number>> = { holds: 0, 'falls-short': 1, misused: 2, broke: 3 }

/** The number the shell sees. Nothing else knows these numbers. */
export function exitCode(ending: Ending): number {
  return codes[ending]
}
