import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { plainForm } from '../../language/plain-form.ts'
import type { LintMode } from '../finding.ts'
import { wordingLinter } from './wording.ts'

const days = { substance: '2026-11-24', procedure: '2026-11-24' }
const look = (text: string, mode: LintMode = 'letter') =>
  wordingLinter({ text, plain: plainForm(text), mode, knowledge, days, hasLawyer: false })
const said = (text: string, mode?: LintMode) =>
  look(text, mode).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

describe('abuse', () => {
  it.each([
    ['黑心商家，退我钱', 'insult 黑心商家'],
    ['这种无良店铺早该查了', 'insult 无良店铺'],
    ['客服脑子进水了', 'insult 脑子进水'],
    ['一帮骗子', 'insult 一帮骗子'],
    ['真不要脸', 'insult 不要脸'],
    ['垃圾京东', 'insult 垃圾京东'],
    ['傻逼客服', 'profanity 傻逼'],
    ['他妈的还不退款', 'profanity 他妈的'],
    ['等了一周，屁都没有', 'profanity 屁都'],
  ])('%s', (text, one) => {
    expect(said(text)).toContain(one)
  })

  it.each([
    ['initials', '客服就是个SB', 'SB'],
    ['initials in full width', '客服就是个ＳＢ', 'ＳＢ'],
    ['initials in circles', '客服就是个ⓈⒷ', 'ⓈⒷ'],
    ['bold letters beyond the BMP', '客服就是个𝐒𝐁', '𝐒𝐁'],
    ['Cyrillic letters', '客服就是个ЅB'.toLowerCase(), 'ѕb'],
    ['initials with dots', '真是T.M.D', 'T.M.D'],
    ['pinyin', '你们这群shabi', 'shabi'],
    ['sound-alikes', '煞笔卖家', '煞笔'],
    ['blanks between the characters', '你们 傻  逼 吗', '傻  逼'],
    ['stars between the characters', '傻*逼卖家', '傻*逼'],
    ['a zero-width space', '傻\u200b逼卖家', '傻\u200b逼'],
    ['a star in place of a character', '你*的，还不发货', '你*的'],
    ['traditional characters', '媽的，還不發貨', '媽的'],
    ['emoji', '这客服🖕', '🖕'],
    ['an emoji for a character', '草泥🐴', '草泥🐴'],
  ])('disguised by %s is found with its whole place', (_how, text, words) => {
    expect(look(text).map(({ start, end }) => text.slice(start, end))).toContain(words)
  })
})

describe('threats and exaggeration', () => {
  it.each([
    ['信不信我弄死你', 'threat'],
    ['小心你全家', 'threat'],
    ['让你们店开不下去', 'threat'],
    ['你们等着瞧', 'threat'],
    ['我要曝光你们', 'threat'],
    ['等了一万年', 'exaggeration'],
    ['史上最差的服务', 'exaggeration'],
    ['全是假货', 'exaggeration'],
    ['气死我了', 'exaggeration'],
    ['倒贴钱都不要', 'exaggeration'],
  ])('%s is %s', (text, kind) => {
    expect(look(text).map((one) => one.kind)).toContain(kind)
  })

  it('violence keeps a text from going out in every mode', () => {
    for (const mode of ['letter', 'public', 'call'] as const)
      expect(look('再不退款我砍死你们', mode).map(({ severity }) => severity)).toContain('error')
  })

  it('an insult is advice in a letter and an error in public, with words to say it by', () => {
    const [inLetter] = look('黑心商家')
    const [inPublic] = look('黑心商家', 'public')
    expect([inLetter?.severity, inPublic?.severity]).toEqual(['advice', 'error'])
    expect(inLetter?.suggestion?.zh).toMatch(/页面/)
  })
})

describe('innocent words', () => {
  it.each([
    '给他妈妈买的手机',
    '草莓坏了一半',
    '二百五十元的差价没有退',
    '买的垃圾桶裂了，垃圾袋也破',
    '《骗子来了》这本书缺页',
    '滚筒洗衣机不转',
    '2B铅笔断芯',
    'USB接口松动',
    '傻瓜相机镜头花了',
    '工作日才发货',
    '沙发比例不对',
    '今日你方承诺退款',
    '商品质量可靠，客服热情',
    '最差也要给个说法吗？请在三日内答复',
    '客服骂我傻逼，有截图',
    '卖家说“再投诉就弄死你”，已报警',
    '包装什么都没有破',
    '安装工没有来，我在家等着',
    '快递放在驿站，堵在门口',
    '手机充电时炸了，桌子烧了一角',
    '相机曝光不准',
    '我将向12315投诉，并向法院起诉',
    '涂料甲醛超标，请依法处理',
    '玛德琳蛋糕过期了',
    '锤子手机屏幕碎了',
    '马桶刷掉毛',
    '页面标明百分百纯棉，检测含棉60%',
    '换了两次货还是坏的',
  ])('%s', (text) => {
    expect(said(text, 'public')).toEqual([])
  })
})

describe('any text', () => {
  const bits = fc.constantFrom(
    '傻',
    '逼',
    ' ',
    '*',
    '不赔',
    '就',
    '曝光',
    '，',
    '。',
    '\ud83d',
    '\udd95',
    '𝐒',
    'ﬃ',
    'İ',
    '给我',
    '5000',
    '《',
    '\n',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(bits, { maxLength: 40 }).map((some) => some.join('')),
  )

  it('is read without an exception, and every place lies within it', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<LintMode>('letter', 'public', 'call'), (text, mode) => {
        for (const { start, end } of look(text, mode)) {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
