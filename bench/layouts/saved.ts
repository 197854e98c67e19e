// What is no picture: a saved page, a mail of the order, a pasted chat.
import type { Drawing, Setting, Turn } from './drawing.ts'
import { gb18030 } from './gb18030.ts'
import { shown, told } from './moment.ts'
import { type Purchase, purchase, yuan } from './purchase.ts'
import { talk } from './talk.ts'

function truthOf(p: Purchase) {
  return {
    order: true,
    orderNumber: p.orderNumber,
    amountFen: p.paid,
    goodsFen: p.goods,
    shippingFen: p.freight,
    placedAt: told(p.placedAt, true),
    shop: p.shop,
  }
}

function table(p: Purchase): string {
  return `<table><tr><td>订单号：</td><td>${p.orderNumber}</td></tr><tr><td>下单时间：</td><td>${shown(p.placedAt, 'YYYY-MM-DD hh:mm:ss')}</td></tr><tr><td>付款时间：</td><td>${shown(p.paidAt, 'YYYY-MM-DD hh:mm:ss')}</td></tr><tr><td>店铺：</td><td><a href="#">${p.shop}</a></td></tr></table><div class="goods"><span>${p.item}</span> <em>¥${yuan(p.unit)}</em> <i>x${p.count}</i></div><ul><li><label>商品总额：</label><span>¥${yuan(p.goods)}</span></li><li><label>运费：</label><span>¥${yuan(p.freight)}</span></li><li><label>优惠：</label><span>-¥${yuan(p.coupon + p.beans)}</span></li><li class="sum"><label>应付总额：</label><b>¥${yuan(p.paid)}</b></li></ul>`
}

export function savedPage({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const charset = chance.pick(['utf-8', 'gb18030'])
  const html = `<!DOCTYPE html><html><head><meta charset="${charset}"><title>订单详情</title><style>.a{color:red}</style><script>var order={"id":"300000000001","price":"1.00"};</script></head><body><nav><a>首页</a> <a>我的订单</a> <a>购物车 2</a></nav><h1>订单详情</h1><p>订单已完成</p>${table(p)}<h3>猜你喜欢</h3><div>样例 充电器 <b>¥59.00</b></div><footer>客服电话 000-000-0000</footer></body></html>`
  const truth = { ...truthOf(p), tolerated: { paidAt: [told(p.paidAt, true)] } }
  return { html: '', look, truth, file: { ending: 'html', bytes: encoded(html, charset) } }
}

export function orderMail({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const charset = chance.pick(['utf-8', 'gb18030'])
  const html = `<html><body><p>尊敬的客户，您好：您的订单已付款成功。</p>${table(p)}<p>本邮件由系统自动发出，请勿回复。</p></body></html>`
  const subject = `=?${charset}?B?${encoded(`您的订单${p.orderNumber}已付款`, charset).toString('base64')}?=`
  const sent = new Date(p.paidAt + 60_000).toUTCString().replace('GMT', '+0800')
  const lines = encoded(html, charset).toString('base64').replace(/.{76}/g, '$&\r\n')
  const mail = `From: =?utf-8?B?${Buffer.from(p.shop).toString('base64')}?= <order@shop.example>\r\nTo: zhangsan@mail.example\r\nSubject: ${subject}\r\nDate: ${sent}\r\nMessage-ID: <${chance.digits(12)}@shop.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`
  const truth = { ...truthOf(p), tolerated: { paidAt: [told(p.paidAt, true)] } }
  return { html: '', look, truth, file: { ending: 'eml', bytes: Buffer.from(mail) } }
}

/** Copied from a chat window: name and time over the words, or in one line. */
export function pastedChat({ chance, now, look }: Setting): Drawing {
  const p = purchase(chance, now)
  const names = { self: '我', other: p.shop }
  const style = chance.pick(['over', 'line', 'bracket'])
  const said = talk(chance, now, 3, true).flat()
  const chat: Turn[] = said.map(({ by, at, text }) => ({ speaker: by, at: told(at, false), inferred: false, text }))
  const text = said.map((one) => pasted(style, names[one.by], shown(one.at, 'YYYY-MM-DD hh:mm:ss'), one.text))
  const bytes = Buffer.from(text.join(style === 'over' ? '\n\n' : '\n'))
  const truth = { order: false, chat, tolerated: { shop: [p.shop] } }
  return { html: '', look, truth, file: { ending: 'txt', bytes } }
}

function pasted(style: 'over' | 'line' | 'bracket', name: string, at: string, text: string): string {
  if (style === 'line') return `${at} ${name}：${text}`
  return style === 'bracket' ? `[${at}] ${name}: ${text}` : `${name} ${at}\n${text}`
}

function encoded(text: string, charset: 'utf-8' | 'gb18030'): Buffer {
  return charset === 'gb18030' ? gb18030(text) : Buffer.from(text)
}
