import type { Fee } from '../../knowledge/money/fee.ts'

/** What a lawyer asks: a base, and a percentage (two decimals at most) of what is won. */
export type Quote = { readonly baseFen: number; readonly percent: number }

/** The lawyer's fee when so much is won. */
export function lawyerFee({ baseFen, percent }: Quote, wonFen: number): number {
  return baseFen + Math.round((wonFen * inTenThousand(percent)) / 10_000)
}

/** The least sum won that pays the lawyer; undefined when the share eats all of it. */
export function worthFrom({ baseFen, percent }: Quote): number | undefined {
  const left = 10_000 - inTenThousand(percent)
  return left <= 0 ? undefined : Math.ceil((baseFen * 10_000) / left)
}

/** The most that may be taken where the fee hangs on the outcome; undefined beyond the part that is known. Source: lso#6. */
export function contingencyCap({ rate }: Fee, wonFen: number): number | undefined {
  if (rate.type !== 'cap' || wonFen > rate.upToFen) return undefined
  return Math.floor((wonFen * rate.percent) / 100)
}

function inTenThousand(percent: number): number {
  return Math.round(percent * 100)
}
