/** What a reply to a filing does, in the words of the field. */
export const replyKinds = [
  'acknowledged',
  'answered',
  'accepted',
  'refused',
  'mediation-ended',
  'closed',
  'judged',
] as const

export type ReplyKind = (typeof replyKinds)[number]
