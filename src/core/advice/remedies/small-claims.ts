import type { Limit, Threshold } from '../../knowledge/money/threshold.ts'
import { formatYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'

/** What decides whether small claims fit. What is left open is unknown. */
export type SmallClaimsQuestion = {
  readonly province?: string | undefined
  /** The day of filing; its year decides which numbers count. */
  readonly day: string
  readonly claimFen: number
  /** Facts clear, rights and duties clear, little disputed, and only money asked for. */
  readonly plain?: boolean | undefined
  readonly needsAppraisal?: boolean | undefined
  readonly disputesAppraisal?: boolean | undefined
  /** `none`, or what else shuts small claims out. */
  readonly exclusion?: string | undefined
}

export type SmallClaimsReason = { readonly text: Text; readonly met: boolean | null }

/** `must`: the court uses them; `may-agree`: when both sides agree; `not`; `unknown`: a number or a fact is wanting. */
export type SmallClaimsAnswer = {
  readonly status: 'must' | 'may-agree' | 'not' | 'unknown'
  readonly reasons: readonly SmallClaimsReason[]
  readonly cites: readonly string[]
}

/** Whether a suit goes by small claims, with every reason. Source: cvpl#165, cvpl#166, cvpi#272. */
export function smallClaims(question: SmallClaimsQuestion, threshold: Threshold | undefined): SmallClaimsAnswer {
  const bars = barsIn(question)
  const limit = limitFor(question, threshold)
  const reasons = [...bars, sumReason(question, limit, threshold)]
  return { status: statusOf(reasons, question, limit), reasons, cites: ['cvpl#165', 'cvpl#166', 'cvpi#272'] }
}

/** The limit of the province in the year of the day, where one was seen and its day had come. */
function limitFor({ province, day }: SmallClaimsQuestion, threshold: Threshold | undefined): Limit | undefined {
  const known = threshold?.provinces.find(({ id }) => id === province)?.limits ?? []
  return known.filter(({ year, from }) => String(year) === day.slice(0, 4) && (from === null || from <= day)).at(-1)
}

function statusOf(
  reasons: readonly SmallClaimsReason[],
  { claimFen }: SmallClaimsQuestion,
  limit: Limit | undefined,
): SmallClaimsAnswer['status'] {
  if (reasons.some(({ met }) => met === false)) return 'not'
  if (limit === undefined || reasons.some(({ met }) => met === null)) return 'unknown'
  return claimFen <= limit.mustUpToFen ? 'must' : 'may-agree'
}

/** The premises of cvpl#165 and the exclusions of cvpl#166, as they stand here. */
function barsIn({ plain, needsAppraisal, disputesAppraisal, exclusion }: SmallClaimsQuestion): SmallClaimsReason[] {
  const other = exclusion === undefined ? undefined : exclusion !== 'none'
  return [
    {
      text: {
        zh: '事实清楚、权利义务明确、争议不大，而且只要求付钱',
        en: 'facts clear, rights and duties clear, little disputed, only money asked for',
      },
      met: plain ?? null,
    },
    absent(needsAppraisal, '不需要评估、鉴定', 'no appraisal or expert finding is needed'),
    absent(disputesAppraisal, '对起诉前的评估、鉴定结果没有异议', 'no finding made before the suit is disputed'),
    absent(other, '没有涉外、一方下落不明、反诉等情形', 'nothing foreign, nobody missing, no counterclaim or the like'),
  ]
}

function absent(bar: boolean | undefined, zh: string, en: string): SmallClaimsReason {
  return { text: { zh, en }, met: bar === undefined ? null : !bar }
}

function sumReason(
  { province, day, claimFen }: SmallClaimsQuestion,
  limit: Limit | undefined,
  threshold: Threshold | undefined,
): SmallClaimsReason {
  const place = threshold?.provinces.find(({ id }) => id === province)?.title
  const year = day.slice(0, 4)
  if (limit === undefined) return { text: place === undefined ? noProvince : noLimit(place, year), met: null }
  const [sum, must, may] = [claimFen, limit.mustUpToFen, limit.mayUpToFen].map(formatYuan)
  const numbers = {
    zh: `${place?.zh ?? ''} ${limit.year} 年：不超过 ${must} 元适用，不超过 ${may} 元可以约定适用；本案 ${sum} 元`,
    en: `${place?.en ?? ''} ${limit.year}: up to ${must} yuan they apply, up to ${may} by agreement; this claim is ${sum}`,
  }
  const caution =
    limit.grade === 'A'
      ? { zh: '', en: '' }
      : { zh: '（转载的数，以法院公布为准）', en: ' (second hand; ask the court)' }
  return {
    text: { zh: `${numbers.zh}${caution.zh}`, en: `${numbers.en}${caution.en}` },
    met: claimFen <= limit.mayUpToFen,
  }
}

const noProvince: Text = {
  zh: '金额在本省门槛以内——还不知道在哪个省起诉；门槛是本省上年度就业人员年平均工资的一半，各省每年不同，不能用全国的数代替',
  en: 'the sum is within the province’s limit – which province is not known yet; the limit is half its average yearly wage, new each year, and no national figure stands in for it',
}

function noLimit(place: Text, year: string): Text {
  return {
    zh: `金额在门槛以内——${place.zh} ${year} 年的数没有查到，看省高级人民法院的公告；不能用别的年份或全国的数代替`,
    en: `the sum is within the limit – that of ${place.en} for ${year} was not found; ask for the high court’s notice; no other year’s and no national figure stands in for it`,
  }
}
