import type { Knowledge } from '../knowledge/knowledge.ts'
import { citeText, findProvision } from '../knowledge/provision-ref.ts'

/** Whether a paper may cite the words in force on that day: their full text was read. */
export function isCitable(knowledge: Knowledge, ref: string, day: string, today: string): boolean {
  return findProvision(knowledge, ref, day, today)?.provision.grade === 'A'
}

/** `《甲法》第二十四条、第二十五条第一款、《乙法》第三条`: each law is named once. */
export function citesText(knowledge: Knowledge, refs: readonly string[]): string {
  const articles = new Map<string, string[]>()
  for (const ref of refs) {
    const [, title = '', article = ''] = /^(《.+》)(.+)$/.exec(citeText(knowledge, ref)) ?? []
    articles.set(title, [...(articles.get(title) ?? []), article])
  }
  return [...articles].map(([title, list]) => `${title}${[...new Set(list)].join('、')}`).join('、')
}
