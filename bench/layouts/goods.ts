import bwipjs from 'bwip-js/node'
import type { Drawing, Setting } from './drawing.ts'
import { DAY, shown } from './moment.ts'
import { purchase } from './purchase.ts'

/** A box with its courier label; the surface differs, the camera does the rest. */
export function courierLabel({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const bars = bwipjs.toSVG({
    bcid: 'code128',
    text: p.waybill,
    scale: 2,
    height: 14,
    includetext: false,
    paddingwidth: 8,
  })
  const surface = chance.pick([
    'repeating-linear-gradient(91deg,#b98d5b 0 7px,#b48755 7px 15px,#bc9160 15px 19px)',
    'repeating-linear-gradient(3deg,#6f6a66 0 2px,#7a7570 2px 9px,#68635f 9px 12px)',
    'repeating-linear-gradient(45deg,#9db0b8 0 30px,#93a7b0 30px 60px)',
  ])
  const photo = { ...look, width: 900, height: 1200, scale: 1.6, theme: 'light', bar: 'none' } as const
  const tilt = chance.int(-9, 9)
  const label = `<div style="position:absolute;left:${chance.int(90, 170)}px;top:${chance.int(180, 300)}px;width:600px;background:#f6f5f1;color:#151515;padding:18px;box-shadow:0 3px 14px #0007;transform:rotate(${tilt}deg);font-size:20px"><div style="display:flex;justify-content:space-between;border-bottom:3px solid;padding-bottom:6px"><b style="font-size:34px">${p.carrier}</b><span>${shown(p.shippedAt, 'YYYY-MM-DD hh:mm')}<br>第1/1件</span></div><div style="font-size:54px;font-weight:700;border-bottom:2px solid">${chance.int(100, 999)}-${chance.pick(['A', 'B', 'C'])}${chance.digits(2)} 02</div><div style="padding:10px 0;border-bottom:2px solid"><b>收</b> ${p.name} 138****00${chance.digits(2)}<br>${p.address}</div><div style="padding:6px 0;border-bottom:2px solid;font-size:16px"><b>寄</b> 示例仓 138****0000 示例省示例市样例仓库${chance.int(1, 9)}号门</div><div style="text-align:center;padding-top:12px"><div style="height:110px">${bars.replace('<svg ', '<svg preserveAspectRatio="none" style="width:90%;height:100%" ')}</div><b style="font-size:28px;letter-spacing:2px">${p.waybill}</b></div><div style="font-size:14px">打印时间 ${shown(p.shippedAt - DAY / 6, 'YYYY-MM-DD hh:mm:ss')}　已验视</div></div>`
  const html = `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0}body{font-family:"Noto Sans SC";width:900px;height:1200px;overflow:hidden;background:${surface};position:relative}</style><body>${label}</body>`
  return {
    html,
    look: photo,
    truth: { order: false, waybillNumber: p.waybill, tolerated: { shop: [p.carrier] } },
  }
}
