// Pages of an order: detail in two wordings, the list, after-sales and refund.
import type { Chance } from './chance.ts'
import type { Drawing, Setting } from './drawing.ts'
import { head, row, screen, thumb } from './look.ts'
import { DAY, HOUR, type Moment, shown, told } from './moment.ts'
import { type Purchase, purchase, yuan } from './purchase.ts'

const COPY = '<span class="copy">复制</span>'

function goods(chance: Chance, p: Purchase, marks: boolean): string {
  return `<div class="goods">${thumb(chance)}<div><div>${p.item}</div><div class="soft small">${p.variant}</div><div class="row"><span>¥${yuan(p.unit, marks)}</span><span class="soft">x${p.count}</span></div></div></div>`
}

function others(chance: Chance): string {
  const cards = Array.from({ length: 2 }, () => {
    const price = yuan(chance.int(990, 399900), false, false)
    return `<div style="flex:1">${thumb(chance, 140)}<div class="small">${chance.pick(['样例 充电器 快充套装', '虚构 收纳盒 三件套', '示例 旅行背包 大容量'])}</div><div class="red bold">¥${price}</div></div>`
  })
  return `<div class="card"><div class="bold">为你推荐</div><div style="display:flex;gap:10px;padding-top:8px">${cards.join('')}</div></div>`
}

/** Labels left, values right; the sum below the goods; numbers at the bottom. */
export function orderDetailA({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const marks = chance.some(0.3)
  const pattern = chance.pick(['YYYY-MM-DD hh:mm:ss', 'YYYY-MM-DD hh:mm:ss', 'YYYY/MM/DD hh:mm:ss'])
  const showsWaybill = chance.some(0.6)
  const money = [
    row('商品总额', `¥${yuan(p.goods, marks)}`),
    row('运费', p.freight ? `+¥${yuan(p.freight)}` : '免运费'),
    p.coupon ? row('优惠券', `-¥${yuan(p.coupon)}`) : '',
    p.beans ? row('京豆', `-¥${yuan(p.beans)}`) : '',
    `<div class="line"></div><div class="row bold"><span style="color:inherit">实付款</span><span class="red">¥${yuan(p.paid, marks)}</span></div>`,
  ].join('')
  const facts = [
    row('订单编号', `${p.orderNumber} ${COPY}`),
    row('下单时间', shown(p.placedAt, pattern)),
    row('支付方式', chance.pick(['微信支付', '在线支付', '白条支付'])),
    row('支付时间', shown(p.paidAt, pattern)),
    row('发货时间', shown(p.shippedAt, pattern)),
    row('完成时间', shown(p.signedAt, pattern)),
    showsWaybill ? row('快递单号', `${p.waybill} ${COPY}`) : '',
    row('配送方式', p.carrier),
  ].join('')
  const body = `${head('订单详情', '客服')}<div class="card"><div class="bold" style="font-size:1.25rem">已完成</div><div class="soft small">感谢您在京东购物，欢迎再次光临</div></div>
<div class="card"><div class="bold">${p.name} ${p.phone}</div><div class="small soft">${p.address}</div></div>
<div class="card"><div class="bold" style="padding-bottom:8px">${p.shop} ›</div>${goods(chance, p, marks)}<div class="buttons"><span class="btn">申请售后</span><span class="btn">加购物车</span></div><div class="line"></div>${money}</div>
<div class="card">${facts}</div>${others(chance)}`
  return { html: screen(look, body), look, truth: truthOf(p, { waybill: showsWaybill }) }
}

/** Another wording, numbers on top, values at the left or below their labels. */
export function orderDetailB({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const pattern = chance.pick(['YYYY.MM.DD hh:mm', 'YYYY年MM月DD日 hh:mm', 'YYYY-MM-DD hh:mm'])
  const kind = chance.pick(['left', 'over'])
  const facts = `<div class="card ${kind}"><div class="bold" style="padding-bottom:4px">订单信息</div>${row('订单号', p.orderNumber)}${row('付款时间', shown(p.paidAt, pattern))}${row('创建时间', shown(p.placedAt, pattern))}${row('成交时间', shown(p.signedAt, pattern))}${row('交易单号', `4200${chance.digits(24)}`)}${row('发票类型', '电子普通发票')}</div>`
  const money = `<div class="card">${goods(chance, p, true)}<div class="line"></div>${row('商品金额', `￥${yuan(p.goods, true)}`)}${row('运费', `￥${yuan(p.freight)}`)}${row('立减', `-￥${yuan(p.coupon + p.beans)}`)}<div style="text-align:right;padding-top:6px">共${p.count}件 实付：<span class="red bold" style="font-size:1.3rem">￥${yuan(p.paid, true)}</span></div></div>`
  const body = `${head('订单详情')}<div style="padding:10px 20px"><div class="bold" style="font-size:1.3rem">交易成功</div><div class="soft small">您的包裹已签收</div></div>${facts}<div class="card"><span class="tag">自营</span><span class="bold">${p.shop}</span></div>${money}<div class="card left">${row('收货人', `${p.name} ${p.phone}`)}${row('地址', p.address)}</div>`
  return { html: screen(look, body), look, truth: truthOf(p, { seconds: false, shipped: false }) }
}

/** One order of the list: number and time in one line, or no number at all. */
export function orderListCard({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const body = `${head('我的订单', '筛选')}<div style="display:flex;justify-content:space-around;padding:4px 0 8px"><span class="bold red">全部</span><span>待付款</span><span>待收货</span><span>已完成</span><span>售后</span></div>
<div class="card"><div class="row small"><span>${shown(p.placedAt, 'YYYY-MM-DD hh:mm:ss')}</span><span class="soft">订单号：${p.orderNumber}</span></div><div class="line"></div><div class="row"><span style="color:inherit" class="bold">${p.shop}</span><span class="red">已完成</span></div>${goods(chance, p, false)}<div style="text-align:right">共${p.count}件商品 实付款 <b>¥${yuan(p.paid)}</b></div><div class="buttons"><span class="btn">查看发票</span><span class="btn">退换/售后</span><span class="btn red">再次购买</span></div></div>${others(chance)}`
  const { orderNumber, shop, amountFen, placedAt } = truthOf(p, {})
  const tolerated = { placedAt: [placedAt ?? ''] }
  return { html: screen(look, body), look, truth: { order: true, orderNumber, shop, amountFen, tolerated } as const }
}

/** The lower part of a detail page: what stood above is not in the picture, so nobody can know it. */
export function orderCroppedTop(setting: Setting): Drawing {
  const { chance, now, look } = setting
  const p = purchase(chance, now)
  const pattern = 'YYYY-MM-DD hh:mm:ss'
  const body = `<div class="card" style="margin-top:-34px">${goods(chance, p, false)}${row('商品总额', `¥${yuan(p.goods)}`)}${row('运费', `¥${yuan(p.freight)}`)}${row('优惠', `-¥${yuan(p.coupon + p.beans)}`)}${row('应付款', `<b class="red">¥${yuan(p.paid)}</b>`)}</div><div class="card left">${row('订单编号', `${p.orderNumber} ${COPY}`)}${row('下单时间', shown(p.placedAt, pattern))}${row('支付时间', shown(p.paidAt, pattern))}</div>${others(chance)}`
  const { shop: _shop, ...truth } = truthOf(p, { shipped: false, signed: false })
  return { html: screen({ ...look, bar: 'none' }, body), look, truth }
}

/** The upper part: state, receiver, shop and goods; no number, no sum, no times of the order. */
export function orderCroppedBottom({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const body = `${head('订单详情')}<div class="card"><div class="bold" style="font-size:1.25rem">等待收货</div><div class="small soft">预计${shown(p.signedAt, 'M月D日')}送达</div></div><div class="card"><div class="bold">${p.name} ${p.phone}</div><div class="small soft">${p.address}</div></div><div class="card"><div class="bold" style="padding-bottom:8px">${p.shop} ›</div>${goods(chance, p, false)}</div>`
  const truth = { order: true, shop: p.shop } as const
  return { html: screen({ ...look, height: 520 }, body), look: { ...look, height: 520 }, truth }
}

export function afterSales({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const asked = p.signedAt + chance.int(4, 70) * HOUR
  const pattern = 'YYYY-MM-DD hh:mm:ss'
  const service = chance.digits(10)
  const body = `${head('服务单详情', '客服')}<div class="card"><div class="bold" style="font-size:1.2rem">商家审核中</div><div class="small soft">请等待商家处理，剩余1天${chance.int(1, 23)}小时</div></div><div class="card">${goods(chance, p, false)}</div><div class="card left">${row('服务单号', service)}${row('服务类型', '退货')}${row('申请原因', chance.pick(['质量问题', '与描述不符', '少件/漏发']))}${row('退款金额', `¥${yuan(p.paid)}`)}${row('申请时间', shown(asked, pattern))}${row('订单编号', p.orderNumber)}${row('商家', p.shop)}</div>`
  const truth = {
    order: true,
    orderNumber: p.orderNumber,
    shop: p.shop,
    refundFen: p.paid,
    tolerated: { ticketNumber: [service] },
  } as const
  return { html: screen(look, body), look, truth }
}

export function refundProgress({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const done: Moment = p.signedAt + 3 * DAY + chance.int(0, 86_399) * 1000
  const pattern = 'YYYY-MM-DD hh:mm:ss'
  const step = (name: string, at: Moment, text: string) =>
    `<div style="padding:6px 0 6px 18px;border-left:2px solid var(--line)"><div class="bold">${name}</div><div class="small">${text}</div><div class="small soft">${shown(at, pattern)}</div></div>`
  const body = `${head('退款详情')}<div class="card" style="text-align:center"><div class="soft">退款总金额</div><div class="bold" style="font-size:2rem">¥${yuan(p.paid, true)}</div><div class="red">退款成功</div></div><div class="card">${step('退款到账', done, `已退回${chance.pick(['微信零钱', `样例银行储蓄卡(00${chance.digits(2)})`, '白条'])}`)}${step('商家同意退款', done - 20 * HOUR, '系统已提交银行处理')}${step('提交申请', done - 40 * HOUR, '您已提交退款申请')}</div><div class="card">${row('订单编号', p.orderNumber)}${row('退款编号', chance.digits(11))}${row('退款方式', '原路退回')}</div>`
  const truth = { order: true, orderNumber: p.orderNumber, refundFen: p.paid } as const
  return { html: screen(look, body), look, truth }
}

type Shows = { waybill?: boolean; seconds?: boolean; shipped?: boolean; signed?: boolean }

function truthOf(p: Purchase, { waybill = false, seconds = true, shipped = true, signed = true }: Shows) {
  return {
    order: true,
    orderNumber: p.orderNumber,
    amountFen: p.paid,
    goodsFen: p.goods,
    shippingFen: p.freight,
    placedAt: told(p.placedAt, seconds),
    paidAt: told(p.paidAt, seconds),
    shop: p.shop,
    ...(shipped ? { shippedAt: told(p.shippedAt, seconds) } : {}),
    ...(signed ? { tolerated: { signedAt: [told(p.signedAt, seconds)] } } : {}),
    ...(waybill ? { waybillNumber: p.waybill } : {}),
  }
}
