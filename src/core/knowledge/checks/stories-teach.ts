import type { Check } from '../check.ts'

const successFigure = /成功率|胜率|success rate/i

/** Every problem has a model story, and no story counts successes. */
export const storiesTeach: Check = {
  id: 'stories-teach',
  why: {
    zh: '每类问题要有一个示范案例；没有统计过的成功率不能写。',
    en: 'Each problem has a model story; a success rate that nobody counted is not told.',
  },
  fix: {
    zh: '在 knowledge/cases 中补一个 model，或删去比例。',
    en: 'Add a model under knowledge/cases, or take the figure out.',
  },
  *breaches({ cases, problems }) {
    const told = new Set(Object.values(cases).flatMap((story) => (story.kind === 'model' ? story.problems : [])))
    for (const id of Object.keys(problems))
      if (!told.has(id)) yield { entry: `problems/${id}`, path: ['id'], detail: id }
    for (const [id, { story, title, lessons }] of Object.entries(cases))
      for (const text of [title, story, ...lessons.map((lesson) => lesson.text)])
        for (const words of [text.zh, text.en]) {
          const figure = successFigure.exec(words)
          if (figure) yield { entry: `cases/${id}`, path: ['story'], detail: figure[0] }
        }
  },
}
