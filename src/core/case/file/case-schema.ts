import { z } from 'zod'
import { evidenceKinds } from '../../values/evidence-kind.ts'
import { replyKinds } from '../../values/reply-kind.ts'
import { factStatuses } from '../fact.ts'
import { offerAnswers } from '../offer.ts'
import { outcomes } from '../status.ts'
import { day, moment, momentBy, slug, words, yuan } from './scalar.ts'

const optional = z.exactOptional
const exhibits = (description: string) => optional(z.array(slug('证据编号 (exhibit id)')).meta({ description }))

const shop = z
  .strictObject({
    name: words('店铺名 (shop name)'),
    id: optional(words('店铺编号 (shop id)')),
    'self-operated': optional(z.boolean().meta({ description: '是否京东自营 (sold by JD itself)' })),
    company: optional(words('卖方公司全称 (selling company)')),
    'credit-code': optional(words('统一社会信用代码 (company code)')),
    address: optional(words('公司住所 (registered address)')),
    phone: optional(words('商家电话 (shop phone)')),
  })
  .meta({ description: '店铺 (shop)' })

const item = z.strictObject({
  name: words('商品名 (goods)'),
  model: optional(words('型号 (model)')),
  serial: optional(words('序列号 (serial number)')),
  price: yuan('单价 (unit price)'),
  quantity: optional(z.int().min(1).meta({ description: '数量，默认 1 (quantity)' })),
  category: optional(slug('品类，如 electronics, food (category)')),
  flags: optional(
    z.array(slug('如 custom-made, perishable (flag)')).meta({ description: '商品特性 (what is special about it)' }),
  ),
})

const invoice = z
  .strictObject({
    number: optional(words('发票号码 (invoice number)')),
    'issued-on': optional(day('开票日期 (issued on)')),
    amount: optional(yuan('发票金额 (amount)')),
    'requested-at': optional(moment('索要发票的时间 (when asked for)')),
  })
  .meta({ description: '发票 (invoice)' })

const order = z
  .strictObject({
    platform: optional(words('平台 (platform)')),
    number: optional(words('订单号 (order number)')),
    shop: optional(shop),
    items: optional(z.array(item).meta({ description: '商品 (goods bought)' })),
    paid: optional(yuan('实付总额，含运费 (paid in all)')),
    shipping: optional(yuan('其中运费 (of it for shipping)')),
    'placed-at': optional(moment('下单时间 (ordered)')),
    'paid-at': optional(moment('付款时间 (paid)')),
    'promised-ship-by': optional(momentBy('承诺发货的最晚时间 (promised to ship by)')),
    'shipped-at': optional(moment('发货时间 (shipped)')),
    'signed-at': optional(moment('签收时间 (signed for)')),
    'cancelled-at': optional(moment('被取消的时间 (cancelled)')),
    'cash-on-delivery': optional(z.boolean().meta({ description: '货到付款 (paid on delivery)' })),
    carrier: optional(words('快递公司 (carrier)')),
    waybill: optional(words('运单号 (waybill number)')),
    invoice: optional(invoice),
    'delivered-to': optional(words('收货地址 (delivered to)')),
  })
  .meta({ description: '订单 (order)' })

const consumer = z
  .strictObject({
    name: optional(words('姓名 (name)')),
    phone: optional(words('手机 (mobile phone)')),
    landline: optional(words('座机 (landline)')),
    address: optional(words('住址 (address)')),
    email: optional(words('邮箱 (e-mail)')),
  })
  .meta({ description: '消费者本人 (you)' })

const problem = z
  .strictObject({
    words: optional(words('用自己的话说发生了什么 (what happened, in your words)')),
    types: optional(z.array(slug('如 quality_defect (type)')).meta({ description: '问题类型 (problem types)' })),
  })
  .meta({ description: '问题 (problem)' })

const scalar = z.union([z.boolean(), z.number(), z.string()])
const fact = z.union([
  scalar,
  z.strictObject({
    value: optional(scalar.meta({ description: '值 (value)' })),
    status: optional(z.enum(factStatuses).meta({ description: '已知、不知道、对方有异议 (status)' })),
    by: exhibits('哪些证据证明 (proved by)'),
  }),
])

const confirm = optional(
  z.boolean().meta({
    description: '由程序读出，还没有核对：true；核对后改为 false 或删去 (read by the program, to be confirmed)',
  }),
)

/** What `youju new` read from the files and put in, or found too uncertain to put in. */
const reading = z.strictObject({
  field: words('读出的是哪一项，如 order.number (which value)'),
  value: scalar.meta({ description: '读出的值 (value read)' }),
  exhibits: exhibits('从哪些证据读出 (read from)'),
  score: z.number().min(0).max(1).meta({ description: '把握，0 到 1 (how sure)' }),
  used: optional(
    z.boolean().meta({ description: '是否已填入上面；false 为把握不够、没有填 (put in above, or too uncertain)' }),
  ),
  others: optional(z.array(scalar).meta({ description: '也可能是 (what it may be instead)' })),
  confirm,
})

const contact = z.strictObject({
  at: moment('联系时间 (when)'),
  channel: slug('渠道，如 seller, jd-service (channel)'),
  direction: optional(z.enum(['out', 'in']).meta({ description: 'out 我方联系，默认；in 对方来电来信 (direction)' })),
  with: optional(words('对方工号或称呼 (with whom)')),
  words: words('说了什么 (what was said)'),
  answered: optional(z.boolean().meta({ description: '对方是否答复 (was it answered)' })),
  exhibits: exhibits('相关证据 (exhibits)'),
  confirm,
})

const exhibit = z.strictObject({
  id: optional(slug('编号，默认 E1、E2…… (id)')),
  file: words('evidence/ 里的文件 (file in evidence/)'),
  kind: z.enum(evidenceKinds).meta({ description: '证据种类 (kind)' }),
  title: words('一句话说明是什么 (what it is)'),
  shows: optional(z.array(slug('如 waybill (id)')).meta({ description: '画面里看得清什么 (what it legibly shows)' })),
  proves: optional(words('要证明什么 (what it proves)')),
  source: optional(words('来源和取得方式 (where from, how taken)')),
  original: optional(words('原件在哪里 (where the original is)')),
  'taken-at': optional(moment('拍摄或截图时间 (taken)')),
  redacts: optional(slug('是哪件证据的遮挡副本 (copy of this exhibit with details covered)')),
  confirm,
})

const reply = z.strictObject({
  at: moment('答复时间 (when)'),
  kind: z.enum(replyKinds).meta({ description: '答复种类 (kind)' }),
  words: words('答复内容 (what it says)'),
  exhibits: exhibits('相关证据 (exhibits)'),
})

const filing = z.strictObject({
  channel: slug('提交渠道，如 complaint-12315 (channel)'),
  at: moment('提交时间 (when)'),
  ticket: optional(words('受理单号 (ticket number)')),
  text: optional(words('提交的文字 (text filed)')),
  'same-text-because': optional(words('与之前的文字几乎相同的理由 (why the text repeats an earlier one)')),
  replies: optional(z.array(reply).meta({ description: '收到的答复 (replies)' })),
  'chased-at': optional(z.array(moment('催办时间 (when)')).meta({ description: '各次催办 (chased)' })),
  'appealed-at': optional(moment('申诉时间 (appealed)')),
  'withdrawn-at': optional(moment('撤回时间 (withdrawn)')),
})

const offer = z.strictObject({
  at: moment('收到时间 (when)'),
  from: words('谁提出 (from whom)'),
  words: words('对方原话 (their words)'),
  amount: optional(yuan('金额 (amount)')),
  remedy: optional(words('非金钱的内容 (what else is offered)')),
  waives: optional(
    z.array(words('对方原话 (their words)')).meta({ description: '要求放弃什么 (what you would give up)' }),
  ),
  'answer-by': optional(momentBy('要求答复的期限 (answer by)')),
  decision: optional(
    z
      .strictObject({
        answer: z.enum(offerAnswers).meta({ description: '接受、还价、拒绝 (answer)' }),
        at: moment('答复时间 (when)'),
        words: optional(words('怎么答复的 (what you said)')),
      })
      .meta({ description: '你的答复 (your answer)' }),
  ),
})

const demand = z.strictObject({
  at: moment('决定的时间 (when)'),
  words: words('要求什么 (what you ask for)'),
  amount: optional(yuan('金额 (amount)')),
  rights: optional(z.array(slug('权利编号 (right id)')).meta({ description: '依据哪些权利 (rights it rests on)' })),
})

const remedy = z.strictObject({
  route: slug('途径编号 (route id)'),
  at: moment('开始时间 (begun)'),
  number: optional(words('案号或编号 (file number)')),
})

const money = z.strictObject({
  at: moment('到账时间 (when)'),
  amount: yuan('金额 (amount)'),
  from: words('谁付的 (from whom)'),
  for: optional(words('款项名目 (what for)')),
})

const closed = z
  .strictObject({
    at: moment('结束时间 (when)'),
    outcome: z.enum(outcomes).meta({ description: '结果 (outcome)' }),
    words: optional(words('说明 (note)')),
  })
  .meta({ description: '案件结束 (closing)' })

/** The whole of `case.yaml`. Keys are kebab-case; what is left out is unknown. */
export const caseFileSchema = z.strictObject({
  id: optional(slug('案件名，默认文件夹名 (case id)')),
  order,
  consumer: optional(consumer),
  problem: optional(problem),
  facts: optional(
    z.record(z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/), fact).meta({
      description: '其他事实；金额要写单位，如 300元 (other facts; money with its unit)',
    }),
  ),
  contacts: optional(z.array(contact).meta({ description: '联系记录 (contact log)' })),
  evidence: optional(z.array(exhibit).meta({ description: '证据，按编号顺序 (exhibits in order)' })),
  filings: optional(z.array(filing).meta({ description: '提交过的投诉、举报、申请 (filings made)' })),
  offers: optional(z.array(offer).meta({ description: '对方提出的方案 (offers)' })),
  demands: optional(z.array(demand).meta({ description: '自己选定的要求 (demands chosen)' })),
  remedies: optional(z.array(remedy).meta({ description: '已开始的仲裁、诉讼等 (remedies begun)' })),
  'money-received': optional(z.array(money).meta({ description: '已收到的款项 (money received)' })),
  closed: optional(closed),
  readings: optional(z.array(reading).meta({ description: '从图片、邮件等读出的值 (values read from the files)' })),
})

export type CaseFile = z.infer<typeof caseFileSchema>

/** The JSON Schema of `case.yaml` for editors, from the schema that reads it. */
export function caseJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(caseFileSchema, { io: 'input', target: 'draft-2020-12' })
  return {
    $schema,
    title: '有据 case.yaml',
    description: '一件投诉的案件文件 (the case file of one complaint)',
    ...schema,
  }
}
