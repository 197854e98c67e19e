import type { Texts } from '../zh/zh.ts'

export const law: Texts['law'] = {
  force: { yes: 'in force', no: 'not in force that day', unclear: 'from when is not known' },
  statement: {
    grants: 'What it says',
    conditions: 'Conditions',
    limits: 'Limits',
    exceptions: 'Exceptions',
    proof: 'Proof',
  },
  inferred: ' (inferred, not said outright)',
  since: (from, to) => (to === null ? `Since ${from ?? 'a day not known'}` : `${from ?? '?'} to ${to}`),
  grade: {
    A: 'The full text was read.',
    B: 'Only an official excerpt was read.',
    C: 'Second hand; the text was not seen.',
  },
  read: (source, day) => `Source ${source}, checked on ${day}.`,
  checkFirst: 'These are our own words, not the text: look it up before you rely on it.',
  versions: 'Texts of other times: ',
  corrects: 'The guide says: ',
  verdict: {
    correct: 'right',
    partly: 'partly right',
    wrong: 'wrong',
    outdated: 'outdated',
    unverifiable: 'cannot be verified',
    missing: 'left out by the guide',
    notice: 'notice',
  },
}
