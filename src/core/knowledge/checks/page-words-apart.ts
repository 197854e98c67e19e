import type { Check } from '../check.ts'

export const pageWordsApart: Check = {
  id: 'page-words-apart',
  why: {
    zh: '同一个标签有两种意思时不知道该信哪个；词组重名时后一个会盖住前一个。',
    en: 'Of a label with two meanings nobody knows which holds; of two sets of one name one hides the other.',
  },
  fix: {
    zh: '只留一种意思，或用 on 写明各在哪种页面上；词组换一个名称。',
    en: 'Keep one meaning, or say with `on` on which pages each holds; rename the set.',
  },
  *breaches(knowledge) {
    const files = Object.entries(knowledge['page-words'])
    const meanings = files.flatMap(([id, { labels }]) =>
      labels.flatMap(({ say, on, field }, i) =>
        say.map((word) => ({ word: word.toLowerCase(), on, field, entry: `page-words/${id}`, path: ['labels', i] })),
      ),
    )
    for (const { word, on, field, entry, path } of meanings) {
      const others = meanings.filter((one) => one.word === word && one.field !== field)
      const isShared = (one: { readonly on: readonly string[] }) =>
        on.length === 0 ? one.on.length === 0 : one.on.some((kind) => on.some((own) => own === kind))
      if (others.some(isShared)) yield { entry, path, detail: word }
    }
    const sets = files.flatMap(([id, file]) => Object.keys(file.sets).map((name) => ({ id, name })))
    for (const { id, name } of sets)
      if (sets.filter((one) => one.name === name).length > 1)
        yield { entry: `page-words/${id}`, path: ['sets', name], detail: name }
  },
}
