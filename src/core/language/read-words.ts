import type { Knowledge } from '../knowledge/knowledge.ts'
import { lexiconOf } from './lexicon.ts'
import { plainForm } from './plain-form.ts'
import { readAmounts } from './read-amounts.ts'
import type { ReadField } from './read-field.ts'
import { readGoods } from './read-goods.ts'
import { readNames } from './read-names.ts'
import { readNumbers } from './read-numbers.ts'
import { type ReadProblem, readProblems } from './read-problems.ts'
import { readTimes } from './read-times.ts'
import { pointsOf } from './span.ts'

/** What a text seems to say. Everything in it is a proposal with its place in the text; nothing is certain. */
export type WordsReading = {
  /** Something is said to have gone wrong. A plain question names its topic in `problems` and is none. */
  readonly complaint: boolean
  /** Strongest first; empty for praise, chatter, and what the words do not settle. */
  readonly problems: readonly ReadProblem[]
  /** What it might be; too little is said to tell. */
  readonly unsure: readonly ReadProblem[]
  readonly fields: readonly ReadField[]
}

/** Characters read; what comes after is left alone. */
const MOST = 20_000

/**
 * Reads what a shopper wrote or pasted: free words, a chat, the text of an order page. Places are in Unicode code points.
 * `now` lets days without a year, yesterday and the like be told.
 */
export function readWords(
  text: string,
  knowledge: Pick<Knowledge, 'language' | 'problems'>,
  now?: string,
): WordsReading {
  const read = text.slice(0, MOST)
  const plain = plainForm(read)
  const lexicon = lexiconOf(knowledge)
  const inPoints = pointsOf(read)
  const pointed = ({ because, ...problem }: ReadProblem) => ({ ...problem, because: because.map(inPoints) })
  const { problems, unsure } = readProblems(plain, knowledge)
  const numbers = readNumbers(read, plain, lexicon)
  const names = readNames(read, plain, lexicon)
  const fields = [
    ...numbers,
    ...readAmounts(plain, lexicon).filter(
      (amount) => !numbers.some((one) => one.start < amount.end && amount.start < one.end),
    ),
    ...readTimes(plain, lexicon, now),
    ...names,
    ...readGoods(
      plain,
      lexicon,
      names.filter(({ field }) => field === 'item'),
    ),
  ]
  return {
    complaint: problems.some(({ complaint }) => complaint),
    problems: problems.map(pointed),
    unsure: unsure.map(pointed),
    fields: fields.sort((a, b) => a.start - b.start).map((field) => ({ ...field, ...inPoints(field) })),
  }
}
