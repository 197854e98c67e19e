/** The pages of one case. */
export const caseTexts = {
  nextStep: '下一步',
  after: '然后',
}
