import type { Case } from '../../case/case.ts'
import type { TimeRole } from '../../knowledge/library/field-role.ts'
import { formatYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'
import type { NumberedExhibit } from '../exhibit-number.ts'
import { paperAmount } from '../paper-amount.ts'
import { paperDay } from '../paper-date.ts'

/* What a text lacks, or says otherwise than its case, and how to mend it. */

type Said = { readonly message: Text; readonly suggestion?: Text }

const things = {
  'order-number': { zh: '订单编号', en: 'order number' },
  waybill: { zh: '运单号', en: 'waybill number' },
  name: { zh: '姓名', en: 'name' },
  shop: { zh: '店铺名称', en: 'shop' },
  phone: { zh: '电话', en: 'phone number' },
} satisfies Record<string, Text>

export function differs(thing: keyof typeof things, known: string): Said {
  const { zh, en } = things[thing]
  return {
    message: { zh: `${zh}与案件里的不一样`, en: `The ${en} is not that of the case` },
    suggestion: {
      zh: `案件里是 ${known}；写错了就改，案件里错了就去更正`,
      en: `The case has ${known}; mend the one that is wrong`,
    },
  }
}

const moments: Readonly<Record<TimeRole, Text>> = {
  ordered: { zh: '下单', en: 'order' },
  paid: { zh: '付款', en: 'payment' },
  shipped: { zh: '发货', en: 'shipping' },
  signed: { zh: '签收', en: 'signing' },
  cancelled: { zh: '取消', en: 'cancellation' },
  promised: { zh: '承诺发货', en: 'promised shipping' },
  unknown: { zh: '', en: '' },
}

export function dayDiffers(role: TimeRole, known: string): Said {
  const { zh, en } = moments[role]
  return {
    message: { zh: `${zh}日期与案件里的不一样`, en: `The day of ${en} is not that of the case` },
    suggestion: {
      zh: `案件里是${paperDay(known)}；写错了就改，案件里错了就去更正`,
      en: `The case has ${known}; mend the one that is wrong`,
    },
  }
}

export function paidDiffers(fen: number): Said {
  return {
    message: { zh: '实付金额与案件里的不一样', en: 'The sum paid is not that of the case' },
    suggestion: {
      zh: `案件里实付${paperAmount(fen)}；写错了就改，案件里错了就去更正`,
      en: `The case has ${formatYuan(fen)} yuan paid; mend the one that is wrong`,
    },
  }
}

export function aboveFormula(most: number): Said {
  return {
    message: {
      zh: `这个数超过了按已知事实算得出的最高金额（${paperAmount(most)}）；没有法定公式撑着的数额容易被当成漫天要价`,
      en: `This is above the most that any formula gives on the facts known (${formatYuan(most)} yuan); a sum without a ground weakens the rest`,
    },
    suggestion: {
      zh: '写明怎么算出来的；另有损失的，逐项列出并附凭证',
      en: 'Say how it is computed; list further losses one by one with their proof',
    },
  }
}

export function contactsDiffer(said: number, made: number): Said {
  return {
    message: {
      zh: `写的是 ${said} 次，案件里记下的联系只有 ${made} 次`,
      en: `The text says ${said} times; ${made} ${made === 1 ? 'contact is' : 'contacts are'} on record`,
    },
    suggestion: {
      zh: '把漏记的联系补进案件，或者按记下的次数写',
      en: 'Record the contacts that are missing, or give the number on record',
    },
  }
}

export function noSuchExhibit(number: number, count: number): Said {
  return {
    message: {
      zh: count === 0 ? `案件里还没有证据，没有第 ${number} 件` : `案件里的证据只有 ${count} 件，没有第 ${number} 件`,
      en: count === 0 ? 'The case has no exhibit yet' : `The case has ${count} exhibits; there is no number ${number}`,
    },
    suggestion: { zh: '先把证据加进案件，再按编号引用', en: 'Add the exhibit to the case, then refer to its number' },
  }
}

export function showsOther(cited: readonly NumberedExhibit[], path: string, better: readonly NumberedExhibit[]): Said {
  const what = shown[path] ?? { zh: '这一点', en: 'this' }
  const names = cited.map(({ number, exhibit }) => `${number}（${exhibit.title}）`)
  const others = better.map(({ number }) => number)
  return {
    message: { zh: `${names.join('、')}看不出${what.zh}`, en: `${names.join(', ')} does not show ${what.en}` },
    suggestion: { zh: `改引${others.join('、')}`, en: `Refer to ${others.join(', ')}` },
  }
}

const shown: Readonly<Record<string, Text>> = {
  'order.number': { zh: '订单编号', en: 'the order number' },
  'order.waybill': { zh: '运单号', en: 'the waybill number' },
  'order.paid': { zh: '付了多少钱', en: 'what was paid' },
  'order.paid-at': { zh: '付款时间', en: 'when it was paid' },
  'order.signed-at': { zh: '签收时间', en: 'when it was signed for' },
  'order.shipped-at': { zh: '发货时间', en: 'when it was shipped' },
  'order.cancelled-at': { zh: '取消时间', en: 'when it was cancelled' },
}

const parts = {
  order: { zh: '没有写订单编号，对方查不到是哪一单', en: 'The order number is missing: nobody can find the order' },
  demand: { zh: '没有写要什么（退货、退款、换货、多少钱）', en: 'It does not say what is asked for' },
  reach: { zh: '没有写电话或者邮箱，对方没法答复', en: 'There is no phone number or mail to answer to' },
  trouble: { zh: '没有写出了什么问题', en: 'It does not say what went wrong' },
  day: {
    zh: '没有写什么时候买的、什么时候发现的',
    en: 'It gives no day: when it was bought, when the trouble was found',
  },
  contacts: { zh: '没有写跟对方联系过几次、都是什么时候', en: 'It does not tell of the contacts there were' },
  ground: { zh: '没有写依据哪一条法律', en: 'It names no provision' },
  exhibits: { zh: '没有提到证据，案件里已经有了', en: 'It refers to no exhibit, though the case has some' },
  name: {
    zh: '没有写投诉人的姓名（市场监管部门要求写）',
    en: 'The name of the complainant is missing; the authority asks for it',
  },
  address: {
    zh: '没有写投诉人的通讯地址（市场监管部门要求写）',
    en: 'The postal address of the complainant is missing; the authority asks for it',
  },
  respondent: {
    zh: '没有写被投诉人的名称，要写执照上的全称',
    en: 'The name of the respondent as on its licence is missing',
  },
  'respondent-address': { zh: '没有写被投诉人的地址', en: 'The address of the respondent is missing' },
} satisfies Record<string, Text>
export type PartName = keyof typeof parts

/** A part that is missing, with what the case has for it. */
export function lacks(part: PartName, { order, consumer }: Case): Said {
  const known = {
    order: order.number,
    reach: consumer.phone,
    name: consumer.name,
    address: consumer.address,
    respondent: order.shop?.company,
    'respondent-address': order.shop?.address,
  }[part as string]
  return {
    message: parts[part],
    ...(known === undefined ? {} : { suggestion: { zh: `写上：${known}`, en: `Add: ${known}` } }),
  }
}
