/** Chance that comes out the same for the same seed. */
export type Chance = {
  readonly share: () => number
  readonly int: (from: number, to: number) => number
  readonly pick: <const A extends readonly [unknown, ...unknown[]]>(all: A) => A[number]
  readonly some: (odds: number) => boolean
  readonly digits: (count: number) => string
}

export function chanceOf(seed: string): Chance {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(share() * (to - from + 1))
  return {
    share,
    int,
    pick: (all) => all[int(0, all.length - 1)] ?? all[0],
    some: (odds) => share() < odds,
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
  }
}
