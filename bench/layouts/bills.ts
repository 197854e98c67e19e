// Pages of money and papers that are not the order itself.
import type { Drawing, Setting } from './drawing.ts'
import { head, row, screen, thumb } from './look.ts'
import { DAY, HOUR, shown, told } from './moment.ts'
import { purchase, yuan } from './purchase.ts'

export function billWechat({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const body = `${head('账单详情')}<div style="text-align:center;padding:22px 0"><div style="display:inline-block">${thumb(chance, 48)}</div><div>京东商城平台商户</div><div class="bold" style="font-size:2.2rem">-${yuan(p.paid, true)}</div></div><div class="card left">${row('当前状态', '支付成功')}${row('支付时间', shown(p.paidAt, 'YYYY年M月D日 hh:mm:ss'))}${row('商品', `京东-订单编号${p.orderNumber}`)}${row('商户全称', '示例电子商务有限公司')}${row('收单机构', '示例支付有限公司')}${row('支付方式', `样例银行储蓄卡(00${chance.digits(2)})`)}${row('交易单号', `42000${chance.digits(23)}`)}${row('商户单号', `2${chance.digits(17)}`)}</div>`
  const truth = {
    order: false,
    orderNumber: p.orderNumber,
    amountFen: p.paid,
    paidAt: told(p.paidAt, true),
    tolerated: { shop: ['京东商城平台商户', '示例电子商务有限公司'] },
  }
  return { html: screen(look, body), look, truth }
}

/** Order number of the other party and of Alipay: neither is the order number of the shop. */
export function billAlipay({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const pattern = chance.pick(['YYYY-MM-DD hh:mm:ss', 'YYYY-MM-DD hh:mm'])
  const seconds = pattern.endsWith('ss')
  const body = `${head('账单详情', '全部账单')}<div class="card" style="text-align:center"><div class="bold">${p.shop}</div><div class="bold" style="font-size:2.1rem">-${yuan(p.paid, true)}</div><div class="soft">交易成功</div></div><div class="card">${row('创建时间', shown(p.placedAt, pattern))}${row('付款时间', shown(p.paidAt, pattern))}${row('付款方式', '余额宝')}${row('商品说明', p.item)}${row('收单机构', '示例支付有限公司')}${row('支付宝交易号', `2026${chance.digits(24)}`)}${row('商家订单号', `T200P${chance.digits(19)}`)}</div><div class="card">${row('账单分类', '数码电器')}${row('标签', '添加')}</div>`
  const truth = {
    order: false,
    amountFen: p.paid,
    paidAt: told(p.paidAt, seconds),
    shop: p.shop,
    tolerated: { placedAt: [told(p.placedAt, seconds)] },
  }
  return { html: screen(look, body), look, truth }
}

export function invoice({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const number = `26${chance.digits(18)}`
  const net = Math.round(p.paid / 1.13)
  const noted = chance.some(0.6)
  const day = p.paidAt + DAY
  const wide = { ...look, width: 860, height: 560, scale: 2, theme: 'light', bar: 'none' } as const
  const css =
    'body{background:#fff;color:#222;padding:22px}table{width:100%;border-collapse:collapse;border:1.5px solid #9c4a2f}td,th{border:1px solid #9c4a2f;padding:5px 8px;font-size:13px;text-align:left;vertical-align:top}h1{color:#9c4a2f;text-align:center;font-size:24px;letter-spacing:4px}.no{text-align:right;font-size:13px}'
  const body = `<h1>电子发票（普通发票）</h1><div class="no">发票号码：${number}</div><div class="no">开票日期：${shown(day, 'YYYY年MM月DD日')}</div><table><tr><td colspan="3">购买方信息<br>名称：张三<br>统一社会信用代码/纳税人识别号：</td><td colspan="4">销售方信息<br>名称：示例商贸有限公司<br>统一社会信用代码/纳税人识别号：91000000MA0000${chance.digits(4)}</td></tr><tr><th>项目名称</th><th>规格型号</th><th>数量</th><th>单价</th><th>金额</th><th>税率</th><th>税额</th></tr><tr><td>*电子产品*${p.item.slice(0, 10)}</td><td>${p.variant}</td><td>1</td><td>${yuan(net)}</td><td>${yuan(net)}</td><td>13%</td><td>${yuan(p.paid - net)}</td></tr><tr><td>合计</td><td></td><td></td><td></td><td>¥${yuan(net)}</td><td></td><td>¥${yuan(p.paid - net)}</td></tr><tr><td colspan="7">价税合计（小写）　¥${yuan(p.paid)}</td></tr><tr><td colspan="7">备注：${noted ? `订单号:${p.orderNumber}` : '感谢惠顾'}</td></tr></table><div class="small" style="padding-top:6px">开票人：李四</div>`
  const truth = {
    order: false,
    invoiceNumber: number,
    invoiceFen: p.paid,
    ...(noted ? { orderNumber: p.orderNumber } : {}),
    tolerated: { shop: ['示例商贸有限公司'], amountFen: [p.paid] },
  }
  return { html: screen(wide, body, css), look: wide, truth }
}

export function ticket12315({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const number = `1${chance.digits(5)}${shown(now - 3 * DAY, 'YYYYMMDD')}${chance.digits(8)}`
  const at = now - 3 * DAY - chance.int(1, 9) * HOUR
  const body = `${head('投诉详情')}<div class="card over">${row('登记编号', number)}${row('办理状态', '<span class="red">已受理</span>')}${row('提交时间', shown(at, 'YYYY-MM-DD hh:mm:ss'))}${row('受理单位', '样例市虚构区市场监督管理局')}</div><div class="card left">${row('被投诉方', '示例商贸有限公司')}${row('商品名称', p.item)}${row('涉及金额', `${yuan(p.paid)}元`)}${row('购买日期', shown(p.placedAt, 'YYYY-MM-DD'))}${row('诉求', '退货退款')}</div><div class="card"><div class="soft">投诉内容</div>本人于${shown(p.placedAt, 'YYYY年M月D日')}在京东“${p.shop}”购买商品，订单号${p.orderNumber}，收到后无法开机，商家拒绝退货。</div>`
  const truth = {
    order: false,
    orderNumber: p.orderNumber,
    ticketNumber: number,
    tolerated: {
      amountFen: [p.paid],
      placedAt: [shown(p.placedAt, 'YYYY-MM-DD')],
      shop: [p.shop, '示例商贸有限公司'],
    },
  }
  return { html: screen(look, body), look, truth }
}

/** A price that nobody has paid yet. */
export function productPage({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const body = `<div style="display:flex;justify-content:center;padding:6px">${thumb(chance, 300)}</div><div class="card"><div><span class="red bold" style="font-size:1.8rem">¥${yuan(p.unit, false, false)}</span> <span class="soft" style="text-decoration:line-through">¥${yuan(p.unit + 20000)}</span> <span class="tag">百亿补贴</span></div><div class="bold"><span class="tag">自营</span>${p.item}</div><div class="small soft">已售1万+ 好评率98%</div></div><div class="card left">${row('优惠', `满999减50　领券再减30元`)}${row('已选', p.variant)}${row('送至', p.address)}${row('服务', '7天无理由退货 · 全国联保 · 极速退款')}</div><div class="card"><div class="row"><span style="color:inherit" class="bold">${p.shop}</span><span class="btn red">进店</span></div></div><div class="buttons" style="padding:10px"><span class="btn">加入购物车</span><span class="btn red">立即购买</span></div>`
  const truth = { order: false, tolerated: { shop: [p.shop] } }
  return { html: screen(look, body), look, truth }
}
