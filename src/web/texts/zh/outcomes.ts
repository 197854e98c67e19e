/** What came of closed cases. */
export const outcomes = {
  title: '办完的结果',
  noSample: '只数这里记下并结案的案件，不是统计样本，不能当成功率看。',
  by: '按什么看',
  grouping: { problem: '问题', route: '途径', shop: '店铺', tactic: '用了什么证据' },
  cases: '件数',
  settled: '解决',
  asked: '要求',
  got: '到手',
  days: '天数',
  all: '全部',
  medians: '金额和天数是中位数。一个案件有几类问题、几条途径的，各算一次。少于 5 件的不显示。',
  hidden: '件数太少，不显示',
  tooFew: '结案的还不到 5 件',
  tooFewWhy: '结案时写清楚结果、收到的钱也记下来，这里就会有数。',
}
