import type { ClaimBasis } from '../core/advice/amounts/claim.ts'
import type { FactTable } from '../core/advice/fact-table.ts'
import type { Computed } from '../core/advice/formulas.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { formatYuan, parseYuan } from '../core/values/fen.ts'
import { dayOf } from '../core/values/instant.ts'
import { nearestName } from '../core/values/nearest-name.ts'
import { done, type Outcome, refuse } from '../core/values/refusal.ts'
import { type Lang, say, type Text } from '../core/values/text.ts'
import { claimWords as words } from './claim-words.ts'
import type { Command, Context, Option } from './command.ts'
import type { Ending } from './exit-code.ts'
import * as messages from './messages.ts'

/** Options that state a fact, by the fact. All take yuan but `--multiple`. */
const facts: Readonly<Record<string, string>> = {
  price: 'order.paid-fen',
  shipping: 'order.shipping-fen',
  loss: 'loss.proved-fen',
  multiple: 'promise.multiple',
  deposit: 'deposit.fen',
  contract: 'deposit.contract-fen',
  'market-price': 'replacement.price-fen',
  'later-price': 'price.later-fen',
  protected: 'price.protected-fen',
  owed: 'price.owed-fen',
  worth: 'goods.value-now-fen',
  missing: 'missing.value-fen',
  deducted: 'return.deducted-fen',
  charged: 'renewal.charged-fen',
  unauthorised: 'payment.unauthorised-fen',
  freight: 'return.shipping-paid-fen',
  medical: 'loss.medical-fen',
  care: 'loss.care-fen',
  income: 'loss.income-fen',
  property: 'loss.property-fen',
  'other-loss': 'loss.other-fen',
}

const factOptions = Object.fromEntries(
  Object.keys(facts).map((name): [string, Option] => [
    name,
    { takes: name === 'multiple' ? 'N' : words.takes, summary: words.options[name] ?? words.takesSum },
  ]),
)

export const claimCommand: Command = {
  name: 'claim',
  summary: words.summary,
  usage: words.usage,
  operands: [],
  options: {
    basis: { takes: 'ID', summary: words.basis },
    ...factOptions,
    'with-refund': { summary: words.withRefund },
  },
  run: showClaim,
}

async function showClaim({ options, lang, now, json, print, report }: Context): Promise<Ending> {
  const [{ readKnowledge }, { claimSum }] = await Promise.all([
    import('../server/pack/knowledge-folder.ts'),
    import('../core/advice/amounts/claim.ts'),
  ])
  const knowledge = await readKnowledge(undefined, lang)
  const asked = await readQuestion(options, knowledge, dayOf(now))
  if (!asked.ok) {
    report(asked.refusal.text)
    return 'misused'
  }
  const { basis, cites, given } = asked.value
  const sumOf = (table: FactTable) => claimSum(basis, table, 'with-refund' in options)
  const sum = sumOf(given)
  if ('missing' in sum) {
    report(words.lacks(sum.missing.map(optionOf), basis.id))
    return 'misused'
  }
  for (const name of unused(given, sum, sumOf)) report(words.unused(name, basis.id))
  const steps = sum.steps.map(({ text, fen }) => ({ text: say(text, lang), fen }))
  if (json) await print(`${JSON.stringify({ fen: sum.fen, steps, cites }, null, 2)}\n`)
  else {
    const withRefund = 'with-refund' in options
    await print(claimText({ basis, cites, withRefund, fen: sum.fen, steps }, knowledge, lang))
  }
  return 'holds'
}

type Question = { readonly basis: ClaimBasis; readonly cites: readonly string[]; readonly given: FactTable }

/** The basis, those of its provisions that are in force on the day, and what the options state. */
async function readQuestion(
  options: Context['options'],
  knowledge: Knowledge,
  day: string,
): Promise<Outcome<Question>> {
  const { claimBasis, claimBasisNames } = await import('../core/advice/amounts/claim.ts')
  const { findProvision } = await import('../core/knowledge/provision-ref.ts')
  if (options.basis === undefined) return refuse('no-basis', words.noBasis(Object.keys(knowledge.bases)))
  const basis = claimBasis(knowledge, options.basis)
  if (basis === undefined) {
    const nearest = nearestName(options.basis, claimBasisNames(knowledge))
    return refuse('unknown-basis', words.unknownBasis(options.basis, nearest, Object.keys(knowledge.bases)))
  }
  if ('with-refund' in options && !basis.besideRefund) return refuse('no-refund-beside', words.notBeside(basis.id))
  const cites = basis.cites.filter((ref) => findProvision(knowledge, ref, day) !== undefined)
  if (cites.length === 0) return refuse('not-in-force', words.notInForce(day, basis.cites))
  const given = readFacts(options)
  return given.ok ? done({ basis, cites, given: given.value }) : given
}

function readFacts(options: Context['options']): Outcome<FactTable> {
  const table: Record<string, FactTable[string]> = {}
  for (const [name, fact] of Object.entries(facts)) {
    const typed = options[name]
    if (typed === undefined) continue
    const value = name === 'multiple' ? readMultiple(typed) : parseYuan(typed)
    if (!value.ok) return refuse(value.refusal.code, messages.inOption(`--${name}`, value.refusal.text))
    table[fact] = { status: 'known', value: value.value, by: [] }
  }
  return done(table)
}

function readMultiple(typed: string): Outcome<number> {
  const multiple = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  return multiple >= 1 && multiple <= 1000 ? done(multiple) : refuse('bad-multiple', words.badMultiple(typed))
}

function optionOf(fact: string): string {
  const name = Object.keys(facts).find((one) => facts[one] === fact)
  return name === undefined ? fact : `--${name}`
}

/** Options without which the way to the sum is the same. */
function unused(given: FactTable, sum: Computed, sumOf: (table: FactTable) => Computed): readonly string[] {
  const way = JSON.stringify(sum)
  return Object.keys(given)
    .filter((fact) => {
      const { [fact]: _without, ...others } = given
      return JSON.stringify(sumOf(others)) === way
    })
    .map(optionOf)
}

type Claim = {
  readonly basis: ClaimBasis
  readonly cites: readonly string[]
  readonly withRefund: boolean
  readonly fen: number
  readonly steps: readonly { readonly text: string }[]
}

function claimText({ basis, cites, withRefund, fen, steps }: Claim, knowledge: Knowledge, lang: Lang): string {
  return [
    words.result(basis, formatYuan(fen), withRefund),
    ...steps.map(({ text }, i): Text => ({ zh: `  ${i + 1}. ${text}`, en: `  ${i + 1}. ${text}` })),
    words.ground(knowledge, cites, basis.standing),
    ...words.premises(basis.premises),
    ...(basis.besideRefund ? [withRefund ? words.oneMultiple : words.besideRefund] : []),
    words.caution,
  ]
    .map((line) => `${say(line, lang)}\n`)
    .join('')
}
