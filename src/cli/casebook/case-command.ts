import type { Case } from '../../core/case/case.ts'
import type { CaseEvent } from '../../core/case/event.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import type { Outcome } from '../../core/values/refusal.ts'
import type { Text } from '../../core/values/text.ts'
import type { GivenCommand } from '../../server/casebook/give.ts'
import type { Recorded } from '../../server/casebook/record.ts'
import type { Command, Context, Option } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { casebookOptions, withCasebook } from './with-casebook.ts'

/** What a command line says to do with a kept case. */
export type Asked = Pick<Context, 'options' | 'now'> & {
  /** What stands after the case. */
  readonly rest: readonly string[]
  readonly kase: Case
  readonly events: readonly CaseEvent[]
  readonly knowledge: Knowledge
}

export type CaseCommand = {
  readonly name: string
  readonly summary: Text
  readonly usage: Text
  /** Beside the case. */
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly given: (asked: Asked) => Outcome<readonly GivenCommand[]>
}

/** A command that records something in one kept case and answers with what the case says next. */
export function caseCommand({ operands, options, given, ...named }: CaseCommand): Command {
  const { name } = named
  return {
    ...named,
    operands: ['CASE', ...operands],
    options: { ...options, ...keyOption, ...casebookOptions },
    run: (context) =>
      withCasebook(context, async (book) => {
        const { give } = await import('../../server/casebook/give.ts')
        const [caseId = '', ...rest] = context.operands
        const { knowledge } = book
        const said = Object.fromEntries(Object.keys(options).map((option) => [option, context.options[option]]))
        const recorded = await give(
          book,
          caseId,
          (kase, events) => given({ options: context.options, now: context.now, rest, kase, events, knowledge }),
          context.options.key === undefined ? {} : { key: context.options.key, asked: { name, rest, options: said } },
        )
        return answer(context, recorded, knowledge)
      }),
  }
}

const keyOption: Readonly<Record<string, Option>> = {
  key: {
    takes: 'KEY',
    summary: {
      zh: '幂等键：同一个键重复执行只记一次',
      en: 'idempotency key: the same key records once, however often it is run',
    },
  },
}

/** What was recorded and the step that comes next, or why it was refused. A refused command is the answer no. */
export async function answer(
  { json, lang, now, print, report }: Context,
  recorded: Outcome<Recorded>,
  knowledge: Knowledge,
): Promise<Ending> {
  if (!recorded.ok) {
    report(recorded.refusal.text)
    return endingOf(recorded.refusal) === 'misused' && !inputFaults.has(recorded.refusal.code)
      ? 'falls-short'
      : endingOf(recorded.refusal)
  }
  const { kase, changed } = recorded.value
  if (json) {
    await print(`${JSON.stringify({ case: kase.id, version: kase.version, status: kase.status, changed })}\n`)
    return 'holds'
  }
  const [{ advise }, { recordedWords }] = await Promise.all([
    import('../../core/advice/advise.ts'),
    import('./casebook-words.ts'),
  ])
  await print(recordedWords(recorded.value, advise(kase, { ...knowledge, lang }, now).next[0], lang))
  return 'holds'
}

/** The call's own words are off; every other refusal is the case's answer. */
const inputFaults: ReadonlySet<string> = new Set([
  'case-unknown',
  'name-unknown',
  'not-an-instant',
  'not-an-amount',
  'not-a-choice',
  'wrong-type',
  'amount-without-unit',
  'option-missing',
  'not-a-fact',
])
