import type { Check } from '../check.ts'

export const wordsHang: Check = {
  id: 'words-hang',
  why: {
    zh: '说法里用到的词组、问题类型要存在，词组名不能重复，否则这些话谁也认不出。',
    en: 'A set or problem that is not there, or a set named twice, leaves sayings that nothing is found by.',
  },
  fix: {
    zh: '改正 {词组} 或 problem 的名称，或在 knowledge/language/ 中补上。',
    en: 'Mend the name of the {set} or the problem, or add it under knowledge/language/.',
  },
  *breaches({ language, problems, facts }) {
    const named = Object.values(language).flatMap(({ sets }) => Object.keys(sets))
    const known = new Set(named)
    const kinds = (facts['goods.category']?.options ?? []).map(({ value }) => value)
    for (const [id, { problem, sets, signs, cues, goods }] of Object.entries(language)) {
      const entry = `language/${id}`
      if (problem !== undefined && !Object.hasOwn(problems, problem))
        yield { entry, path: ['problem'], detail: problem }
      for (const name of Object.keys(sets))
        if (named.filter((other) => other === name).length > 1) yield { entry, path: ['sets', name], detail: name }
      for (const [i, { say, unless }] of signs.entries())
        for (const detail of unknown([...say, ...unless], known)) yield { entry, path: ['signs', i], detail }
      for (const [i, { category }] of goods.entries())
        if (!kinds.includes(category)) yield { entry, path: ['goods', i], detail: category }
      for (const [i, { before, after }] of cues.entries())
        for (const detail of unknown([...before, ...after], known)) yield { entry, path: ['cues', i], detail }
    }
  },
}

function unknown(sayings: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return sayings
    .flatMap((saying) => [...saying.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name))
    .filter((name) => !known.has(name))
}
