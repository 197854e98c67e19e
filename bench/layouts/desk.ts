import type { Drawing, Setting } from './drawing.ts'
import { screen, thumb } from './look.ts'
import { shown, told } from './moment.ts'
import { purchase, yuan } from './purchase.ts'

/** The order page on a wide screen: columns beside each other, other orders' prices at the right. */
export function deskPage({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const wide = { ...look, width: 1280, height: 800, scale: 1, bar: 'none' } as const
  const pattern = 'YYYY-MM-DD hh:mm:ss'
  const css =
    'body{font-size:14px}.cols{display:flex;gap:12px;padding:0 20px}.cols>.card{flex:1;margin:8px 0}td{padding:8px 10px}table{width:100%}'
  const body = `<div style="background:#e1251b;color:#fff;padding:12px 24px;font-size:18px">我的京东　<span style="font-size:13px">首页　账户设置　消息</span></div><div style="padding:10px 24px" class="soft">我的订单 &gt; 订单详情　订单号：${p.orderNumber}</div><div class="cols"><div class="card left"><b>收货人信息</b><div class="row"><span>收货人：</span><span>${p.name}</span></div><div class="row"><span>地址：</span><span>${p.address}</span></div><div class="row"><span>手机号码：</span><span>${p.phone}</span></div></div><div class="card left"><b>配送信息</b><div class="row"><span>承运人：</span><span>${p.carrier}</span></div><div class="row"><span>货运单号：</span><span>${p.waybill}</span></div></div><div class="card left"><b>付款信息</b><div class="row"><span>付款方式：</span><span>在线支付</span></div><div class="row"><span>下单时间：</span><span>${shown(p.placedAt, pattern)}</span></div><div class="row"><span>付款时间：</span><span>${shown(p.paidAt, pattern)}</span></div></div></div><div class="card" style="margin:8px 20px"><div>${p.shop}　<span class="btn">联系卖家</span></div><table><tr class="soft"><td>商品</td><td>商品编号</td><td>京东价</td><td>数量</td></tr><tr><td style="display:flex;gap:10px">${thumb(chance, 50)}<span>${p.item}<br><span class="soft">${p.variant}</span></span></td><td>1000${chance.digits(8)}</td><td>¥${yuan(p.unit)}</td><td>${p.count}</td></tr></table><div style="text-align:right">商品总额：¥${yuan(p.goods, true)}<br>运　　费：¥${yuan(p.freight)}<br>优　　惠：-¥${yuan(p.coupon + p.beans)}<br><b class="red" style="font-size:18px">应付总额：¥${yuan(p.paid, true)}</b></div></div>`
  const truth = {
    order: true,
    orderNumber: p.orderNumber,
    amountFen: p.paid,
    goodsFen: p.goods,
    shippingFen: p.freight,
    placedAt: told(p.placedAt, true),
    paidAt: told(p.paidAt, true),
    waybillNumber: p.waybill,
    shop: p.shop,
  }
  return { html: screen(wide, body, css), look: wide, truth }
}
