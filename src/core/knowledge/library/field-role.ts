/** What an amount in a shopper's words is. */
export const amountRoles = [
  'paid',
  'deposit',
  'refund-offered',
  'compensation-offered',
  'demanded',
  'freight',
  'deducted',
  'later-price',
  'difference',
  'listed',
  'cost',
  'unknown',
] as const
export type AmountRole = (typeof amountRoles)[number]

/** What a day or instant in a shopper's words is. */
export const timeRoles = ['ordered', 'paid', 'shipped', 'signed', 'cancelled', 'promised', 'unknown'] as const
export type TimeRole = (typeof timeRoles)[number]

/** Who sells, by a shopper's words. */
export const sellerRoles = ['own', 'third-party'] as const
