import type { Drawing, Setting } from './drawing.ts'
import { head, screen, thumb } from './look.ts'
import { HOUR, shown, told } from './moment.ts'
import { purchase } from './purchase.ts'

/** The way of a parcel, newest on top; the order's own times are not in it. */
export function logistics({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const pattern = chance.pick(['YYYY-MM-DD hh:mm:ss', 'MM-DD hh:mm', 'YYYY-MM-DD hh:mm'])
  const dated = pattern.startsWith('YYYY')
  const steps = [
    [
      p.signedAt,
      '已签收',
      `您的快件已送达，签收人：${chance.pick(['本人', '家门口', '快递柜'])}，如有疑问请联系 138-0000-0011`,
    ],
    [p.signedAt - 4 * HOUR, '派送中', `快递员李四（138-0000-0012）正在为您派送`],
    [p.signedAt - 9 * HOUR, '运输中', '快件到达【样例市虚构营业部】'],
    [p.shippedAt + 5 * HOUR, '运输中', '快件离开【示例市分拣中心】，下一站【样例市分拣中心】'],
    [p.shippedAt, '已揽收', `${p.carrier} 已收取快件`],
  ] as const
  const list = steps
    .map(
      ([at, state, text], index) =>
        `<div style="display:flex;gap:10px;padding:7px 0"><div style="width:9px;height:9px;border-radius:9px;margin-top:7px;flex:none;background:${index ? 'var(--soft)' : 'var(--red)'}"></div><div class="${index ? 'soft' : ''}"><div><b>${state}</b> <span class="small">${shown(at, pattern)}</span></div><div class="small">${text}</div></div></div>`,
    )
    .join('')
  const body = `${head('物流详情', '客服')}<div class="card"><div class="goods">${thumb(chance, 56)}<div><div class="bold">${p.carrier}</div><div class="small">${chance.pick(['运单号', '快递单号', '物流单号'])}：${p.waybill} <span class="copy">复制</span></div><div class="small soft">官方电话 00000</div></div></div></div><div class="card">${list}</div><div class="card small soft">收货地址：${p.address} ${p.name} ${p.phone}</div>`
  const seconds = pattern.endsWith('ss')
  const truth = {
    order: false,
    waybillNumber: p.waybill,
    ...(dated ? { signedAt: told(p.signedAt, seconds) } : {}),
    tolerated: {
      shippedAt: [told(p.shippedAt, seconds)],
      signedAt: [told(p.signedAt, false)],
      shop: [p.carrier],
    },
  }
  return { html: screen(look, body), look, truth }
}
