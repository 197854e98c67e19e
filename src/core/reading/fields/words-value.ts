import type { Text } from '../../values/text.ts'
import { carrierName, type PageLexicon } from '../page-lexicon.ts'
import { isMobile } from './number-value.ts'
import { asDigits, type Parsed } from './parsed.ts'

/** What apps print behind a value, to be tapped. */
const taps = /(?:\s*(?:复制|进店逛逛|进店|关注|联系客服|联系商家|查看|详情|展开|更多|[>›»〉<]))+$/
const provinces =
  /(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)?/
const masked: Text = { zh: '有遮盖的字', en: 'part of it is masked' }

export function untapped(text: string): string {
  // The arrow at the end of a line is read as a bracket at times.
  const closed = text.includes('(') ? text : text.replace(/\)+$/, '')
  return closed
    .replace(taps, '')
    .replace(/^[<‹《\s]+/, '')
    .replace(/[,;:.。、\s]+$/, '')
    .trim()
}

/** A name of a shop or a company: letters, not a sentence, not a number. */
export function readTitle(text: string): Parsed<string> | undefined {
  const value = untapped(text)
  const isTitle = /\p{L}{2}/u.test(value) && value.length >= 2 && value.length <= 40 && !/[。！？;；]/.test(value)
  return isTitle ? { value, fit: 1, notes: [] } : undefined
}

const noShopWord: Text = { zh: '不像店铺的名字', en: 'does not look like the name of a shop' }

/** A shop’s name says what it is; other words behind 商家 may be what is said of it. */
export function readShop(text: string): Parsed<string> | undefined {
  const title = readTitle(text)
  if (title === undefined || /店|自营|旗舰|专营|专卖|商城|超市|商行|公司|专柜|[馆坊铺]$|shop|store/i.test(title.value))
    return title
  return { ...title, fit: 0.85, notes: [noShopWord] }
}

export function readCarrier(text: string, lexicon: PageLexicon): Parsed<string> | undefined {
  const named = [...text.matchAll(lexicon.carrierNamed)].find(({ index }) => index <= 3)
  const value = named === undefined ? undefined : carrierName(named[0], lexicon)
  return value === undefined ? undefined : { value, fit: 1, notes: [] }
}

/** A person's name: two to four characters, or what a mask left of it. */
export function readPersonName(text: string): Parsed<string> | undefined {
  const value =
    /^[\p{Script=Han}·]{1,6}\**(?:先生|女士)?(?=[\s,，(\d]|$)|^[\p{Script=Han}]\*{1,3}[\p{Script=Han}]?/u.exec(
      text,
    )?.[0]
  if (value === undefined || value.length < 2 || provinces.test(value)) return undefined
  return value.includes('*')
    ? { value, fit: 0.9, notes: [masked] }
    : { value, fit: value.length <= 4 ? 1 : 0.85, notes: [] }
}

/** A mobile number whole or with its middle masked, a landline, a 400 number. */
export function readPhone(text: string): Parsed<string> | undefined {
  const run = /^(?:\+?86[- ]?)?(1[3-9][\dOoIl](?:[- ]?[\d*OoIl]){8})(?![\d*])/.exec(text)?.[1]
  if (run !== undefined) {
    const value = asDigits(run).replaceAll(/[- ]/g, '')
    if (value.includes('*')) return { value, fit: 0.9, notes: [masked] }
    return isMobile(value) ? { value, fit: value === run.replaceAll(/[- ]/g, '') ? 1 : 0.88, notes: [] } : undefined
  }
  const line = /^(?:0\d{2,3}[- ]?\d{7,8}|400[- ]?\d{3}[- ]?\d{4}|95\d{3,6})(?!\d)/.exec(text)?.[0]
  return line === undefined ? undefined : { value: line.replaceAll(' ', ''), fit: 0.95, notes: [] }
}

/** An address names a province, a city or a district and something below it. */
export function readAddress(text: string): Parsed<string> | undefined {
  const start = provinces.exec(text)?.index ?? /[\p{Script=Han}]{2,8}(?:市|区|县)/u.exec(text)?.index
  const value = start === undefined ? '' : untapped(text.slice(start))
  const isAddress = value.length >= 6 && /[市区县州盟旗镇乡路街道村巷号楼室苑园]/.test(value)
  return isAddress ? { value, fit: provinces.test(value) ? 1 : 0.85, notes: [] } : undefined
}

/** Looks like an address without a label saying so. */
export function isAddressLike(text: string): boolean {
  return provinces.test(text) && /[市区县州].{2,}(?:路|街|道|镇|乡|村|号|楼|室|小区|大厦|园|苑|座|栋|单元)/.test(text)
}
