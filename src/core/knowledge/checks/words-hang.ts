import type { Check } from '../check.ts'

export const wordsHang: Check = {
  id: 'words-hang',
  why: {
    zh: '说法里用到的词组、问题类型、表达风险要存在，词组名不能重复，否则这些话谁也认不出。',
    en: 'A set, problem or risk that is not there, or a set named twice, leaves sayings that nothing is found by.',
  },
  fix: {
    zh: '改正 {词组}、problem 或 risk 的名称，或在 knowledge/language/、knowledge/wording/ 中补上。',
    en: 'Mend the name of the {set}, the problem or the risk, or add it under knowledge/language/ or knowledge/wording/.',
  },
  *breaches({ language, wording, risks, problems, facts }) {
    const told = Object.values(language).flatMap(({ sets }) => Object.keys(sets))
    const named = [...told, ...Object.values(wording).flatMap(({ sets }) => Object.keys(sets))]
    const isTwice = (name: string) => named.filter((other) => other === name).length > 1
    const known = new Set(told)
    const kinds = (facts['goods.category']?.options ?? []).map(({ value }) => value)
    for (const [id, { problem, sets, signs, cues, goods }] of Object.entries(language)) {
      const entry = `language/${id}`
      if (problem !== undefined && !Object.hasOwn(problems, problem))
        yield { entry, path: ['problem'], detail: problem }
      for (const name of Object.keys(sets)) if (isTwice(name)) yield { entry, path: ['sets', name], detail: name }
      for (const [i, { say, unless }] of signs.entries())
        for (const detail of unknown([...say, ...unless], known)) yield { entry, path: ['signs', i], detail }
      for (const [i, { category }] of goods.entries())
        if (!kinds.includes(category)) yield { entry, path: ['goods', i], detail: category }
      for (const [i, { before, after }] of cues.entries())
        for (const detail of unknown([...before, ...after], known)) yield { entry, path: ['cues', i], detail }
    }
    const all = new Set(named)
    for (const [id, { risk, sets, within, ledBy, entries }] of Object.entries(wording)) {
      const entry = `wording/${id}`
      const isNamed = risk === undefined ? entries.length === 0 : Object.hasOwn(risks, risk)
      if (!isNamed) yield { entry, path: ['risk'], detail: risk ?? '?' }
      for (const name of Object.keys(sets)) if (isTwice(name)) yield { entry, path: ['sets', name], detail: name }
      for (const detail of unknown([...within, ...ledBy], all)) yield { entry, path: ['ledBy'], detail }
      for (const [i, one] of entries.entries())
        for (const detail of unknown([...one.say, ...one.within, ...one.unless, ...one.ledBy], all))
          yield { entry, path: ['entries', i], detail }
    }
  },
}

function unknown(sayings: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return sayings
    .flatMap((saying) => [...saying.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name))
    .filter((name) => !known.has(name))
}
