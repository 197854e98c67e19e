import { type Check, conditions, factsOf } from '../check.ts'
import type { Knowledge } from '../knowledge.ts'

/** Facts that are always computed from the case and never asked. */
const computed = /^(time\.today|filed\.|accepted\.|refused\.|ended\.|offer\.open$)/
/** What only papers may ask for: a right that asked for the verdict on another would go round in circles. */
const ofPapers = /^(right|door|has|offer|filing|suit)\.(.+)$/
const papers = /^(letters|breaches|held-documents)\//

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
      for (const fact of factsOf(condition))
        if (!known(fact) && !(papers.test(entry) && isOfPapers(fact, knowledge))) yield { entry, path, detail: fact }
    yield* triggers(knowledge, known)
  },
}

function isOfPapers(fact: string, { rights, channels }: Knowledge): boolean {
  const [, kind, name = ''] = ofPapers.exec(fact) ?? []
  switch (kind) {
    case 'right':
      return Object.hasOwn(rights, name)
    case 'door':
      return Object.hasOwn(channels, name)
    case 'has':
      return true
    case 'offer':
      return ['accepted', 'in-money', 'asks-silence'].includes(name)
    case 'filing':
      return name === 'chase-due'
    case 'suit':
      return name === 'kind'
    default:
      return false
  }
}

function* triggers(knowledge: Knowledge, known: (id: string) => boolean) {
  for (const [id, deadline] of Object.entries(knowledge.deadlines))
    for (const side of ['starts', 'ends'] as const)
      for (const [i, trigger] of deadline[side].entries())
        if ('fact' in trigger && !known(trigger.fact))
          yield { entry: `deadlines/${id}`, path: [side, i], detail: trigger.fact }
}
