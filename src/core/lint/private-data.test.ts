import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { plainForm } from '../language/plain-form.ts'
import type { LintMode } from './finding.ts'
import { privateDataLinter } from './private-data.ts'

const days = { substance: '2026-11-24', procedure: '2026-11-24' }
const look = (text: string, mode: LintMode = 'public') =>
  privateDataLinter({ text, plain: plainForm(text), mode, knowledge, days, hasLawyer: false })
const shown = (text: string) => look(text).map(({ start, end }) => text.slice(start, end))

describe('data of people in a public text', () => {
  it.each([
    ['快递员电话13800000000，大家打爆', '13800000000'],
    ['电话 138-0000-0000', '138-0000-0000'],
    ['手机１３８００００００００', '１３８００００００００'],
    ['座机 010-00000000', '010-00000000'],
    ['身份证 110101199001010000', '110101199001010000'],
    ['老板微信号：zhangsan001', 'zhangsan001'],
    ['邮箱 zhangsan@example.com', 'zhangsan@example.com'],
    ['打到卡号 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['快递车京A·00000停在楼下', '京A·00000'],
    ['订单号：300000000000', '300000000000'],
    ['运单号 JD0000000000000', 'JD0000000000000'],
    ['他家住示例市示例区示例路12号3单元502室', '示例市示例区示例路12号3单元502室'],
    ['收货地址是示例花园8栋101', '示例花园8栋101'],
    ['快递员张三不送上门', '张三'],
    ['客服叫李四光，态度差', '李四光'],
    ['法定代表人：王五', '王五'],
  ])('%s shows %s', (text, data) => {
    expect(shown(text)).toContain(data)
    expect(look(text).map(({ kind }) => kind)).toEqual(['privacy'])
  })

  it('a mobile number keeps a post from going out', () => {
    expect(look('13800000000').map(({ severity }) => severity)).toEqual(['error'])
  })

  it.each(['我的电话13800000000，地址示例市示例路1号', '订单号：300000000000', '快递员张三'])(
    '“%s” may stand in a letter and be said in a call',
    (text) => {
      expect([...look(text, 'letter'), ...look(text, 'call')]).toEqual([])
    },
  )

  it.each([
    '手机 138****0000',
    '拨打12315或者950618',
    '付款1299元，数量3件',
    '2026年11月3日14:28起三次询问',
    '客服马上回复，师傅安装完就走',
    '客服说要等三天',
    '型号 EOS-R50，屏幕3840x2160',
    '店铺客服很热情',
    '公司注册地址是示例市示例路12号',
    '邮件发到 privacy@jd.com',
    '客服王者荣耀也能玩',
  ])('“%s” shows nobody', (text) => {
    expect(shown(text)).toEqual([])
  })

  it('is looked for in any text, within its bounds', () => {
    const bit = fc.constantFrom(
      '1380000',
      '0000',
      '路',
      '示例区',
      '12号',
      '张',
      '客服',
      '@',
      'a.cn',
      '\ud83d',
      ' ',
      '，',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(bit).map((bits) => bits.join('')),
        ),
        (text) => {
          for (const { start, end } of look(text)) expect(start >= 0 && start < end && end <= text.length).toBe(true)
        },
      ),
    )
  })
})
