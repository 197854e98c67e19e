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
  '在吗',
  '订单是上个月25号下的，到现在都没发货',
  '我要投诉你们，发票也一直没开',
  '商品页面说支持价保，昨天降了200元，差价怎么退？',
  '行',
  '地址没写错，快递显示已签收但是我根本没有收到包裹，门口和驿站都找过了',
  '不接受补偿，按规定退一赔三',
  '请发一下检测报告',
  '我拍给你看，屏幕左下角有一条裂缝，打开就这样',
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
  '您好，我是售后专员，工号0086',
  '麻烦您说一下订单号',
  '仓库反馈今天下午15:30前可以发出',
  '抱歉让您久等了，这边已经加急',
  '建议您先联系品牌方售后检测，出具检测单之后我们再根据检测结果为您安排退换',
  '差价部分可以退到您的账户，请留意',
  '不好意思，超过7天不能无理由退货了哦',
  '好的',
  '感谢您的理解，祝您生活愉快',
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
