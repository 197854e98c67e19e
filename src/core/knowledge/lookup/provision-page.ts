import { done, type Outcome, refuse } from '../../values/refusal.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Law, Provision } from '../law.ts'
import { type Found, isInForce, parseRef, shortCite, versionsOf } from '../provision-ref.ts'
import { type Correction, type User, usersOf } from './provision-users.ts'

/** One provision with all that is known of it, as machines read it. */
export type ProvisionPage = Omit<Provision, 'key' | 'articles' | 'with' | 'replaces' | 'seenIn'> &
  Pick<Law, 'standing' | 'issuer' | 'number' | 'reachesBack'> & {
    readonly ref: string
    /** Full title of the law, the article as printed in it, and the short citation. */
    readonly law: string
    readonly article: string
    readonly cite: string
    /** The day that counts, and whether these words were in force on it; null: the texts do not say since when. */
    readonly on: string
    readonly inForce: boolean | null
    readonly lawNote?: string | undefined
    /** Codes of docs/sources.md in which the text was read; `checkedOn` is the day of the newest. */
    readonly source: readonly string[]
    /** Refs that belong to the same statement, and groups that cover this article among others. */
    readonly with: readonly string[]
    /** Earlier and later texts in its place, oldest first, without itself. */
    readonly versions: readonly Version[]
    readonly usedBy: readonly User[]
    readonly corrects: readonly Correction[]
  }

/** A line of a law's list of what is held. */
export type HeldProvision = Pick<
  ProvisionPage,
  'ref' | 'law' | 'article' | 'title' | 'standing' | 'grade' | 'from' | 'to'
>

/** A text that stood at some time in the place of another. */
export type Version = Pick<Provision, 'title' | 'from' | 'to'> & { readonly ref: string; readonly cite: string }

type Days = {
  /** The day whose text is wanted; without it, any text may be shown. */
  readonly on?: string | undefined
  readonly today: string
}

/**
 * The page of the provision a ref names, then those of the other entries of its article when no paragraph is named. With
 * `on`, the text of that day: its own, or the one it replaced or was replaced by; refused when none was in force. Without,
 * the text in force today, else the newest.
 */
export function provisionPages(knowledge: Knowledge, ref: string, { on, today }: Days): Outcome<ProvisionPage[]> {
  const own = versionsOf(knowledge, ref)
  const line = lineOf(own, knowledge)
  const day = on ?? today
  const counts = ({ law, provision }: Found) =>
    isInForce(provision, day) || (law.reachesBack === true && isInForce(provision, today))
  const found = own.findLast(counts) ?? (on === undefined ? own.at(-1) : line.findLast(counts))
  if (!found) return refuse('not-in-force', notInForce(line, day, knowledge))
  const others = parseRef(ref)?.paragraph === undefined ? siblingsOf(found).filter(counts) : []
  return done([found, ...others].map((one) => pageOf(one, knowledge, day, today)))
}

/** What is held of a law, in the order of its articles. */
export function heldOf(law: Law): readonly HeldProvision[] {
  return [...law.provisions]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ key, articles: [article = ''], title, grade, from, to }) => {
      return { ref: `${law.id}#${key}`, law: law.title, article, title, standing: law.standing, grade, from, to }
    })
}

/** Article, then 之一, then paragraph; none of the two reaches its share. */
function placeOf({ articles: [article = ''], paragraphs: [paragraph = 0] = [] }: Provision): number {
  const [main = 0, sub = 0] = article.split('-').map(Number)
  return main * 1_000_000 + sub * 100 + paragraph
}

function pageOf(found: Found, knowledge: Knowledge, on: string, today: string): ProvisionPage {
  const { law, provision } = found
  const { key: _key, articles, with: beside = [], replaces: _replaces, seenIn, ...words } = provision
  const covering = coveringOf(found).map(refOf)
  return {
    ref: refOf(found),
    law: law.title,
    article: articles[0] ?? '',
    cite: shortCite(knowledge, refOf(found)),
    standing: law.standing,
    issuer: law.issuer,
    number: law.number,
    on,
    inForce: forceOn(provision, on),
    reachesBack: law.reachesBack,
    ...words,
    lawNote: law.note,
    source: seenIn,
    url: provision.url ?? law.url,
    with: [...new Set([...beside, ...covering])],
    versions: lineOf([found], knowledge)
      .filter((one) => one.provision !== provision)
      .map((one) => versionOf(one, knowledge)),
    ...usersOf(provision, knowledge, today),
  }
}

function refOf({ law, provision }: Found): string {
  return `${law.id}#${provision.key}`
}

function versionOf(found: Found, knowledge: Knowledge): Version {
  const { title, from, to } = found.provision
  return { ref: refOf(found), cite: shortCite(knowledge, refOf(found)), title, from, to }
}

/** Since a text without a first day is known to stand on the day it was read, earlier days are open. */
function forceOn(provision: Provision, day: string): boolean | null {
  if (!isInForce(provision, day)) return false
  return provision.from === null && day < provision.checkedOn ? null : true
}

/** What stood in the place of these provisions before and after them, oldest first. */
function lineOf(own: readonly Found[], knowledge: Knowledge): readonly Found[] {
  const line = new Map(own.map((found) => [found.provision, found]))
  for (const { law, provision } of line.values()) {
    const before = (provision.replaces ?? []).flatMap((ref) => versionsOf(knowledge, ref))
    const same = versionsOf(knowledge, `${law.id}#${provision.key}`)
    for (const found of [...before, ...same, ...successorsOf(provision, knowledge)]) line.set(found.provision, found)
  }
  return [...line.values()].sort((a, b) => (a.provision.from ?? '').localeCompare(b.provision.from ?? ''))
}

function successorsOf(provision: Provision, knowledge: Knowledge): Found[] {
  return Object.values(knowledge.laws).flatMap((law) =>
    law.provisions
      .filter(({ replaces = [] }) =>
        replaces.some((ref) => versionsOf(knowledge, ref).some((found) => found.provision === provision)),
      )
      .map((successor) => ({ law, provision: successor })),
  )
}

/** The other entries of the same article: its paragraphs. */
function siblingsOf({ law, provision }: Found): Found[] {
  return law.provisions
    .filter(({ key, articles }) => key !== provision.key && articles[0] === provision.articles[0])
    .sort((a, b) => (a.paragraphs?.[0] ?? 0) - (b.paragraphs?.[0] ?? 0))
    .map((sibling) => ({ law, provision: sibling }))
}

/** Entries of other articles that cover this one too. */
function coveringOf({ law, provision }: Found): Found[] {
  const [article = ''] = provision.articles
  return law.provisions
    .filter((other) => other !== provision && other.articles.slice(1).includes(article))
    .map((other) => ({ law, provision: other }))
}

function notInForce(line: readonly Found[], day: string, knowledge: Knowledge) {
  const spans = line.map((found) => {
    const { ref, from, to } = versionOf(found, knowledge)
    return `${ref} ${from ?? '?'} – ${to ?? ''}`.trimEnd()
  })
  return {
    zh: `${day} 那一天没有有效的文本；收着的是：${spans.join('；')}`,
    en: `No text was in force on ${day}; held: ${spans.join('; ')}`,
  }
}
