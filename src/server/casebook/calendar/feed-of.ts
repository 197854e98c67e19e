import { epochMs, instantAt } from '../../../core/values/instant.ts'
import { renderFeed } from '../../render/calendar.ts'
import type { Casebook } from '../casebook.ts'

const DAY_MS = 86_400_000
/** Clocks from a week back to two years ahead. */
const [BACK, AHEAD, MOST] = [7 * DAY_MS, 730 * DAY_MS, 2_000]

/** The open clocks of all cases and purchases as a calendar. */
export async function feedOf({ store, now }: Pick<Casebook, 'store' | 'now'>): Promise<Uint8Array> {
  const at = epochMs(now())
  const due = await store.due({ from: instantAt(at - BACK), until: instantAt(at + AHEAD), limit: MOST })
  return renderFeed(due, now())
}
