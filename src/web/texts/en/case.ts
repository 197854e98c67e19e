import type { Texts } from '../zh/zh.ts'

export const caseTexts: Texts['case'] = {
  nextStep: 'Next step',
  after: 'Then',
}
