// The values a picture shows. All invented: no shop, person or number of the real world.
import type { Chance } from './chance.ts'
import { DAY, HOUR, type Moment } from './moment.ts'

export type Purchase = {
  readonly orderNumber: string
  readonly shop: string
  readonly item: string
  readonly variant: string
  readonly count: number
  readonly unit: number
  readonly goods: number
  readonly freight: number
  readonly coupon: number
  readonly beans: number
  readonly paid: number
  readonly placedAt: Moment
  readonly paidAt: Moment
  readonly shippedAt: Moment
  readonly signedAt: Moment
  readonly carrier: string
  readonly waybill: string
  readonly name: string
  readonly phone: string
  readonly address: string
}

const shops = [
  '示例数码专营店',
  '样例家电旗舰店',
  '虚构钟表官方旗舰店',
  '甲乙丙母婴专营店',
  '示例京东自营旗舰店',
  '空想户外运动专卖店',
  '样本图书音像专营店',
] as const
const items = [
  ['示例牌 智能手表 Pro 蓝牙通话 血氧监测 运动防水', '曜石黑 46mm'],
  ['样例 破壁料理机 家用全自动 加热免洗 1.75L', '奶白色 标准版'],
  ['虚构 无线降噪耳机 头戴式 长续航', '深空灰'],
  ['甲乙丙 婴儿推车 轻便折叠 可坐可躺', '藏青色 升级款'],
  ['空想 冲锋衣 男女同款 三合一 防风防水', 'XL 军绿色'],
  ['示例 27英寸 4K 显示器 IPS 65W Type-C', 'U27S 官方标配'],
  ['样本 机械键盘 87键 热插拔 三模', '茶轴 白光'],
] as const

export function purchase(chance: Chance, now: Moment): Purchase {
  const placedAt = now - chance.int(6, 45) * DAY - chance.int(0, 12) * HOUR - chance.int(0, 3599) * 1000
  const paidAt = placedAt + chance.int(8, 1500) * 1000
  const shippedAt = paidAt + chance.int(3, 30) * HOUR + chance.int(0, 3599) * 1000
  const signedAt = shippedAt + chance.int(20, 90) * HOUR + chance.int(0, 3599) * 1000
  const count = chance.some(0.75) ? 1 : chance.int(2, 3)
  const unit = chance.pick([
    chance.int(990, 9990),
    chance.int(100, 999) * 100,
    chance.int(1000, 9999) * 100 - 1,
    chance.int(10000, 899900),
  ])
  const goods = unit * count
  const freight = chance.some(0.3) ? chance.pick([600, 800, 1200]) : 0
  const coupon = chance.some(0.6) ? Math.min(chance.pick([500, 1000, 3000, 4550]), Math.floor(goods / 4)) : 0
  const beans = chance.some(0.4) ? Math.min(chance.int(5, 499), Math.floor(goods / 10)) : 0
  const [item, variant] = chance.pick(items)
  const [carrier, waybill] = parcel(chance)
  return {
    orderNumber: `3${chance.digits(chance.int(11, 15))}`,
    shop: chance.pick(shops),
    item,
    variant,
    count,
    unit,
    goods,
    freight,
    coupon,
    beans,
    paid: goods + freight - coupon - beans,
    placedAt,
    paidAt,
    shippedAt,
    signedAt,
    carrier,
    waybill,
    name: chance.pick(['张三', '李四', '王五', '赵六']),
    phone: `138${chance.some(0.5) ? '****' : '0000'}00${chance.digits(2)}`,
    address: `示例省样例市虚构区${chance.pick(['幸福', '未名', '长宁'])}路${chance.int(1, 199)}号${chance.int(1, 20)}栋${chance.int(101, 2904)}`,
  }
}

function parcel(chance: Chance): readonly [carrier: string, waybill: string] {
  return chance.pick([
    ['京东快递', `JD${chance.pick(['VA', 'VB', '00', 'X0'])}${chance.digits(11)}`],
    ['顺丰速运', `SF${chance.digits(13)}`],
    ['圆通速递', `YT${chance.digits(13)}`],
    ['邮政EMS', postal(chance)],
  ])
}

/** S10 of the postal union: eight digits, a check digit over the weights 8 6 4 2 3 5 9 7. */
function postal(chance: Chance): string {
  const serial = chance.digits(8)
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((all, weight, at) => all + weight * Number(serial.charAt(at)), 0)
  const check = 11 - (sum % 11)
  return `E${chance.pick(['A', 'B', 'V'])}${serial}${check === 10 ? 0 : check === 11 ? 5 : check}CN`
}

/** 1299900 → `12,999.00` or, without marks, `12999.00`; cents may be left out when they are none. */
export function yuan(fen: number, marks = false, cents = true): string {
  const whole = String(Math.floor(fen / 100))
  const rest = String(fen % 100).padStart(2, '0')
  const grouped = marks ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return cents || rest !== '00' ? `${grouped}.${rest}` : grouped
}
