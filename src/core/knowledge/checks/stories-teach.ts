import type { Check } from '../check.ts'

const successFigure = /成功率|胜率|success rate/i

/** No story counts successes. */
export const storiesTeach: Check = {
  id: 'stories-teach',
  why: {
    zh: '没有统计过的成功率不能写。',
    en: 'A success rate that nobody counted is not told.',
  },
  fix: {
    zh: '删去比例。',
    en: 'Take the figure out.',
  },
  *breaches({ cases }) {
    for (const [id, { story, title, lessons }] of Object.entries(cases))
      for (const text of [title, story, ...lessons.map((lesson) => lesson.text)])
        for (const words of [text.zh, text.en]) {
          const figure = successFigure.exec(words)
          if (figure) yield { entry: `cases/${id}`, path: ['story'], detail: figure[0] }
        }
  },
}
