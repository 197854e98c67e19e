import type { LintFinding } from '../../core/lint/finding.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'

export const usage: Text = {
  zh: `写一个文本文件，就看这个文件，逐处列出：第几行、哪几个字、为什么、改成什么。
不写文件，就从标准输入读，每行一个 JSON 对象 {id, text}，每行答一个
{id, findings: [{rule, kind, start, end, text, message, suggestion?, severity}]}；位置按 Unicode 字符数，不含 end。
severity 为 error 的必须先改，advice 由您决定；有 error 时退出码 1。
用 --case 对照案件：订单号、金额、日期、联系次数、图号对不对得上，该写的写了没有。不改任何文字，也不发送。

例：youju lint 我的信.txt --case 我的案件
    echo '{"id":"A","text":"黑心商家，不赔就曝光"}' | youju lint --for public`,
  en: `With a text FILE that text is looked over: line, words, why, and what to write instead.
Without one, standard input holds one JSON object {id, text} a line, and each is answered by
{id, findings: [{rule, kind, start, end, text, message, suggestion?, severity}]}; places count Unicode characters, the
end not included. An error has to be mended first, advice is yours to take; with any error the exit code is 1.
With --case the text is held against the case: numbers, sums, days, contacts, exhibits, and what has to stand in it.
Nothing is changed or sent.

Example: youju lint my-letter.txt --case my-case
         youju lint --for public < texts.jsonl`,
}

export function modeUnknown(typed: string, nearest: string | undefined): Text {
  return {
    zh: `没有“${typed}”这种用途${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}；可以写 letter、public、call`,
    en: `"${typed}" is no use of a text${nearest === undefined ? '' : `, did you mean "${nearest}"`}; it is letter, public or call`,
  }
}

export function notAFile(file: string): Text {
  return {
    zh: `没有“${file}”这个文件；请写一个文本文件的路径，或者不写、从标准输入给`,
    en: `There is no file "${file}"; name a text file, or give texts on standard input`,
  }
}

export function tooLarge(file: string, most: number): Text {
  const mb = Math.round(most / 1_048_576)
  return {
    zh: `“${file}”超过 ${mb} MB；请只给要发出去的文字`,
    en: `"${file}" is above ${mb} MB; give only the text that is to go out`,
  }
}

export function notUtf8(file: string): Text {
  return {
    zh: `“${file}”不是 UTF-8 文字；请另存为 UTF-8 的纯文本再试`,
    en: `"${file}" is not UTF-8 text; save it as plain text in UTF-8`,
  }
}

/** The findings for a reader, each with its line, and how many have to be mended. */
export function findingsWords(text: string, findings: readonly LintFinding[], lang: Lang): string {
  if (findings.length === 0) return `${say({ zh: '没有发现问题', en: 'Nothing was found' }, lang)}\n`
  const points = Array.from(text)
  const entries = findings.map(({ start, end, message, suggestion, severity }) => {
    const line = points.slice(0, start).filter((point) => point === '\n').length + 1
    const words = points.slice(start, end).join('').replaceAll(/\s+/g, ' ')
    const place = words === '' ? '' : say({ zh: `第 ${line} 行“${words}”：`, en: `Line ${line} “${words}”: ` }, lang)
    const instead = suggestion && `\n    ${say({ zh: '可以改成：', en: 'Instead: ' }, lang)}${say(suggestion, lang)}`
    return `${severity === 'error' ? '✗' : '·'} ${place}${say(message, lang)}${instead ?? ''}`
  })
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const sum = say(
    {
      zh: `共 ${findings.length} 处，${errors === 0 ? '没有必须改的' : `其中 ${errors} 处必须先改（✗）`}`,
      en: `${findings.length} found, ${errors === 0 ? 'none of them has to be mended' : `${errors} to be mended first (✗)`}`,
    },
    lang,
  )
  return `${entries.join('\n')}\n\n${sum}\n`
}
