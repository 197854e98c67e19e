/** What a column of a spreadsheet can hold, and the headers it goes by, the plainest first. */
const headers = {
  'order-number': ['订单号', '订单编号', '订单号码', '单号', 'order number', 'order no', 'order id', 'order'],
  platform: ['平台', '购物平台', 'platform'],
  shop: [
    '店铺',
    '店铺名称',
    '店铺名',
    '店名',
    '商家',
    '商家名称',
    '卖家',
    '商户',
    'shop',
    'shop name',
    'store',
    'seller',
    'merchant',
  ],
  'self-operated': ['自营', '是否自营', '是不是自营', '店铺类型', 'self-operated', 'self operated'],
  company: ['公司', '公司名称', '商家公司', '销售公司', '经营者', 'company'],
  item: ['商品', '商品名称', '商品名', '品名', '产品', '产品名称', '宝贝', '货品', '物品', 'item', 'product', 'goods'],
  price: ['单价', '商品单价', 'unit price', 'price'],
  quantity: ['数量', '件数', '个数', 'quantity', 'qty'],
  paid: [
    '实付',
    '实付款',
    '实付金额',
    '实际支付',
    '付款金额',
    '支付金额',
    '金额',
    '订单金额',
    '总价',
    '总金额',
    '价格',
    '价款',
    'paid',
    'amount paid',
    'amount',
    'total',
  ],
  freight: ['运费', '邮费', '快递费', 'shipping fee', 'freight', 'shipping'],
  placed: [
    '下单时间',
    '下单日期',
    '下单',
    '购买时间',
    '购买日期',
    '订购时间',
    '订购日期',
    '拍下时间',
    'ordered',
    'ordered at',
    'order date',
    'order time',
    'purchase date',
  ],
  'paid-at': ['付款时间', '付款日期', '支付时间', '支付日期', 'paid at', 'payment date', 'payment time'],
  shipped: ['发货时间', '发货日期', 'shipped', 'shipped at', 'ship date'],
  signed: [
    '签收时间',
    '签收日期',
    '签收',
    '收货时间',
    '收货日期',
    '到货时间',
    '到货日期',
    '收到时间',
    'signed',
    'signed at',
    'delivered',
    'delivered at',
    'delivery date',
  ],
  carrier: ['快递公司', '物流公司', '承运人', '快递', '物流', 'carrier'],
  waybill: ['运单号', '快递单号', '物流单号', '运单编号', '快递号', 'waybill', 'tracking number', 'tracking no'],
  words: [
    '问题',
    '问题描述',
    '问题说明',
    '投诉内容',
    '情况',
    '情况说明',
    '经过',
    '描述',
    '说明',
    'problem',
    'what happened',
    'description',
    'words',
  ],
  'problem-type': ['问题类型', '投诉类型', '问题类别', '类型', '类别', 'problem type', 'type'],
  demand: ['诉求', '要求', '投诉诉求', '希望', 'demand', 'request', 'wanted'],
  name: [
    '姓名',
    '名字',
    '消费者',
    '买家',
    '买家姓名',
    '投诉人',
    '收货人',
    '收件人',
    '联系人',
    'name',
    'buyer',
    'buyer name',
    'consumer',
  ],
  phone: [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '电话号码',
    '联系电话',
    '联系方式',
    'phone',
    'phone number',
    'mobile',
    'tel',
  ],
  address: ['地址', '收货地址', '收件地址', '住址', 'address'],
  email: ['邮箱', '电子邮箱', '电子邮件', 'email', 'e-mail'],
} as const

export type CsvField = keyof typeof headers
export const csvFields = Object.keys(headers) as readonly CsvField[]

/** `field` null: nothing is taken from this column. */
export type Column = { readonly header: string; readonly field: CsvField | null }

/** Whose it is may stand before a header: 买家电话 is a phone; the seller's is not, so 商家电话 stays unknown. */
const whose = /^(?:京东|买家|客户|顾客|消费者|用户|投诉人|收货人|收件人|本人|我的|购买人|buyers?|customers?|my)/

/** What each column holds. Of two columns that could hold the same, the one that says so more plainly does. */
export function columnsOf(row: readonly string[]): readonly Column[] {
  const read = row.map((header) => ({ header: header.trim(), meant: meantBy(header) }))
  return read.map(({ header, meant }, at) => {
    if (meant === undefined) return { header, field: null }
    const rivals = read.flatMap((other, i) =>
      other.meant?.field === meant.field ? [{ i, plain: other.meant.plain }] : [],
    )
    const best = rivals.reduce((a, b) => (b.plain < a.plain ? b : a))
    return { header, field: best.i === at ? meant.field : null }
  })
}

/** The field of a header and how far down its list of names it stands. */
function meantBy(header: string): { readonly field: CsvField; readonly plain: number } | undefined {
  const written = bare(header)
  for (const spelling of [written, written.replace(whose, '').trim()])
    for (const field of csvFields) {
      const plain = headers[field].findIndex(
        (name) => name.replaceAll(/[\s-]/g, '') === spelling.replaceAll(/[\s-]/g, ''),
      )
      if (plain >= 0) return { field, plain: spelling === written ? plain : plain + 100 }
    }
  return undefined
}

/** Without width, case, units in brackets, and marks: `＊实付（元）` is 实付. */
function bare(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[([【].*?[)\]】]/g, '')
    .replaceAll(/[*.#:：_/\\"'?？]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
