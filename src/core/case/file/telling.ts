import { type CamelKeys, camelKeys } from '../../values/camel-keys.ts'
import type { Outcome, Refusal } from '../../values/refusal.ts'
import type { Text } from '../../values/text.ts'
import type { Case } from '../case.ts'
import type { Command } from '../event.ts'
import type { OrderPart } from '../order.ts'
import type { CaseFileInput } from './case-file.ts'
import type { CaseFile } from './case-schema.ts'
import type { Path } from './place.ts'
import { tellDoings } from './telling-doings.ts'
import { tellEvidence, tellUnlisted } from './telling-evidence.ts'
import { factValue, knownName } from './vocabulary.ts'

/** Takes what a case file says, one command after the other. */
export type Teller = {
  /** Gives a command; undefined when it was refused. `elsewhere` places keys that do not stand below `path`. */
  readonly give: (command: Command, path: Path, elsewhere?: Readonly<Record<string, Path>>) => Case | undefined
  readonly fault: (fault: Refusal, path: Path) => undefined
  readonly notice: (code: string, text: Text, at: string) => void
}

export type ToldCase = CamelKeys<CaseFile>

/** Turns a parsed case file into commands: the order first, then evidence, so that the rest can refer to both. */
export function tellCase(file: CaseFile, input: CaseFileInput, teller: Teller): void {
  const told = camelKeys(file)
  const { now, vocabulary } = input
  if (teller.give({ type: 'OpenCase', at: now, payload: { id: told.id ?? input.id } }, ['id']) === undefined) return
  tellOrder(told, input, teller)
  if (told.consumer !== undefined)
    teller.give({ type: 'RecordConsumer', at: now, payload: told.consumer }, ['consumer'])
  tellProblem(told, input, teller)
  tellEvidence(told, input, teller)
  for (const [fact, stated] of Object.entries(told.facts ?? {})) {
    const path = ['facts', fact]
    const plain = typeof stated === 'object' ? stated : { value: stated }
    const status = plain.status ?? (plain.value === undefined ? 'unknown' : 'known')
    if (named(knownName(vocabulary, 'facts', fact), path, teller) === undefined) continue
    const value = plain.value === undefined ? undefined : factValue(vocabulary, fact, plain.value)
    if (value?.ok === false) teller.fault(value.refusal, path)
    else
      teller.give(
        {
          type: 'StateFact',
          at: now,
          payload: { fact, status, by: plain.by ?? [], ...(value === undefined ? {} : { value: value.value }) },
        },
        path,
      )
  }
  tellDoings(told, input, teller)
  tellUnlisted(told, input, teller)
  if (told.closed !== undefined) teller.give({ type: 'CloseCase', at: now, payload: told.closed }, ['closed'])
}

/** The name when it is known; else the fault is told. */
export function named(outcome: Outcome<string>, path: Path, teller: Teller): string | undefined {
  return outcome.ok ? outcome.value : teller.fault(outcome.refusal, path)
}

function tellOrder(told: ToldCase, { now, vocabulary }: CaseFileInput, teller: Teller): void {
  const { paid, shipping, items, invoice, ...rest } = told.order
  const categories = vocabulary?.facts['goods.category']?.options?.map((option) => option.value)
  for (const [index, item] of (items ?? []).entries()) {
    const path = ['order', 'items', index]
    if (item.category !== undefined && categories !== undefined) {
      const category = factValue(vocabulary, 'goods.category', item.category)
      if (!category.ok) teller.fault(category.refusal, [...path, 'category'])
    }
    for (const [at, flag] of (item.flags ?? []).entries()) {
      const known = knownFlag(vocabulary, flag)
      if (!known.ok) teller.fault(known.refusal, [...path, 'flags', at])
    }
  }
  const payload: OrderPart = {
    ...rest,
    ...(paid === undefined ? {} : { paidFen: paid }),
    ...(shipping === undefined ? {} : { shippingFen: shipping }),
    ...(invoice === undefined ? {} : { invoice: toldInvoice(invoice) }),
    ...(items === undefined ? {} : { items: items.map(toldItem) }),
  }
  teller.give({ type: 'RecordOrder', at: now, payload }, ['order'])
}

function toldItem({ price, quantity, flags, ...rest }: NonNullable<ToldCase['order']['items']>[number]) {
  return { ...rest, priceFen: price, quantity: quantity ?? 1, flags: flags ?? [] }
}

function toldInvoice({ amount, ...rest }: NonNullable<ToldCase['order']['invoice']>) {
  return amount === undefined ? rest : { ...rest, fen: amount }
}

/** A flag of an item is the yes to a question about the goods: `custom-made` answers `goods.custom-made`. */
function knownFlag(vocabulary: CaseFileInput['vocabulary'], flag: string): Outcome<string> {
  const yesOrNo = Object.entries(vocabulary?.facts ?? {}).filter(
    ([id, fact]) => id.startsWith('goods.') && fact.type === 'boolean',
  )
  const flags = Object.fromEntries(yesOrNo.map(([id, fact]) => [id.slice('goods.'.length), fact]))
  return knownName(vocabulary === undefined ? undefined : { ...vocabulary, facts: flags }, 'facts', flag)
}

function tellProblem(told: ToldCase, { now, vocabulary }: CaseFileInput, teller: Teller): void {
  const { problem } = told
  if (problem?.words !== undefined)
    teller.give({ type: 'DescribeProblem', at: now, payload: { words: problem.words } }, ['problem'])
  for (const [index, type] of (problem?.types ?? []).entries()) {
    const path = ['problem', 'types', index]
    if (named(knownName(vocabulary, 'problems', type), path, teller) === undefined) continue
    teller.give({ type: 'ConfirmProblem', at: now, payload: { type, confirmed: true } }, path, { type: path })
  }
}
