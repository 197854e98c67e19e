import type { ReadProblem } from '../../core/language/read-problems.ts'
import { readWords, type WordsReading } from '../../core/language/read-words.ts'
import type { Command, Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { answerTexts } from './text-lines.ts'

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

async function answerLines(context: Context): Promise<Ending> {
  const { readKnowledge } = await import('../../server/pack/knowledge-folder.ts')
  const knowledge = await readKnowledge()
  return answerTexts(context, ({ id, text }) => triaged(id, readWords(text, knowledge, context.now)))
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
