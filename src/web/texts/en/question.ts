import type { Texts } from '../zh/zh.ts'

export const question: Texts['question'] = {
  left: (count) =>
    `${count} ${count === 1 ? 'question' : 'questions'} left, the most decisive first; stop whenever you like`,
  decides: 'It decides: ',
  comma: ', ',
  answer: 'Answer so',
  fill: 'Fill it in first, or choose “I don’t know”.',
  before: 'The one before',
  first: 'Choose the problem first',
  firstWhy: 'What is asked depends on which problem it is.',
  choose: 'Choose the problem',
  done: 'All asked',
  doneWhy: 'Everything that decides rights and sums has been answered.',
  skipped: (count) => `${count} skipped; answer them whenever you like.`,
  again: 'Look at them again',
  toCase: 'Back to the case',
}
