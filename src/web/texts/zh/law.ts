/** The page of a provision. */
export const law = {
  force: { yes: '现行有效', no: '当天不适用', unclear: '施行日期没有查明' },
  statement: { grants: '说的是', conditions: '条件', limits: '限制', exceptions: '例外', proof: '举证' },
  inferred: '（推论，条文没有直接写）',
  since: (from: string | null, to: string | null) =>
    to === null ? `自 ${from ?? '不明'} 起` : `${from ?? '不明'} 至 ${to}`,
  grade: { A: '看到了全文。', B: '只看到官方摘录。', C: '只有转述，未见原文。' },
  read: (source: string, day: string) => `来源 ${source}，核对于 ${day}。`,
  checkFirst: '这是我们自己的话，不是原文；用之前请再核对原文。',
  versions: '别的时期的文本：',
  corrects: '指南里有这样的说法：',
  verdict: {
    correct: '对',
    partly: '部分对',
    wrong: '不对',
    outdated: '过时',
    unverifiable: '无法核实',
    missing: '指南没讲',
    notice: '提示',
  },
}
