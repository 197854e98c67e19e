import type { CaseFileInput } from './case-file.ts'
import { named, type Teller, type ToldCase } from './telling.ts'
import { knownName } from './vocabulary.ts'

/** What was said, filed, answered, offered, decided, begun and received, each list in the order of the file. */
export function tellDoings(told: ToldCase, input: CaseFileInput, teller: Teller): void {
  const { now: at, vocabulary } = input
  for (const [index, { exhibits, direction, confirm: _, ...rest }] of (told.contacts ?? []).entries()) {
    const path = ['contacts', index]
    if (named(knownName(vocabulary, 'channels', rest.channel), [...path, 'channel'], teller) === undefined) continue
    const payload = { ...rest, direction: direction ?? 'out', by: exhibits ?? [] } as const
    teller.give({ type: 'LogContact', at, payload }, path)
  }
  for (const [index, filing] of (told.filings ?? []).entries()) tellFiling(filing, index, input, teller)
  for (const [index, { decision, amount, waives, ...rest }] of (told.offers ?? []).entries()) {
    const path = ['offers', index]
    const payload = { ...rest, waives: waives ?? [], ...(amount === undefined ? {} : { fen: amount }) }
    const offer = teller.give({ type: 'ReceiveOffer', at, payload }, path)?.offers.at(-1)?.id
    if (offer === undefined || decision === undefined) continue
    teller.give({ type: 'DecideOffer', at, payload: { offer, ...decision } }, [...path, 'decision'])
  }
  for (const [index, { amount, rights, ...rest }] of (told.demands ?? []).entries()) {
    const path = ['demands', index]
    for (const [place, right] of (rights ?? []).entries())
      named(knownName(vocabulary, 'rights', right), [...path, 'rights', place], teller)
    const payload = { ...rest, rights: rights ?? [], ...(amount === undefined ? {} : { fen: amount }) }
    teller.give({ type: 'ChooseDemand', at, payload }, path)
  }
  for (const [index, payload] of (told.remedies ?? []).entries()) {
    const path = ['remedies', index]
    named(knownName(vocabulary, 'routes', payload.route), [...path, 'route'], teller)
    teller.give({ type: 'BeginRemedy', at, payload }, path)
  }
  for (const [index, { amount, ...rest }] of (told.moneyReceived ?? []).entries())
    teller.give({ type: 'ReceiveMoney', at, payload: { ...rest, fen: amount } }, ['money-received', index])
}

type ToldFiling = NonNullable<ToldCase['filings']>[number]

function tellFiling(told: ToldFiling, index: number, { now: at, vocabulary }: CaseFileInput, teller: Teller): void {
  const { replies, chasedAt, appealedAt, withdrawnAt, ...made } = told
  const path = ['filings', index]
  if (named(knownName(vocabulary, 'channels', made.channel), [...path, 'channel'], teller) === undefined) return
  const filing = teller.give({ type: 'MakeFiling', at, payload: made }, path)?.filings.at(-1)?.id
  if (filing === undefined) return
  for (const [place, { exhibits, ...reply }] of (replies ?? []).entries())
    teller.give({ type: 'ReceiveReply', at, payload: { ...reply, filing, by: exhibits ?? [] } }, [
      ...path,
      'replies',
      place,
    ])
  for (const [place, chased] of (chasedAt ?? []).entries())
    teller.give({ type: 'ChaseFiling', at, payload: { filing, at: chased } }, path, {
      'chased-at': [...path, 'chased-at', place],
    })
  if (appealedAt !== undefined) teller.give({ type: 'FileAppeal', at, payload: { filing, at: appealedAt } }, path)
  if (withdrawnAt !== undefined) teller.give({ type: 'WithdrawFiling', at, payload: { filing, at: withdrawnAt } }, path)
}
