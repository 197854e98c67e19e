/** Days from and to which something holds, both included; `null` is open. Days are `YYYY-MM-DD`. */
export type TimeSpan = { readonly from: string | null; readonly to: string | null }

export function holdsOn({ from, to }: TimeSpan, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}

export function overlap(one: TimeSpan, other: TimeSpan): boolean {
  return (one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999')
}

export function runsBackwards({ from, to }: TimeSpan): boolean {
  return from !== null && to !== null && from > to
}
