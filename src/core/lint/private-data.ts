import { lexiconOf } from '../language/lexicon.ts'
import { readNumbers } from '../language/read-numbers.ts'
import { clauseAt, sentenceAt } from '../language/saying.ts'
import type { Span } from '../language/span.ts'
import type { Text } from '../values/text.ts'
import type { Linter } from './finding.ts'

type Private = Span & { readonly what: Text; readonly isSure: boolean }

/** What shows who someone is, in a text that anyone may read. A paper to the other side or an authority may hold it. */
export const privateDataLinter: Linter = ({ text, plain, mode, knowledge }) => {
  const risk = knowledge.risks['private-data']
  if (mode !== 'public' || risk === undefined) return []
  const numbers = readNumbers(text, plain, lexiconOf(knowledge)).map(
    ({ field, start, end }): Private => ({
      start,
      end,
      what: field === 'order-number' ? words.order : words.waybill,
      isSure: true,
    }),
  )
  return apart([...patterns.flatMap((pattern) => found(plain, pattern)), ...addresses(plain), ...numbers]).map(
    ({ start, end, what, isSure }) => ({
      rule: risk.id,
      kind: risk.kind,
      start,
      end,
      message: { zh: `${what.zh}：${risk.why.zh}`, en: `${what.en}: ${risk.why.en}` },
      suggestion: risk.instead,
      severity: isSure ? ('error' as const) : ('advice' as const),
    }),
  )
}

const words = {
  mobile: { zh: '手机号码', en: 'a mobile number' },
  landline: { zh: '电话号码', en: 'a telephone number' },
  identity: { zh: '身份证号码', en: 'an identity number' },
  card: { zh: '银行卡号', en: 'a card number' },
  mail: { zh: '电子邮箱', en: 'a mail address' },
  account: { zh: '社交账号', en: 'an account' },
  plate: { zh: '车牌号', en: 'a number plate' },
  name: { zh: '具体人员的姓名', en: 'the name of a person' },
  address: { zh: '详细地址', en: 'an address' },
  order: { zh: '订单号', en: 'an order number' },
  waybill: { zh: '运单号', en: 'a waybill number' },
} as const

type Pattern = {
  readonly what: Text
  /** Its group `it`, when there is one, is the place. */
  readonly pattern: RegExp
  readonly holds?: (found: string) => boolean
  readonly isSure?: boolean
}

/** Surnames that seldom begin another word. */
const surname =
  '(?:欧阳|上官|司马|诸葛|[张李王刘陈杨赵黄吴徐孙胡朱郭罗宋郑韩冯董萧曹袁邓沈彭吕卢蒋蔡贾丁魏薛阎潘杜戴汪姜范姚谭廖邹熊陆郝孔崔邱秦史顾侯邵孟尹黎乔贺赖龚])'
const role =
  '(?:客服|快递员|快递小哥|配送员|送货员|外卖员|安装工|安装师傅|维修师傅|师傅|店主|店长|老板娘?|经理|主管|专员|负责人|法人|法定代表人|主播|收件人|收货人|寄件人|发件人)'
const named = '(?:叫|名叫|姓名|名字|名字叫|是|为|本名|真名|就叫)?(?:是|叫|为)?\\s?[:：]?\\s?'
/** What may follow a name and shows that it is over. */
const over = '(?=[^\\p{Script=Han}]|$|先生|女士|小姐|说|回|告|称|拒|打|把|的|在|对|骂|不|没|给|让|要|就|态|电|手|住|微)'

const patterns: readonly Pattern[] = [
  { what: words.mobile, pattern: /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\d.]?\d)/g },
  { what: words.landline, pattern: /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g, isSure: false },
  { what: words.identity, pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dx](?![\da-z])/g },
  { what: words.card, pattern: /(?<!\d)\d{4}(?: ?\d{4}){3}(?: ?\d{1,3})?(?!\d)/g, holds: isCard },
  {
    what: words.mail,
    pattern: /(?<![a-z0-9._+-])[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,4}/g,
    holds: (mail) => !/@(?:[a-z0-9-]+\.)*(?:jd\.com|gov\.cn)$/.test(mail),
  },
  {
    what: words.account,
    pattern:
      /(?:微信|威信|vx|wx|wechat|qq|扣扣|抖音|快手|小红书|微博)(?:账号|帐号|号码|号|id)?\s?[:：是为]{0,2}\s?(?<it>[a-z0-9_-]{5,20})(?![a-z0-9_.-])/g,
    holds: (account) => /\d/.test(account),
  },
  {
    what: words.plate,
    pattern: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][·. ]?[a-z0-9]{5,6}(?![a-z0-9])/g,
    holds: (plate) => /\d/.test(plate),
  },
  { what: words.name, pattern: new RegExp(`${role}${named}(?<it>${surname}\\p{Script=Han}{1,2}?)${over}`, 'gu') },
]

function found(plain: string, { what, pattern, holds = () => true, isSure = true }: Pattern): readonly Private[] {
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const it = match.groups?.it ?? match[0]
    if (!holds(it)) return []
    const start = match.index + match[0].length - it.length
    return [{ start, end: start + it.length, what, isSure }]
  })
}

/** The check digit of card numbers (ISO/IEC 7812). */
function isCard(written: string): boolean {
  const digits = written.replaceAll(' ', '')
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0 && /^[3-6]/.test(digits)
}

const house =
  /(?:路|街|巷|弄|道|胡同|小区|花园|家园|苑|村|大厦|公寓|广场|里|园|城|庄|府|湾)[\p{Script=Han}a-z]{0,4}?[\da-z]{1,5}(?:号|弄|栋|幢|座|单元|室|楼|组)[\da-z号弄栋幢座单元室楼层户#-]{0,16}/gu
/** The other side’s address of business is no one’s home. */
const business =
  /注册地址|住所地|营业执照|经营地址|办公地址|登记地址|店铺地址|公司地址|公司位于|法院|监管局|派出所|仓库|门店|网点/

const leading = /^.*(?:住在|家住|住|地址|位于|寄到|送到|[在是到:：])/

/** Down to the house: a street or estate and a number, from the province or city on where it is named. */
function addresses(plain: string): readonly Private[] {
  return [...plain.matchAll(house)].flatMap((match) => {
    const [at, end] = [match.index, match.index + match[0].length]
    const sentence = sentenceAt(plain, at, end)
    if (business.test(plain.slice(sentence.from, sentence.to))) return []
    const near = plain.slice(Math.max(clauseAt(plain, at, end).from, at - 30), at)
    const lead = near.slice((leading.exec(near)?.[0] ?? '').length)
    const division = /\p{Script=Han}{2,3}?(?:省|市|自治区|区|县|镇|乡|街道)/u.exec(lead)?.index
    const named = division === undefined ? lead.slice(-3) : lead.slice(division)
    return [{ start: at - named.length, end, what: words.address, isSure: true }]
  })
}

/** The first of what overlaps. */
function apart(all: readonly Private[]): readonly Private[] {
  let until = 0
  return [...all]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < until) return false
      until = end
      return true
    })
}
