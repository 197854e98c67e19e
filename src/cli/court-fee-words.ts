import type { FenRange } from '../core/advice/remedies/court-fee.ts'
import type { SmallClaimsAnswer, SmallClaimsReason } from '../core/advice/remedies/small-claims.ts'
import type { Fee } from '../core/knowledge/money/fee.ts'
import { formatYuan } from '../core/values/fen.ts'
import type { Text } from '../core/values/text.ts'

/* Everything `youju court-fee` says. */

const statuses: Readonly<Record<SmallClaimsAnswer['status'], Text>> = {
  must: { zh: '适用', en: 'they apply' },
  'may-agree': { zh: '双方同意才适用', en: 'only if both sides agree' },
  not: { zh: '不适用', en: 'they do not fit' },
  unknown: { zh: '还不能确定', en: 'not settled yet' },
}

export const courtFeeWords = {
  summary: {
    zh: '算诉讼费：受理费、减半、支付令、执行、保全，逐步说明',
    en: 'Court fees on a claim: acceptance, halved, payment order, execution, preservation',
  },
  usage: {
    zh: `AMOUNT 是请求金额，按元写：1299、1299.00、1,299元、1.5万。费率按 --now 那一天的。
--json 给出 {fen, halvedFen, steps}，钱是分：受理费、减半后的受理费、怎么算的。
例：youju court-fee 50000
    youju court-fee 1.5万 --province 江苏`,
    en: `AMOUNT is the sum claimed in yuan: 1299, 1299.00, 1,299. The rates are those of the day of --now.
--json prints {fen, halvedFen, steps}, money in fen: the fee, the halved fee, the way to it.
Example: youju court-fee 50000
         youju court-fee 15000 --province jiangsu`,
  },
  province: {
    zh: '在哪个省起诉（名称或拼音 id），用来看小额诉讼的门槛',
    en: 'the province of the court, for the limit of small claims',
  },
  appraisal: { zh: '需要评估、鉴定', en: 'an appraisal or expert finding is needed' },

  noRates(day: string): Text {
    return {
      zh: `${day} 的收费标准没有收录（所知的从 2007-04-01 起）；请核对 --now`,
      en: `No rates are known for ${day} (those known begin on 2007-04-01); check --now`,
    }
  },
  unknownProvince(typed: string, nearest: string | undefined): Text {
    return {
      zh: `--province 没有“${typed}”${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}；写省、自治区、直辖市的名称，例如 江苏 或 jiangsu`,
      en: `There is no province "${typed}"${nearest === undefined ? '' : `, did you mean "${nearest}"`}; write its name, such as jiangsu`,
    }
  },

  claim(yuan: string): Text {
    return { zh: `请求金额：${yuan} 元`, en: `Claim: ${yuan} yuan` }
  },
  fee(yuan: string, cites: readonly string[]): Text {
    return { zh: `案件受理费：${yuan} 元${inZh(cites)}`, en: `Court fee: ${yuan} yuan${inEn(cites)}` }
  },
  step(text: string, yuan: string): Text {
    return { zh: `  ${text} = ${yuan} 元`, en: `  ${text} = ${yuan} yuan` }
  },
  halved(yuan: string): Text {
    return {
      zh: `减半后：${yuan} 元，下列情形减半，只减一次：`,
      en: `Halved: ${yuan} yuan, in these cases and once only:`,
    }
  },
  occasion(when: Text, cites: readonly string[]): Text {
    return { zh: `  - ${when.zh}${inZh(cites)}`, en: `  - ${when.en}${inEn(cites)}` }
  },
  paid(who: Text): Text {
    return { zh: `谁先交：${who.zh}`, en: `Paid first by: ${who.en}` }
  },
  borne(who: Text): Text {
    return { zh: `最后谁出：${who.zh}`, en: `Borne by: ${who.en}` }
  },
  besides: { zh: '其他费用和别种案件的受理费（用到才有）：', en: 'Other fees and kinds of case, only where needed:' },
  charge({ title, rate, paid, borne }: Fee, { fenFrom, fenTo }: FenRange, cites: readonly string[]): Text {
    const sum = fenFrom === fenTo ? formatYuan(fenTo) : `${formatYuan(fenFrom)}—${formatYuan(fenTo)}`
    const [zh, en] = rate.type === 'part' ? ['约 ', 'about '] : ['', '']
    return {
      zh: `  - ${title.zh}：${zh}${sum} 元；先交：${paid.zh}；负担：${borne.zh}${inZh(cites)}`,
      en: `  - ${title.en}: ${en}${sum} yuan; paid first by: ${paid.en}; borne by: ${borne.en}${inEn(cites)}`,
    }
  },
  smallClaims(status: SmallClaimsAnswer['status'], cites: readonly string[]): Text {
    return {
      zh: `小额诉讼：${statuses[status].zh}${inZh(cites)}`,
      en: `Small claims: ${statuses[status].en}${inEn(cites)}`,
    }
  },
  reason({ text, met }: SmallClaimsReason): Text {
    const [zh, en] = met === null ? ['待确认', 'open'] : met ? ['符合', 'met'] : ['不符合', 'not met']
    return { zh: `  - ${zh}：${text.zh}`, en: `  - ${en}: ${text.en}` }
  },
  since({ from, checkedOn }: Fee): Text {
    return {
      zh: `费率自 ${from ?? '不详'} 起施行，核对到 ${checkedOn} 的文本；不到一分的怎么取整没有规定。`,
      en: `Rates in force since ${from ?? 'an unknown day'}, read in a text of ${checkedOn}; how parts of a fen are rounded is not regulated.`,
    }
  },
}

function inZh(cites: readonly string[]): string {
  return cites.length === 0 ? '' : `（${cites.join('、')}）`
}

function inEn(cites: readonly string[]): string {
  return cites.length === 0 ? '' : ` (${cites.join(', ')})`
}
