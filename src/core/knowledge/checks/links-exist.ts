import type { Check } from '../check.ts'
import { placeFolders } from '../guide-claim.ts'

export const linksExist: Check = {
  id: 'links-exist',
  why: { zh: '指向的条目不存在。', en: 'It points at an entry that is not there.' },
  fix: { zh: '改正名称，或补上该文件。', en: 'Mend the name, or add that file.' },
  *breaches(knowledge) {
    const { channels, problems, routes, deadlines, rights } = knowledge
    const lacks = (shelf: object, ids: readonly string[]) => ids.filter((id) => !Object.hasOwn(shelf, id))
    for (const [id, problem] of Object.entries(problems)) {
      const entry = `problems/${id}`
      for (const detail of lacks(channels, problem.channels)) yield { entry, path: ['channels'], detail }
      for (const detail of lacks(routes, problem.routes)) yield { entry, path: ['routes'], detail }
    }
    for (const [id, right] of Object.entries(rights)) {
      for (const detail of lacks(problems, right.problems)) yield { entry: `rights/${id}`, path: ['problems'], detail }
      for (const detail of lacks(rights, right.excludes)) yield { entry: `rights/${id}`, path: ['excludes'], detail }
    }
    for (const [id, deadline] of Object.entries(deadlines)) {
      const entry = `deadlines/${id}`
      for (const detail of lacks(problems, deadline.problems ?? [])) yield { entry, path: ['problems'], detail }
      for (const side of ['starts', 'ends'] as const)
        for (const trigger of deadline[side]) {
          if ('filing' in trigger && trigger.filing !== 'any')
            for (const detail of lacks(channels, trigger.filing)) yield { entry, path: [side], detail }
          if ('clock' in trigger)
            for (const detail of lacks(deadlines, [trigger.clock])) yield { entry, path: [side], detail }
        }
    }
    for (const [id, channel] of Object.entries(channels)) {
      const entry = `channels/${id}`
      const named = [...channel.after, ...channel.closes].map((edge) => edge.channel)
      for (const detail of lacks(channels, [...named, ...channel.beside])) yield { entry, path: ['closes'], detail }
      for (const detail of lacks(knowledge.letters, channel.papers)) yield { entry, path: ['papers'], detail }
      if (channel.window !== undefined)
        for (const detail of lacks(deadlines, [channel.window])) yield { entry, path: ['window'], detail }
    }
    for (const [id, story] of Object.entries(knowledge.cases)) {
      const entry = `cases/${id}`
      for (const detail of lacks(problems, story.problems)) yield { entry, path: ['problems'], detail }
      for (const detail of lacks(rights, story.rights)) yield { entry, path: ['rights'], detail }
    }
    const needs = new Set(Object.values(problems).flatMap((problem) => problem.evidence.map((need) => need.id)))
    for (const [id, document] of Object.entries(knowledge['held-documents']))
      for (const detail of document.needs.filter((need) => !needs.has(need)))
        yield { entry: `held-documents/${id}`, path: ['needs'], detail }
    for (const [id, letter] of Object.entries(knowledge.letters))
      for (const detail of lacks(problems, letter.problems ?? []))
        yield { entry: `letters/${id}`, path: ['problems'], detail }
    for (const [id, { asked }] of Object.entries(knowledge['search-words']))
      for (const [i, { problem }] of asked.entries())
        for (const detail of lacks(problems, problem === undefined ? [] : [problem]))
          yield { entry: `search-words/${id}`, path: ['asked', i, 'problem'], detail }
    for (const [id, { where }] of Object.entries(knowledge['guide-claims']))
      for (const folder of placeFolders)
        for (const detail of lacks(knowledge[folder], where[folder]))
          yield { entry: `guide-claims/${id}`, path: ['where', folder], detail }
  },
}
