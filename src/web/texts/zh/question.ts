/** Questions of a case. */
export const question = {
  left: (count: number) => `还有 ${count} 个问题，最要紧的先问；随时可以停`,
  decides: '关系到：',
  comma: '、',
  answer: '就这样答',
  fill: '请先填好，或选“不知道”。',
  before: '上一题',
  first: '先选定问题类型',
  firstWhy: '要问什么，取决于是哪种问题。',
  choose: '选定问题类型',
  done: '问完了',
  doneWhy: '能决定权利和金额的问题都答过了。',
  skipped: (count: number) => `跳过了 ${count} 个问题，想起来随时再答。`,
  again: '再看跳过的',
  toCase: '回到案件',
}
