import type { Chance } from './chance.ts'
import { DAY, MINUTE, type Moment } from './moment.ts'

export type Said = { readonly by: 'self' | 'other'; readonly at: Moment; readonly text: string }

const self = [
  '你好，我买的东西收到就是坏的',
  '开不了机，充了一晚上电也没反应',
  '照片和视频都发给你了',
  '什么时候可以给我处理？',
  '已经等了三天了，到底退不退',
  '详情页写的是七天无理由',
  '我不同意换货，我要求退款',
  '运费应该由你们承担吧',
  '包装完好，吊牌也没有拆。收到那天我就录了开箱视频，从拆快递到开机全程没有中断，你们可以看',
  '好的，那我等你到明天中午12点',
  '之前的客服说24小时内给答复，现在已经过去两天，没有任何人联系我，请你们给一个明确的时间',
  '嗯',
] as const
const other = [
  '您好，很高兴为您服务',
  '亲，请您提供一下照片哦',
  '这边帮您登记一下，请稍等',
  '非常抱歉给您带来不好的体验',
  '已经为您反馈给售后专员，48小时内会有专人联系您，请保持电话畅通',
  '经核实可以为您办理退货退款，请在售后页面提交申请，审核通过后运费由商家承担',
  '这个属于人为损坏，不在保修范围内的呢',
  '补偿您20元优惠券可以吗？',
  '退款会在1-3个工作日原路退回',
  '在的，请问还有什么可以帮您？',
  '明天18:00前一定给您答复',
  '收到',
] as const

/** Groups of messages minutes apart, with hours or a day between groups; ends before `until`. */
export function talk(chance: Chance, until: Moment, groups: number, whole = false): readonly (readonly Said[])[] {
  const unused = { self: [...self], other: [...other] }
  const text = (by: 'self' | 'other') => unused[by].splice(chance.int(0, unused[by].length - 1), 1)[0]
  const lengths = Array.from({ length: groups }, () => chance.int(2, 3))
  let at = until - chance.int(20, 200) * MINUTE
  const starts = lengths.map(() => {
    const start = at
    at -= chance.some(0.5) ? DAY + chance.int(0, 300) * MINUTE : chance.int(40, 300) * MINUTE
    return start
  })
  starts.reverse()
  return lengths.map((length, group) => {
    let moment = starts[group] ?? until
    return Array.from({ length }, (_, index) => {
      const by = index === 0 && group === 0 ? 'self' : chance.some(0.5) ? 'self' : 'other'
      const said = { by, at: moment, text: text(by) ?? '好的' } as const
      moment += whole ? chance.int(20, 180) * 1000 : chance.int(10, 70) * 1000
      return said
    })
  })
}
