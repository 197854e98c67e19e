/** A moment of the drawn world: milliseconds of the Beijing clock, as if it were UTC. */
export type Moment = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The evening on which every picture of one heap was taken. */
export function eveningOf(seed: number): Moment {
  return Date.UTC(2026, 2 + (seed % 7), 2 + ((seed * 11) % 26), 21, (seed * 17) % 50)
}

/** As ground truth tells it: `2026-03-05T14:28` or, with seconds shown, `2026-03-05T14:28:11`. */
export function told(at: Moment, seconds: boolean): string {
  return new Date(at).toISOString().slice(0, seconds ? 19 : 16)
}

/** `YYYY MM DD hh mm ss` and the shorter `M D h` are filled in; the rest stays. */
export function shown(at: Moment, pattern: string): string {
  const iso = new Date(at).toISOString()
  const parts: Record<string, string> = {
    YYYY: iso.slice(0, 4),
    MM: iso.slice(5, 7),
    DD: iso.slice(8, 10),
    hh: iso.slice(11, 13),
    mm: iso.slice(14, 16),
    ss: iso.slice(17, 19),
    M: String(Number(iso.slice(5, 7))),
    D: String(Number(iso.slice(8, 10))),
    h: String(Number(iso.slice(11, 13)) % 12 || 12),
    W: '日一二三四五六'.charAt(new Date(at).getUTCDay()),
  }
  return pattern.replace(/YYYY|MM|DD|hh|mm|ss|M|D|h|W/g, (part) => parts[part] ?? part)
}

export function startOfDay(at: Moment): Moment {
  return Math.floor(at / DAY) * DAY
}
