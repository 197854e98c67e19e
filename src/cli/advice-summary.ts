import type { Advice, DeadlineFinding, RightFinding } from '../core/advice/advice.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { shortCite } from '../core/knowledge/provision-ref.ts'
import { formatYuan } from '../core/values/fen.ts'
import { formatShanghai } from '../core/values/instant.ts'
import { type Lang, say, type Text } from '../core/values/text.ts'
import * as words from './advice-words.ts'

/** Questions shown, and rights named for each: more would bury the rest; all of them are in `--json`. */
const ASKED = 5

/** Advice as plain text for a reader, the next steps first. What is over and what does not apply is left to `--json`. */
export function adviceSummary(advice: Advice, knowledge: Knowledge, lang: Lang): string {
  const reader = readerOf(knowledge, lang)
  const nothing = [say(words.labels.nothing, lang)]
  const parts: readonly (readonly [Text, readonly string[]])[] = [
    [words.sections.next, advice.next.length === 0 ? nothing : nextSteps(advice, reader)],
    [words.sections.deadlines, deadlines(advice.deadlines, reader)],
    [words.sections.offers, offers(advice, reader)],
    [words.sections.questions, questions(advice, reader)],
    [words.sections.ladder, ladder(advice, reader)],
    [words.sections.rights, rights(advice.rights, reader)],
    [words.sections.evidence, evidence(advice, reader)],
    [words.sections.channels, channels(advice, reader)],
    [words.sections.routes, routes(advice, reader)],
    [words.sections.warnings, advice.warnings.map(({ text, cites }) => `- ${text}${reader.basis(cites)}`)],
  ]
  const titles = advice.problems.map(({ type }) => say(knowledge.problems[type]?.title ?? { zh: type, en: type }, lang))
  const head = [titles.join(lang === 'en' ? ', ' : '、'), say(words.asOf(advice, formatShanghai(advice.now)), lang)]
  const shown = parts.filter(([, lines]) => lines.length > 0)
  return [
    head.filter((line) => line !== '').join('\n'),
    ...shown.map(([title, lines]) => [say(title, lang), ...lines].join('\n')),
  ]
    .join('\n\n')
    .concat('\n')
}

/** How this reader is spoken to: their language, and the names of things. */
type Reader = {
  readonly t: (text: Text) => string
  /** `   为什么：…`, nothing when there is nothing to say. */
  readonly note: (label: Text, value: string | undefined) => readonly string[]
  readonly list: (items: readonly string[]) => string
  readonly basis: (cites: readonly string[]) => string
  readonly door: (id: string) => string
  readonly route: (id: string) => string
  readonly until: (due: string, provisional: boolean) => string
  readonly marked: (mark: Text, rest: string) => string
}

function readerOf(knowledge: Knowledge, lang: Lang): Reader {
  const t = (text: Text) => say(text, lang)
  const list = (items: readonly string[]) => items.join(lang === 'en' ? ', ' : '、')
  const colon = lang === 'en' ? ': ' : '：'
  const bracketed = (text: string) => (lang === 'en' ? ` (${text})` : `（${text}）`)
  return {
    t,
    list,
    note: (label, value) => (value === undefined || value === '' ? [] : [`   ${t(label)}${colon}${value}`]),
    basis: (cites) =>
      cites.length === 0
        ? ''
        : bracketed(`${t(words.labels.basis)}${colon}${list(cites.map((ref) => shortCite(knowledge, ref)))}`),
    door: (id) => t(knowledge.channels[id]?.title ?? { zh: id, en: id }),
    route: (id) => t(knowledge.routes[id]?.title ?? { zh: id, en: id }),
    until: (due, provisional) => `${formatShanghai(due)}${provisional ? bracketed(t(words.labels.provisional)) : ''}`,
    marked: (mark, rest) => (lang === 'en' ? `- [${t(mark)}] ${rest}` : `- 【${t(mark)}】${rest}`),
  }
}

function nextSteps({ next, deadlines: all }: Advice, { note, until, door }: Reader): string[] {
  return next.flatMap((step, i) => {
    const moving = all.some((clock) => clock.due === step.by && clock.provisional)
    return [
      `${i + 1}. ${step.do}`,
      ...note(words.labels.why, step.why),
      ...note(words.labels.by, step.by === undefined ? undefined : until(step.by, moving)),
      ...note(words.labels.with, step.with === undefined ? undefined : door(step.with)),
    ]
  })
}

function offers({ offers: all, ladder: rungs }: Advice, { note, until, list }: Reader): string[] {
  return all
    .filter((offer) => offer.options.length > 0)
    .flatMap((offer) => [
      `- ${offer.id}`,
      ...note(words.labels.answerBy, until(offer.answerBy, false)),
      ...note(words.labels.waives, list(offer.waives)),
      ...note(words.labels.belowRungs, list(demandsOf(offer.compared, rungs))),
    ])
}

function demandsOf(numbers: readonly number[], rungs: Advice['ladder']): string[] {
  return rungs.filter(({ rung }) => numbers.includes(rung)).map(({ demand }) => demand)
}

function deadlines(all: readonly DeadlineFinding[], { t, until, basis, marked, list }: Reader): string[] {
  return all
    .filter(({ status }) => status !== 'done')
    .map((clock) => {
      const who = clock.who === 'nobody' ? [] : [t(words.person(clock.who))]
      const standing = clock.standing === 'law' ? [] : [t(words.standing[clock.standing])]
      const marks = standing.length === 0 ? '' : ` [${list(standing)}]`
      const rest = [until(clock.due, clock.provisional), ...who, clock.what].join(' ')
      return marked(words.deadlineStatus[clock.status], `${rest}${marks}${basis(clock.cites)}`)
    })
}

function questions({ questions: all, rights: found }: Advice, { t, note, list }: Reader): string[] {
  const titles = new Map(found.map(({ id, title }) => [id, title]))
  const asked = all
    .slice(0, ASKED)
    .flatMap(({ ask, why }, i) => [
      `${i + 1}. ${ask}`,
      ...note(words.labels.decides, list(why.slice(0, ASKED).map((id) => titles.get(id) ?? id))),
    ])
  return all.length > ASKED ? [...asked, `   ${t(words.moreQuestions(all.length - ASKED))}`] : asked
}

function rights(all: readonly RightFinding[], { basis, marked }: Reader): string[] {
  return all
    .filter(({ status }) => status !== 'does-not-apply')
    .sort((a, b) => (a.status < b.status ? -1 : a.status > b.status ? 1 : 0))
    .map(({ status, title, cites }) => marked(words.rightStatus[status], `${title}${basis(cites)}`))
}

function ladder({ ladder: rungs }: Advice, { t, basis }: Reader): string[] {
  return rungs.map(({ demand, fen, cites, standing }, i) => {
    const said = fen === undefined || demand.includes(formatYuan(fen))
    const sum = said ? '' : ` ¥${formatYuan(fen)}`
    const mark = standing === 'law' ? '' : ` [${t(words.standing[standing])}]`
    return `${i + 1}. ${demand}${sum}${mark}${basis(cites)}`
  })
}

function evidence({ evidence: all }: Advice, { note, marked, list }: Reader): string[] {
  return all.flatMap(({ status, why, how, by }) => [
    marked(words.evidenceStatus[status], why),
    ...note(words.labels.exhibits, list(by)),
    ...note(words.labels.how, status === 'have' ? undefined : how),
  ])
}

function channels({ channels: all }: Advice, { note, marked, door, list }: Reader): string[] {
  return all.flatMap(({ id, status, because, closes, next }) => [
    marked(words.channelStatus[status], door(id)),
    ...note(words.labels.why, because),
    ...note(words.labels.closes, list(closes.map(door))),
    ...note(words.labels.how, next),
  ])
}

function routes({ routes: all }: Advice, { t, note, list, route }: Reader): string[] {
  return all.flatMap(({ id, cost, time, needs, breakEven }) => [
    `- ${route(id)}`,
    ...note(words.labels.cost, cost === null ? t(words.labels.noFigure) : range(cost)),
    ...note(words.labels.time, time),
    ...note(words.labels.needs, list(needs)),
    ...note(words.labels.worth, breakEven),
  ])
}

function range({ fenFrom, fenTo }: { readonly fenFrom: number; readonly fenTo: number }): string {
  return fenFrom === fenTo ? formatYuan(fenFrom) : `${formatYuan(fenFrom)}—${formatYuan(fenTo)}`
}
