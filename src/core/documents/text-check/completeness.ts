import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findCitations } from '../../lint/citations/find-citations.ts'
import type { LintFinding } from '../../lint/finding.ts'
import { numberExhibits } from '../exhibit-number.ts'
import { bare, type Checked } from './checked.ts'
import * as words from './text-check-words.ts'

/** A part a letter has to have. Without those that are errors nobody can act on it. */
type Part = { readonly part: words.PartName; readonly severity: LintFinding['severity']; readonly isThere: boolean }

/**
 * What a letter lacks: the parts of a complaint (order, what happened, demand, ground, how to reach the writer), and in
 * a complaint to the market regulator the three that 投诉举报处理办法 art. 10 asks for.
 */
export function lacks(checked: Checked, knowledge: Knowledge): readonly LintFinding[] {
  const { plain, inPoints } = checked
  const { end } = inPoints({ start: 0, end: plain.length })
  const parts = isToAuthority(plain) ? authorityParts(checked) : letterParts(checked, knowledge)
  return parts
    .filter(({ isThere }) => !isThere)
    .map(({ part, severity }) => ({
      start: end,
      end,
      rule: `lacks-${part}`,
      kind: 'completeness',
      severity,
      ...words.lacks(part, checked.kase),
    }))
}

/** A complaint in the form of the market regulator names who is complained of. */
function isToAuthority(plain: string): boolean {
  return respondentLabel.test(plain)
}

const respondentLabel = /被投诉(?:人|方|者|单位|企业|公司|商家|店铺)/
const demand =
  /要求|请求|诉求|(?:请|希望|望|应当?|依据|根据|按照|依照?)[^。\n]{0,40}(?:退|换|赔|修|补发|道歉|处理|支付|履行|发货|开票|开具)/
const reach = /(?<!\d)1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)|[\w.+-]+@[\w-]+\.\w|(?:电话|手机|联系方式)[:：]?\s*[+\d(]/
/** What is read as a complaint tells of trouble too; these are the words where that does not name the kind. */
const trouble =
  /问题|故障|损坏|破损|不符|假|瑕疵|坏|漏|错|少|逾期|延迟|超时|(?:未|没|不)(?:发货|收到|开票|退款|处理)|拒绝|拖延|取消|欺诈|虚假|扣|失灵|异常|闪|[花黑死]屏|死机|裂|碎|断|过期|变质|异味|色差|翻新|泄露|不(?:工作|亮|能用|制冷|制热|转|通电)|无法(?:使用|开机|充电)/

function letterParts(checked: Checked, knowledge: Knowledge): readonly Part[] {
  const { plain, fields, kase } = checked
  const contacts = kase.contacts.filter(({ direction }) => direction === 'out')
  const hasExhibits = numberExhibits(kase).length > 0
  return [
    { part: 'order', severity: 'error', isThere: hasOrder(checked) },
    { part: 'demand', severity: 'error', isThere: demand.test(plain) },
    { part: 'reach', severity: 'advice', isThere: holds(plain, kase.consumer.phone) || reach.test(plain) },
    { part: 'trouble', severity: 'advice', isThere: checked.isComplaint || trouble.test(plain) },
    { part: 'day', severity: 'advice', isThere: fields.some(({ field }) => field === 'time') },
    {
      part: 'contacts',
      severity: 'advice',
      isThere: contacts.length === 0 || /联系|沟通|客服|反映|咨询|致电|催|答复|回复/.test(plain),
    },
    {
      part: 'ground',
      severity: 'advice',
      isThere: findCitations(plain, knowledge).some(({ law }) => law !== undefined),
    },
    { part: 'exhibits', severity: 'advice', isThere: !hasExhibits || /图\s?\d|证据|附件|截图|凭证/.test(plain) },
  ]
}

function authorityParts(checked: Checked): readonly Part[] {
  const { plain, kase } = checked
  const { consumer, order } = kase
  const [, respondent = ''] = new RegExp(`${respondentLabel.source}([\\s\\S]{0,200})`).exec(plain) ?? []
  const writer = plain.replace(new RegExp(`${respondentLabel.source}[\\s\\S]{0,120}`), '')
  return [
    {
      part: 'name',
      severity: 'error',
      isThere: holds(plain, consumer.name) || /(?:投诉[人者]|姓名)(?:[:：]\s*|\s+)[\p{Script=Han}·]{2,}/u.test(writer),
    },
    { part: 'reach', severity: 'error', isThere: holds(plain, consumer.phone) || reach.test(plain) },
    {
      part: 'address',
      severity: 'error',
      isThere: holds(plain, consumer.address) || /(?:地址|住址|住所)(?:[:：]\s*|\s+)\S/.test(writer),
    },
    {
      part: 'respondent',
      severity: 'error',
      isThere:
        holds(plain, order.shop?.company) || /[\p{Script=Han}]{2,}(?:公司|店|厂|经营部|商行|个体)/u.test(respondent),
    },
    {
      part: 'respondent-address',
      severity: 'error',
      isThere: holds(plain, order.shop?.address) || /(?:地址|住址|住所)[:：]?\s*\S/.test(respondent),
    },
    { part: 'demand', severity: 'error', isThere: demand.test(plain) },
    { part: 'trouble', severity: 'error', isThere: checked.isComplaint || trouble.test(plain) },
    { part: 'order', severity: 'advice', isThere: hasOrder(checked) },
  ]
}

function hasOrder({ plain, fields, kase }: Checked): boolean {
  return holds(plain, kase.order.number) || fields.some(({ field }) => field === 'order-number')
}

/** Whether the text holds a value of the case, however it is spaced. */
function holds(plain: string, value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '' && bare(plain).includes(bare(value))
}
