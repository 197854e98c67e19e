/** The list of cases and the import of many. */
export const cases = {
  search: '找案件：商品、店铺、订单号、证据里的字',
  status: { open: '进行中', closed: '已结案', all: '全部' },
  none: '这里还没有案件',
  notFound: '没有找到',
  csv: '从表格导入',
  csvFile: '表格文件（CSV）',
  csvHint: '第一行是列名，如：订单号、店铺、商品、实付、下单时间、签收时间、问题、姓名、电话。先看预览，确认后才导入。',
  csvCounts: (ok: number, bad: number) =>
    bad === 0 ? `${ok} 行都可以导入` : `${ok} 行可以导入，${bad} 行有错，不会导入`,
  csvIgnored: (columns: string) => `认不出、会略过的列：${columns}`,
  csvLine: (line: number) => `第 ${line} 行`,
  csvBad: '有错',
  csvTake: (count: number) => `导入 ${count} 个案件`,
  csvTaken: (opened: number, skipped: number) =>
    skipped === 0
      ? `已导入 ${opened} 个案件`
      : `已导入 ${opened} 个案件，${skipped} 行没有导入；改好后再导一次，不会重复`,
}
