import { type Check, conditions, factsOf } from '../check.ts'
import type { Knowledge } from '../knowledge.ts'

/** Facts that are always computed from the case and never asked. */
const computed = /^(time\.today|filed\.|accepted\.|refused\.|ended\.|offer\.open$)/
/** The verdict on a right, which only papers may ask for: a right that asks for another would go round in circles. */
const verdict = /^right\.(.+)$/

export const factsExist: Check = {
  id: 'facts-exist',
  why: { zh: '条件里的事实没有定义，永远问不出来。', en: 'A fact that is not defined can never be asked or known.' },
  fix: {
    zh: '在 knowledge/facts 中加一个同名文件，或改正名称。',
    en: 'Add a file of that name under knowledge/facts, or mend the name.',
  },
  *breaches(knowledge) {
    const known = (id: string) => Object.hasOwn(knowledge.facts, id) || computed.test(id)
    for (const { entry, path, condition } of conditions(knowledge))
      for (const fact of factsOf(condition)) {
        const right = entry.startsWith('letters/') ? verdict.exec(fact)?.[1] : undefined
        const found = right === undefined ? known(fact) : Object.hasOwn(knowledge.rights, right)
        if (!found) yield { entry, path, detail: fact }
      }
    yield* triggers(knowledge, known)
  },
}

function* triggers(knowledge: Knowledge, known: (id: string) => boolean) {
  for (const [id, deadline] of Object.entries(knowledge.deadlines))
    for (const side of ['starts', 'ends'] as const)
      for (const [i, trigger] of deadline[side].entries())
        if ('fact' in trigger && !known(trigger.fact))
          yield { entry: `deadlines/${id}`, path: [side, i], detail: trigger.fact }
}
