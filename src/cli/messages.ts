import type { Text } from '../core/values/text.ts'

/* Everything the frame of the command line says. A message without its second language does not compile. */

export const tagline: Text = {
  zh: '有据：把京东购物纠纷办成有证据、有法条、有期限的投诉。不替您发送任何东西。',
  en: 'Youju: run a JD.com complaint with evidence, provisions and clocks. It sends nothing on its own.',
}

export const headings = {
  usage: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
} satisfies Record<string, Text>

export const commandWord: Text = { zh: '命令', en: 'COMMAND' }
export const optionsWord: Text = { zh: '选项', en: 'OPTIONS' }

export const moreHelp: Text = {
  zh: '某个命令的用法：youju 命令 --help',
  en: 'How a command is used: youju COMMAND --help',
}

export const commonOptions = {
  help: { zh: '显示用法', en: 'show how it is used' },
  json: { zh: '标准输出只给 JSON', en: 'print JSON and nothing else on standard output' },
  lang: { zh: '语言，zh-CN（默认）或 en', en: 'language, zh-CN (default) or en' },
  now: {
    zh: '以哪一刻为“现在”，如 2026-09-15T14:28:00+08:00；不写时区按北京时间；默认此刻',
    en: 'the present moment, such as 2026-09-15T14:28:00+08:00 (no zone: Beijing); default: the clock',
  },
} satisfies Record<string, Text>

export function noCommand(): Text {
  return {
    zh: '请写明要做什么；全部命令见 youju --help',
    en: 'Say what to do; youju --help lists the commands',
  }
}

export function unknownCommand(typed: string, nearest: string | undefined): Text {
  return {
    zh: `没有“${typed}”这个命令${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}；全部命令见 youju --help`,
    en: `There is no command "${typed}"${nearest === undefined ? '' : `, did you mean "${nearest}"`}; youju --help lists all`,
  }
}

export function unknownOption(typed: string, nearest: string | undefined, command: string): Text {
  return {
    zh: `没有“${typed}”这个选项${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}；用法见 youju ${command} --help`,
    en: `There is no option "${typed}"${nearest === undefined ? '' : `, did you mean "${nearest}"`}; see youju ${command} --help`,
  }
}

export function optionNeedsValue(option: string, takes: string): Text {
  return {
    zh: `选项 ${option} 后面要跟一个值：${option} ${takes}`,
    en: `The option ${option} needs a value: ${option} ${takes}`,
  }
}

export function optionTakesNone(option: string): Text {
  return { zh: `选项 ${option} 后面不跟值`, en: `The option ${option} takes no value` }
}

export function operandMissing(operand: string, command: string): Text {
  return {
    zh: `还缺 ${operand}；用法见 youju ${command} --help`,
    en: `${operand} is missing; see youju ${command} --help`,
  }
}

export function operandTooMany(operand: string, command: string): Text {
  return {
    zh: `多了“${operand}”；用法见 youju ${command} --help（名称里有空格时请加引号）`,
    en: `"${operand}" is one too many; see youju ${command} --help (put names with blanks in quotes)`,
  }
}

export function unknownLang(typed: string): Text {
  return {
    zh: `--lang 只有 zh-CN 和 en，没有“${typed}”`,
    en: `--lang knows zh-CN and en, not "${typed}"`,
  }
}

export function inOption(option: string, fault: Text): Text {
  return { zh: `选项 ${option}：${fault.zh}`, en: `Option ${option}: ${fault.en}` }
}

export function inOperand(operand: string, fault: Text): Text {
  return { zh: `${operand}：${fault.zh}`, en: `${operand}: ${fault.en}` }
}

export function inLine(line: number, fault: Text): Text {
  return { zh: `第 ${line} 行：${fault.zh}`, en: `Line ${line}: ${fault.en}` }
}

export function notUtf8(): Text {
  return { zh: '不是 UTF-8 文字；请以 UTF-8 保存后再试', en: 'not UTF-8 text; save it as UTF-8 and try again' }
}

export function notJson(why: string): Text {
  return {
    zh: `不是 JSON（${why}）；每行写一个 JSON 对象`,
    en: `not JSON (${why}); write one JSON object a line`,
  }
}

export function waitingForInput(): Text {
  return {
    zh: '正在等标准输入，每行一个 JSON 对象；按 Ctrl+D 结束',
    en: 'Reading standard input, one JSON object a line; Ctrl+D ends it',
  }
}

export function noSuchFolder(folder: string): Text {
  return { zh: `找不到文件夹：${folder}`, en: `There is no such folder: ${folder}` }
}

export function noKnowledge(folder: string): Text {
  return {
    zh: `${folder} 里没有知识文件（laws/、rights/ 等文件夹中的 .yaml）`,
    en: `${folder} holds no knowledge files (.yaml in laws/, rights/ and so on)`,
  }
}

export function findingsCount(count: number): Text {
  return {
    zh: count === 0 ? '没有发现问题' : `共 ${count} 处问题`,
    en: count === 0 ? 'Nothing wrong found' : `${count} ${count === 1 ? 'thing' : 'things'} wrong`,
  }
}

export function broken(why: string): Text {
  return {
    zh: `程序出错，没有做完：${why}。设 YOUJU_DEBUG=1 再运行可看到详情`,
    en: `Something broke and the work is not done: ${why}. Run again with YOUJU_DEBUG=1 for the details`,
  }
}
