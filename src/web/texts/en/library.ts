import type { Texts } from '../zh/zh.ts'

export const library: Texts['library'] = {
  title: 'Look up the law',
  provisions: 'Provisions',
  guide: 'The guide, checked',
  stories: 'Cases',
  ask: 'Ask in plain words (Chinese), or name an article',
  askHow: 'No need to know the name of a law. The base is in Chinese; try one of these:',
  examples: [
    '买的手机三天就坏了能退吗',
    '商家说活动价不退不换',
    '一直不发货怎么办',
    '假货可以要求赔多少',
    '起诉要花多少钱，去哪个法院',
  ],
  nothing: 'Nothing found',
  nothingHow: 'Say it another way: the thing, what happened, what you want.',
  imported: (day) => `imported text of ${day}`,
  guideTitle: 'Is the guide right?',
  guideWhy:
    'A complaint guide that goes around, checked claim by claim: what holds, what does not, and what to do instead.',
  group: { wrong: 'wrong', doubtful: 'in doubt', right: 'right', all: 'all' },
  instead: 'Here: ',
  checked: (day) => `Checked on ${day}`,
  storiesTitle: 'Cases',
  storiesWhy: 'They teach reasons, not odds: how often something works is only told from recorded outcomes.',
  byProblem: 'Problem',
  kind: { 'guide-story': 'a tale of the guide, without a source', model: 'an example reasoned from the law' },
  lessons: 'What it teaches',
}
