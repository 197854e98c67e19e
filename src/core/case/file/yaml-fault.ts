import type { Refusal } from '../../values/refusal.ts'
import type { Text } from '../../values/text.ts'
import { placed } from './place.ts'

const MOST_CHARACTERS = 1_048_576
const MOST_LINES = 20_000
const MOST_MARKS = 50_000

/** Refuses what no case file is and what a YAML parser would spend seconds and gigabytes on. */
export function tangled(text: string, file: string): Refusal | undefined {
  if (text.length > MOST_CHARACTERS) return tooMuch(file, 'yaml-too-big', `${MOST_CHARACTERS}`, '个字', 'characters')
  let [lines, marks] = [0, 0]
  for (const mark of text) {
    if (mark === '\n') lines += 1
    else if ('[]{}&*!?,'.includes(mark)) marks += 1
  }
  if (lines > MOST_LINES) return tooMuch(file, 'yaml-too-big', `${MOST_LINES}`, '行', 'lines')
  if (marks > MOST_MARKS)
    return tooMuch(file, 'yaml-bomb', `${MOST_MARKS}`, '个 [ ] { } & * ! ? ,', '[ ] { } & * ! ? ,')
  return undefined
}

/** What the YAML parser objects to, in plain words with the way to mend it. */
export function yamlFault(code: string, message: string, line: number, source: string, file: string): Refusal {
  const written = source.split('\n', line)[line - 1] ?? ''
  const known = written.includes('：') ? fullWidthColon : (faults[code] ?? faultOf(message))
  return placed(`yaml-${code === 'DUPLICATE_KEY' ? 'key-twice' : 'unreadable'}`, known, `${file}:${line}`)
}

function tooMuch(file: string, code: string, most: string, zh: string, en: string): Refusal {
  return placed(
    code,
    {
      zh: `文件太大或太复杂（最多 ${most} ${zh}）；聊天记录等长内容请存成单独文件放进 evidence/`,
      en: `too large or too tangled (at most ${most} ${en}); keep long content such as chat records as files in evidence/`,
    },
    file,
  )
}

const fullWidthColon: Text = {
  zh: '这一行用了中文冒号“：”；键后面请用英文冒号加一个空格（键: 值），文字里的冒号可整句加引号',
  en: 'this line has a full-width colon "：" ; after a key write an ASCII colon and a blank (key: value), and quote text that holds one',
}

const faults: Readonly<Record<string, Text>> = {
  TAB_AS_INDENT: { zh: '缩进用了 Tab；请改用空格', en: 'a tab is used for indenting; use blanks' },
  BAD_INDENT: {
    zh: '缩进对不齐，或 [ ]、{ } 没有成对；同一层的各行要从同一列开始',
    en: 'lines of one level do not start in the same column, or a [ ] or { } is not closed; align them',
  },
  MISSING_CHAR: {
    zh: '引号或括号没有成对，或冒号后缺空格；请补上',
    en: 'a quote or bracket is not closed, or a blank after a colon is missing; add it',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '这里缺少“键: 值”中的冒号和空格，或上一行没有写完',
    en: 'the colon and blank of key: value are missing here, or the line above is not finished',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '一行里有两个“: ”；含冒号的文字请加引号',
    en: 'there are two ": " on one line; quote text that holds a colon',
  },
  BAD_SCALAR_START: {
    zh: '文字不能以 @ 或 ` 开头；请给它加引号',
    en: 'text cannot begin with @ or `; put it in quotes',
  },
  MULTIPLE_DOCS: { zh: '文件里有多份文档（---）；请只留一份', en: 'there are several documents (---); keep one' },
  TAG_RESOLVE_FAILED: {
    zh: '不支持 ! 或 !! 标签；以 ! 开头的文字请加引号',
    en: 'tags (! or !!) are not supported; quote text that begins with !',
  },
  RESOURCE_EXHAUSTION: { zh: '括号或层次嵌套太深', en: 'brackets or levels are nested too deeply' },
}

function faultOf(message: string): Text {
  return {
    zh: `这一行不是合格的 YAML（${message}）；请检查冒号、引号和缩进`,
    en: `this line is not valid YAML (${message}); check colons, quotes and indents`,
  }
}
