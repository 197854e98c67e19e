import { nearestName } from '../../values/nearest-name.ts'
import { done, type Outcome, refuse } from '../../values/refusal.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Law } from '../law.ts'
import { versionsOf } from '../provision-ref.ts'
import { articleNotHeld, articleUnread, lawUnknown } from './law-name-words.ts'
import { numberPattern, readNumber } from './written-number.ts'

/** What a citation names: one provision of a law, or the law alone. */
export type NamedLaw = { readonly law: Law; readonly ref?: string }

/**
 * Reads a citation as people write it: `cpl#25`, `消法25`, `《消费者权益保护法》第二十五条第一款`, `民法典 563`, by any name
 * the law has, in digits of any kind. What is not in the base is refused with the nearest law, or with the articles held.
 */
export function readLawName(words: string, knowledge: Knowledge): Outcome<NamedLaw> {
  const typed = folded(words)
  const names = namesOf(knowledge)
  const found = names.find(({ name }) => typed.startsWith(name))
  if (!found) return refuse('law-unknown', lawUnknown(words, nearestLaw(typed, names)))
  const { law, name } = found
  const rest = typed.slice(name.length)
  if (rest === '') return done({ law })
  const key = articleKey(rest)
  const ref = key === undefined ? titleRef(rest, law) : `${law.id}#${key}`
  if (ref === undefined) return refuse('article-unread', articleUnread(law, rest))
  return versionsOf(knowledge, ref).length > 0
    ? done({ law, ref })
    : refuse('article-not-held', articleNotHeld(law, ref))
}

/** The ways a law may be named, folded: id, full title and short names, also without the issuing court. */
export function spellingsOf({ id, title, short }: Law): readonly string[] {
  const bare = title.replace(/^最高人民法院(、最高人民检察院)?关于/, '')
  return [...new Set([id, title, bare, ...short].map(folded))]
}

/** The article that words name after the title of a law: `互联网广告管理办法第五条` → `5`; undefined when they name no other. */
export function articleAfter(title: string, words: string): string | undefined {
  const [typed, name] = [folded(words), folded(title)]
  return typed.startsWith(name) ? articleKey(typed.slice(name.length))?.replace(/\..*/, '') : undefined
}

/** Width, case, blanks, brackets and 中华人民共和国 do not matter. */
function folded(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s《》〈〉「」“”"'()]|中华人民共和国/g, '')
}

const n = `(${numberPattern})`
const article = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{1,4}编)?#?第?${n}(?:条?(?:之|-)${n}条?|条?(?:至|到|~)第?${n}条?|条)?` +
    `(?:\\.${n}款?|第?${n}款)?(?:第?${n}项)?$`,
)

/** `第二十五条第一款` → `25.1`; 编 before it and 项 after it are not part of a ref. */
function articleKey(rest: string): string | undefined {
  const match = article.exec(rest)
  if (!match) return undefined
  const numbers = match.slice(1).map((text) => (text === undefined ? undefined : (readNumber(text) ?? Number.NaN)))
  const [first, sub, last, dotted, named] = numbers
  if (numbers.some(Number.isNaN)) return undefined
  const second = sub ?? last
  const paragraph = dotted ?? named
  return `${first}${second === undefined ? '' : `-${second}`}${paragraph === undefined ? '' : `.${paragraph}`}`
}

/** A text without article numbers is cited by what the entry is about. */
function titleRef(rest: string, law: Law): string | undefined {
  const provision = law.provisions.find(({ title }) => folded(title) === rest)
  return provision && `${law.id}#${provision.key}`
}

type Name = { readonly name: string; readonly law: Law }
const tables = new WeakMap<Knowledge, readonly Name[]>()

/** Every name, longest first, so that 消法实施条例 is not read as 消法. */
function namesOf(knowledge: Knowledge): readonly Name[] {
  const known = tables.get(knowledge)
  if (known) return known
  const names = Object.values(knowledge.laws)
    .flatMap((law) => spellingsOf(law).map((name) => ({ name, law })))
    .sort((a, b) => b.name.length - a.name.length)
  tables.set(knowledge, names)
  return names
}

/** The law that a name not known seems to mean. */
export function nearestLawName(words: string, knowledge: Knowledge): Law | undefined {
  return nearestLaw(folded(words), namesOf(knowledge))
}

/** The law whose name is nearest to what stands before the article, or stands somewhere in it. */
function nearestLaw(typed: string, names: readonly Name[]): Law | undefined {
  const head = typed.replace(/(?:[#第0-9]|[一二三四五六七八九十百千]{1,9}条).*$/, '')
  const near = nearestName(
    head,
    names.map(({ name }) => name),
  )
  return names.find(({ name }) => name === near || (near === undefined && name.length > 1 && typed.includes(name)))?.law
}
