import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { jsonLines } from '../json-lines.ts'
import * as messages from '../messages.ts'

/** Characters of answers gathered before they are printed. */
const CHUNK = 65_536

export type AskedText = { readonly id: string | number; readonly text: string }

/** Answers JSONL `{id, text}` a line for a line; lines that are off are told, the others answered. */
export async function answerTexts(
  { input, print, report, progress }: Context,
  answerOf: (asked: AskedText) => unknown,
): Promise<Ending> {
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
    ready += `${JSON.stringify(answerOf(asked.value))}\n`
    if (ready.length < CHUNK) continue
    await print(ready)
    ready = ''
  }
  if (ready !== '') await print(ready)
  return ending
}

function readText(value: unknown): Outcome<AskedText> {
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
