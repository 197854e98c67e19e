import { caseTexts } from './case.ts'
import { cases } from './cases.ts'
import { formTexts } from './form.ts'
import { law } from './law.ts'
import { library } from './library.ts'
import { names } from './names.ts'
import { outcomes } from './outcomes.ts'
import { purchases } from './purchases.ts'
import { question } from './question.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'

/** Everything the screens say, in Chinese. `en` has the same shape: the compiler holds them together. */
export const zh = {
  app: {
    name: '有据',
    skip: '跳到正文',
    nav: '主导航',
    today: '今天',
    cases: '案件',
    fresh: '新案件',
    library: '查法',
    settings: '设置',
    lost: '与程序的连接断了，正在重连；已写的内容不会丢。',
    keepsNothingOut: '只在本机保存，不自动发送任何内容',
  },
  state: {
    loading: '正在读取…',
    failed: '没能读到',
    silent: '程序没有回应。请确认有据还在运行，然后重试。',
    brokenWhy: '这一页没有打开。请确认有据还在运行，然后重试；您写的草稿还在。',
    retry: '重试',
    notFound: '没有这一页',
    home: '回到首页',
    noSession: '请用启动时显示的链接打开',
    noSessionWhy:
      '为了不让别的网页读到您的材料，每个浏览器第一次要用启动时显示的链接进入。链接用过了，就关掉程序再启动一次，会显示新的链接。',
  },
  act: {
    save: '保存',
    saving: '正在保存…',
    saved: '已保存',
    cancel: '取消',
    close: '关闭',
    back: '返回',
    next: '下一步',
    skip: '跳过',
    remove: '去掉',
    open: '打开',
    more: '更多',
    all: '全部',
    yes: '是',
    no: '否',
    unknown: '不知道',
    copy: '复制',
    copied: '已复制',
    copyByHand: '浏览器不让自动复制，请选中文字自己复制。',
    download: '下载',
    look: '查看',
    camera: '拍照',
    drop: '松开就加进来',
    required: '必填',
    optional: '可不填',
    changedElsewhere: '这个案件刚刚在别处被改动，已读取最新内容。请核对后再保存，您填写的内容还在。',
  },
  time: {
    overdue: (days: number) => (days === 0 ? '刚过期' : `过期 ${days} 天`),
    left: (days: number, hours: number) =>
      days > 0 ? `还有 ${days} 天` : hours > 0 ? `还有 ${hours} 小时` : '不到 1 小时',
    provisional: '暂定',
    provisionalWhy: '跨过了还没公布放假安排的日子，公布后可能变动',
    beijing: '北京时间',
  },
  today: {
    title: '今天',
    overdue: '已经过期',
    soon: '三天之内',
    later: '一个月之内',
    nothing: '目前没有到期的事',
    nothingWhy: '有新的期限时会出现在这里。',
    toCase: '去处理',
    openCases: (count: number) => `进行中的案件 ${count} 个`,
    who: (who: string) => `由${who}办`,
  },
  names,
  start,
  question,
  cases,
  settings,
  law,
  library,
  outcomes,
  purchases,
  case: caseTexts,
  form: formTexts,
}

export type Texts = typeof zh
