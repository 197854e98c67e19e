import type { ReadProblem } from '../../core/language/read-problems.ts'
import { readWords, type WordsReading } from '../../core/language/read-words.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Command, Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { jsonLines } from '../json-lines.ts'
import * as messages from '../messages.ts'

/** Characters of answers gathered before they are printed. */
const CHUNK = 65_536

export const triageCommand: Command = {
  name: 'triage',
  summary: {
    zh: '看一段话说的是哪些问题，凭哪几个字',
    en: 'Which problems a text tells of, and by which words',
  },
  usage: {
    zh: `标准输入每行一个 JSON 对象 {id, text}，标准输出每行一个 {id, problems, complaint}。
problems 里最有把握的在前：{type, confidence, because: [{start, end}]}；位置按 Unicode 字符数，不含 end。
只是问问，不是出了问题的，complaint 为 false；夸奖、闲聊为空；说得不够、拿不准的列在 unsure 里，不猜。
写错的行在标准错误中指明行号和原因，其余照常答。
例：echo '{"id":"A","text":"用了三天就开不了机，客服也不理人"}' | youju triage`,
    en: `Standard input holds one JSON object {id, text} a line, standard output one {id, problems, complaint}.
Problems come strongest first: {type, confidence, because: [{start, end}]}; places count Unicode characters, the end
not included.
What is only asked has complaint false; praise and chatter have none; what too little is said of stands in unsure.
Lines that are off are named on standard error with the reason; the others are answered.
Example: youju triage < texts.jsonl`,
  },
  operands: [],
  options: {},
  run: answerLines,
}

async function answerLines({ input, now, print, report, progress }: Context): Promise<Ending> {
  const { readKnowledge } = await import('../../server/pack/knowledge-folder.ts')
  const knowledge = await readKnowledge()
  let ending: Ending = 'holds'
  let ready = ''
  progress(messages.waitingForInput())
  for await (const { line, content } of jsonLines(input)) {
    const asked = content.ok ? readText(content.value) : content
    if (!asked.ok) {
      report(messages.inLine(line, asked.refusal.text))
      ending = 'misused'
      continue
    }
    ready += `${JSON.stringify(triaged(asked.value.id, readWords(asked.value.text, knowledge, now)))}\n`
    if (ready.length < CHUNK) continue
    await print(ready)
    ready = ''
  }
  if (ready !== '') await print(ready)
  return ending
}

/** Problems of one code speak as one: the strongest, by the words of all. */
function triaged(id: string | number, { complaint, problems, unsure }: WordsReading) {
  const [named, possible] = [byCode(problems), byCode(unsure)]
  const open = possible.filter(({ type }) => !named.some((one) => one.type === type))
  return { id, problems: named, complaint, ...(open.length === 0 ? {} : { unsure: open }) }
}

function byCode(read: readonly ReadProblem[]) {
  return [...new Set(read.map(({ triage }) => triage))].map((type) => {
    const ours = read.filter(({ triage }) => triage === type)
    const because = ours.flatMap((one) => one.because).sort((a, b) => a.start - b.start || a.end - b.end)
    return { type, confidence: Math.max(...ours.map(({ confidence }) => confidence)), because }
  })
}

function readText(value: unknown): Outcome<{ readonly id: string | number; readonly text: string }> {
  const { id, text } = { id: undefined, text: undefined, ...(typeof value === 'object' ? value : {}) }
  if ((typeof id !== 'string' || id === '') && typeof id !== 'number')
    return refuse('no-id', { zh: 'id 要写成文字或数字，不能空着', en: 'id must be a text or a number, not empty' })
  if (typeof text !== 'string')
    return refuse('no-text', {
      zh: 'text 要写成文字，例如 {"id":"A","text":"用了三天就坏了"}',
      en: 'text must be a text, such as {"id":"A","text":"用了三天就坏了"}',
    })
  return done({ id, text })
}
