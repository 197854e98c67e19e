import type { CourtFee, Rates } from '../core/advice/remedies/court-fee.ts'
import type { SmallClaimsAnswer } from '../core/advice/remedies/small-claims.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import type { Charge } from '../core/knowledge/money/fee.ts'
import { shortCite } from '../core/knowledge/provision-ref.ts'
import { formatYuan, parseYuan } from '../core/values/fen.ts'
import { dayOf } from '../core/values/instant.ts'
import { nearestName } from '../core/values/nearest-name.ts'
import { type Lang, say, type Text } from '../core/values/text.ts'
import type { Command, Context } from './command.ts'
import { courtFeeWords as words } from './court-fee-words.ts'
import type { Ending } from './exit-code.ts'
import * as messages from './messages.ts'

export const courtFeeCommand: Command = {
  name: 'court-fee',
  summary: words.summary,
  usage: words.usage,
  operands: ['AMOUNT'],
  options: {
    province: { takes: 'NAME', summary: words.province },
    appraisal: { summary: words.appraisal },
  },
  run: showFee,
}

async function showFee({ operands: [typed = ''], options, lang, now, json, print, report }: Context): Promise<Ending> {
  const amount = parseYuan(typed)
  if (!amount.ok) {
    report(messages.inOperand('AMOUNT', amount.refusal.text))
    return 'misused'
  }
  const [{ readKnowledge }, { courtFee }] = await Promise.all([
    import('../server/pack/knowledge-folder.ts'),
    import('../core/advice/remedies/court-fee.ts'),
  ])
  const knowledge = await readKnowledge(undefined, lang)
  const rates = { fees: knowledge.fees, day: dayOf(now) }
  const fee = courtFee(rates, amount.value, lang)
  const province = options.province === undefined ? undefined : provinceNamed(options.province, knowledge)
  if (fee === undefined || (options.province !== undefined && province === undefined)) {
    report(fee === undefined ? words.noRates(rates.day) : unknownProvince(options.province ?? '', knowledge))
    return 'misused'
  }
  if (json) {
    await print(`${JSON.stringify(fee, null, 2)}\n`)
    return 'holds'
  }
  const { smallClaims } = await import('../core/advice/remedies/small-claims.ts')
  const small = smallClaims(
    { province, day: rates.day, claimFen: amount.value, needsAppraisal: 'appraisal' in options ? true : undefined },
    knowledge.thresholds['small-claims'],
  )
  await print(await feeText({ claimFen: amount.value, fee, small }, rates, knowledge, lang))
  return 'holds'
}

/** A province by its id or its name in either language, with or without 省, 市 and the like. */
function provinceNamed(typed: string, { thresholds }: Knowledge): string | undefined {
  const wanted = typed.trim().toLowerCase()
  const found = thresholds['small-claims']?.provinces.find(
    ({ id, title }) =>
      [id, title.en.toLowerCase(), title.zh].includes(wanted) || (wanted.length >= 2 && title.zh.startsWith(wanted)),
  )
  return found?.id
}

function unknownProvince(typed: string, { thresholds }: Knowledge): Text {
  const provinces = thresholds['small-claims']?.provinces ?? []
  const nearest = nearestName(
    typed,
    provinces.map(({ id }) => id),
  )
  return words.unknownProvince(typed, nearest)
}

type Answer = { readonly claimFen: number; readonly fee: CourtFee; readonly small: SmallClaimsAnswer }

async function feeText({ claimFen, fee, small }: Answer, rates: Rates, knowledge: Knowledge, lang: Lang) {
  const { chargeFen, feeOn } = await import('../core/advice/remedies/court-fee.ts')
  const named = (cites: readonly string[]) => cites.map((ref) => shortCite(knowledge, ref))
  const acceptance = feeOn(rates, 'acceptance')
  const charges: readonly (readonly [Charge, number?])[] = [
    ['payment-order', claimFen],
    ['execution', claimFen],
    ['preservation', claimFen],
    ['jurisdiction-objection'],
    ['acceptance-personality', claimFen],
    ['acceptance-other'],
  ]
  const others = charges.flatMap(([charge, sum]) => {
    const rule = feeOn(rates, charge)
    const range = chargeFen(rates, charge, sum)
    return rule && range ? [words.charge(rule, range, named(rule.cites))] : []
  })
  const lines: readonly Text[] = [
    words.claim(formatYuan(claimFen)),
    words.fee(formatYuan(fee.fen), named(acceptance?.cites.slice(0, 1) ?? [])),
    ...fee.steps.map(({ text, fen }) => words.step(text, formatYuan(fen))),
    words.halved(formatYuan(fee.halvedFen)),
    ...(acceptance?.halved ?? []).map(({ when, cites }) => words.occasion(when, named(cites))),
    ...(acceptance ? [words.paid(acceptance.paid), words.borne(acceptance.borne)] : []),
    words.besides,
    ...others,
    words.smallClaims(small.status, named(small.cites)),
    ...small.reasons.map(words.reason),
    ...(acceptance ? [words.since(acceptance)] : []),
  ]
  return lines.map((line) => `${say(line, lang)}\n`).join('')
}
