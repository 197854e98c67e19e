import type { Chance } from './chance.ts'
import type { Drawing, Setting, Turn } from './drawing.ts'
import { head, type Look, screen, thumb } from './look.ts'
import { DAY, type Moment, shown, startOfDay, told } from './moment.ts'
import { purchase, yuan } from './purchase.ts'
import { type Said, talk } from './talk.ts'

const css = `.said{display:flex;gap:8px;padding:6px 12px;align-items:flex-start}.said.self{flex-direction:row-reverse}.face{width:38px;height:38px;border-radius:5px;flex:none}
.bubble{max-width:72%;padding:9px 12px;border-radius:8px;font-size:1.12rem;background:var(--card);overflow-wrap:anywhere}.self .bubble{background:#95ec69;color:#111}.dark .self .bubble{background:#2f9e55;color:#f2fff5}
.jd .self .bubble{background:#ffdcd9;color:#222}.jd.dark .self .bubble{background:#6b2a27;color:#fff}.jd .who{font-size:.78rem;color:var(--soft);padding-bottom:3px}.jd .self .who{text-align:right}.jd .face{border-radius:99px}.jd .words{max-width:74%}.jd .bubble{max-width:none}
.mid{text-align:center;color:var(--soft);font-size:.85rem;padding:8px 20px}.type{display:flex;gap:8px;padding:10px 12px;border-top:1px solid var(--line);margin-top:14px}.type i{flex:1;height:36px;border-radius:6px;background:var(--card)}`

/** Names and times over the bubbles. */
export function chatOfShop(setting: Setting): Drawing {
  const { chance, now, look } = setting
  const p = purchase(chance, now)
  const clerk = chance.pick(['客服小示', '客服小样', p.shop])
  const style = chance.pick(['whole', 'whole', 'day', 'clock'])
  const groups = talk(chance, look.at, 2, true)
  const chat: Turn[] = []
  const out: string[] = []
  const note = (text: string) => {
    out.push(`<div class="mid">${text}</div>`)
    chat.push({ speaker: 'system', text })
  }
  note(chance.pick(['以上为历史消息', '您已进入人工服务', `${clerk} 为您服务`]))
  out.push(
    `<div class="card"><div class="goods">${thumb(chance, 56)}<div class="small"><div>${p.item}</div><div class="red">¥${yuan(p.unit)}</div><div class="soft">订单号：${p.orderNumber}</div></div></div></div>`,
  )
  for (const said of groups.flat()) {
    const today = startOfDay(said.at) === startOfDay(look.at)
    const pattern = style === 'whole' ? 'YYYY-MM-DD hh:mm:ss' : style === 'day' || !today ? 'MM-DD hh:mm' : 'hh:mm'
    const at = shown(said.at, pattern)
    const who = said.by === 'self' ? at : `${clerk} ${at}`
    out.push(
      `<div class="said ${said.by}">${face(said.by === 'self' ? 210 : 12)}<div class="words"><div class="who">${who}</div><div class="bubble">${said.text}</div></div></div>`,
    )
    chat.push({ speaker: said.by, at: told(said.at, false), inferred: style !== 'whole', text: said.text })
  }
  if (chance.some(0.5)) note('客服已结束本次会话')
  const body = `<div class="jd ${look.theme}">${head(p.shop, '店铺')}${out.join('')}<div class="type"><i></i><span>＋</span></div></div>`
  const truth = { order: false, chat, tolerated: { orderNumber: [p.orderNumber], shop: [p.shop] } }
  return { html: screen(look, body, css), look, truth }
}

/** Times in the middle over groups; no names. */
export function chatOfFriends(setting: Setting): Drawing {
  return wechat(setting, 3, '')
}

/** Scrolled through and put together into one long picture. */
export function chatLong({ chance, now, look }: Setting): Drawing {
  return wechat({ chance, now, look: { ...look, width: 360, scale: 3 } }, 8, 'long')
}

function wechat({ chance, now, look }: Setting, groups: number, kind: '' | 'long'): Drawing {
  const p = purchase(chance, now)
  const title = chance.pick([`${p.shop}客服`, '张三', '李四（售后）'])
  const said = talk(chance, look.at, groups)
  const chat: Turn[] = []
  const out: string[] = []
  if (kind === '' && chance.some(0.3)) {
    // The picture begins in the middle of a group: its time stood above and is not to be known.
    out.push(bubble({ by: 'other', at: 0, text: '好的亲，这边先看一下' }))
    chat.push({ speaker: 'other', text: '好的亲，这边先看一下' })
  }
  for (const [index, group] of said.entries()) {
    const first = group[0]
    if (first === undefined) continue
    const heading = headingOf(chance, first.at, look)
    out.push(`<div class="mid">${heading.text}</div>`)
    for (const [place, one] of group.entries()) {
      out.push(bubble(one))
      const whole = heading.whole && place === 0
      chat.push({
        speaker: one.by,
        at: told(first.at, false),
        ...(whole ? {} : { inferred: true }),
        text: one.text,
      })
    }
    if (index === 1 && chance.some(0.5)) {
      out.push('<div class="mid">你撤回了一条消息</div>')
      chat.push({ speaker: 'system', text: '你撤回了一条消息' })
    }
    if (index === 0 && chance.some(0.6))
      out.push(`<div class="said self">${face(210)}<div>${thumb(chance, 120)}</div></div>`)
  }
  const body = `<div class="${look.theme}">${head(title, '···')}${out.join('')}<div class="type"><i></i><span>＋</span></div></div>`
  return { html: screen(look, body, css), look, truth: { order: false, chat, tolerated: { shop: [p.shop, title] } } }
}

function bubble({ by, text }: Said): string {
  return `<div class="said ${by}">${face(by === 'self' ? 210 : 30)}<div class="bubble">${text}</div></div>`
}

function face(hue: number): string {
  return `<div class="face" style="background:linear-gradient(140deg,hsl(${hue} 40% 70%),hsl(${hue + 60} 45% 45%))"></div>`
}

/** As WeChat writes it: today the clock, then 昨天, the weekday within a week, else the date. */
function headingOf(chance: Chance, at: Moment, look: Look): { readonly text: string; readonly whole: boolean } {
  const days = (startOfDay(look.at) - startOfDay(at)) / DAY
  const clock = chance.some(0.2)
    ? `${shown(at, 'hh') < '12' ? '上午' : '下午'}${shown(at, 'h:mm')}`
    : shown(at, 'hh:mm')
  if (chance.some(0.25)) return { text: `${shown(at, 'YYYY年M月D日')} ${clock}`, whole: true }
  if (days === 0) return { text: clock, whole: false }
  if (days === 1) return { text: `昨天 ${clock}`, whole: false }
  if (days < 7) return { text: `星期${shown(at, 'W')} ${clock}`, whole: false }
  return { text: `${shown(at, 'M月D日')} ${clock}`, whole: false }
}
