import type { Refusal } from '../core/values/refusal.ts'

/**
 * How a command ended: `holds`, done and the answer is yes (papers withheld with reasons included); `falls-short`, done
 * and the answer is no; `misused`, the call's words or its input are off; `broke`, machinery failed.
 */
export type Ending = 'holds' | 'falls-short' | 'misused' | 'broke'

const codes: Readonly<Record<Ending, number>> = { holds: 0, 'falls-short': 1, misused: 2, broke: 3 }

/** Refusals that answer what was asked, whatever the caller wrote: damage was found, no text was in force on the day. */
const answers: readonly string[] = ['evidence-changed', 'evidence-gone', 'bag-not-sound', 'not-in-force']

/** The number the shell sees. Nothing else knows these numbers. */
export function exitCode(ending: Ending): number {
  return codes[ending]
}

/** How a refused call ends: some refusals are the answer no, anything else is the fault of the input. */
export function endingOf(refusal: Refusal): Ending {
  const refusals = refusal.all ?? [refusal]
  return refusals.some(({ code }) => answers.includes(code)) ? 'falls-short' : 'misused'
}
