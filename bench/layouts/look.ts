import type { Chance } from './chance.ts'
import { type Moment, shown } from './moment.ts'

export type Look = {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly theme: 'light' | 'dark'
  /** 1 is the usual size of letters. */
  readonly letters: number
  readonly bar: 'ios' | 'android' | 'none'
  readonly at: Moment
}

export function lookOf(chance: Chance, now: Moment): Look {
  const width = chance.pick([360, 375, 390, 393, 412, 430])
  return {
    width,
    height: Math.round(width * chance.pick([2.05, 2.165, 2.2])),
    scale: chance.pick([2, 2.75, 3, 3]),
    theme: chance.some(0.4) ? 'dark' : 'light',
    letters: 1,
    bar: chance.pick(['ios', 'android']),
    at: now - chance.int(0, 11 * 60) * 60_000,
  }
}

const colours = {
  light: 'background:#f4f4f6;color:#1d1d1f;--card:#fff;--soft:#8c8c91;--line:#ececee;--red:#e1251b;--chip:#fbe9e7',
  dark: 'background:#111113;color:#e6e6e8;--card:#1e1e21;--soft:#8e8e94;--line:#2c2c30;--red:#ff5a4f;--chip:#3a2422',
} as const

const css = `*{box-sizing:border-box;margin:0}body{font-family:"Noto Sans SC";font-size:1rem;line-height:1.45;min-height:100vh;overflow-x:hidden}
.bar{display:flex;justify-content:space-between;align-items:center;padding:10px 22px 4px;font-size:14px;font-weight:700;height:40px}
.bar.android{font-size:12px;font-weight:400;height:30px;padding:6px 14px}.cell{display:inline-flex;gap:5px;align-items:center}
.battery{width:24px;height:12px;border:1px solid currentColor;border-radius:3px;padding:1px}.battery i{display:block;height:100%;background:currentColor;border-radius:1px}
.waves{display:inline-flex;gap:1.5px;align-items:flex-end}.waves i{width:3px;background:currentColor;border-radius:1px}
.head{display:flex;align-items:center;padding:10px 14px;font-size:1.2rem;font-weight:700}.head b{flex:1;text-align:center}.head span{width:3rem;font-weight:400}
.card{background:var(--card);border-radius:10px;margin:8px 10px;padding:12px}.row{display:flex;justify-content:space-between;gap:12px;padding:4px 0}
.row>span:first-child{color:var(--soft);flex:none}.row>span:last-child{text-align:right;word-break:break-all}.left .row{justify-content:flex-start}.left .row>span:first-child{width:5.6rem}.left .row>span:last-child{text-align:left}
.over .row{display:block}.over .row>span{display:block;text-align:left!important}.over .row>span:first-child{font-size:.82rem}.soft{color:var(--soft)}.red{color:var(--red)}.small{font-size:.82rem}.bold{font-weight:700}
.thumb{width:76px;height:76px;border-radius:8px;flex:none}.goods{display:flex;gap:10px}.goods>div:not(.thumb){flex:1}.btn{display:inline-block;border:1px solid var(--soft);border-radius:99px;padding:4px 12px;font-size:.85rem;margin-left:6px}
.btn.red{border-color:var(--red)}.buttons{text-align:right;padding-top:8px}.copy{font-size:.75rem;border:1px solid var(--line);border-radius:4px;padding:0 4px;color:var(--soft);margin-left:6px}
.line{border-top:1px solid var(--line);margin:8px 0}.tag{background:var(--chip);color:var(--red);font-size:.72rem;border-radius:3px;padding:1px 4px;margin-right:4px}`

/** A screen of the phone with its bar of time and battery. */
export function screen(look: Look, body: string, more = ''): string {
  const size = `html{font-size:${(14 * look.letters).toFixed(2)}px}`
  return `<!doctype html><meta charset="utf-8"><style>${size}${css}${more}</style><body style="${colours[look.theme]}">${bar(look)}${body}</body>`
}

function bar({ bar: kind, at }: Look): string {
  if (kind === 'none') return ''
  const level = 20 + ((at / 60_000) % 79)
  const waves = `<span class="waves">${[4, 6, 8, 10].map((h) => `<i style="height:${h}px"></i>`).join('')}</span>`
  const battery = `<span class="battery"><i style="width:${level}%"></i></span>`
  const clock = shown(at, 'hh:mm')
  return kind === 'ios'
    ? `<div class="bar"><span>${clock}</span><span class="cell">${waves}<span style="font-size:12px">5G</span>${battery}</span></div>`
    : `<div class="bar android"><span>${clock} ${level % 2 ? '中国移动' : ''}</span><span class="cell">${(level / 7).toFixed(1)}KB/s ${waves} 5G ${battery} ${Math.round(level)}%</span></div>`
}

/** A picture of goods: coloured shapes, no letters. */
export function thumb(chance: Chance, size = 76): string {
  const [a, b] = [chance.int(0, 359), chance.int(0, 359)]
  return `<div class="thumb" style="width:${size}px;height:${size}px;background:radial-gradient(circle at ${chance.int(30, 70)}% 45%,hsl(${a} 45% 35%) 0 28%,hsl(${b} 35% 60%) 30% 55%,hsl(${b} 20% 88%) 57%)"></div>`
}

export function row(label: string, value: string): string {
  return `<div class="row"><span>${label}</span><span>${value}</span></div>`
}

export function head(title: string, right = ''): string {
  return `<div class="head"><span>‹</span><b>${title}</b><span class="small" style="text-align:right">${right}</span></div>`
}
