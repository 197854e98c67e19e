import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Fact } from '../../core/knowledge/fact.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { readLawName } from '../../core/knowledge/lookup/law-name.ts'
import { type ProvisionPage, provisionPages } from '../../core/knowledge/lookup/provision-page.ts'
import { dayOf } from '../../core/values/instant.ts'
import { parseLocalDate } from '../../core/values/local-date.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import { json, langQuery, otherwise } from './answer/answer.ts'
import { orRefused, refused } from './answer/problem.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'

type Named = { readonly id: string; readonly title: string }
type Contact = {
  readonly kind: string
  readonly value: string
  readonly text?: string
  readonly standing: string
  readonly source: string
  readonly checkedOn: string
  readonly hours?: { readonly days: 'daily' | 'working'; readonly from: string; readonly to: string }
}
type ChannelWords = Named & {
  readonly kind: string
  readonly steps: readonly string[]
  readonly fields: readonly {
    readonly id: string
    readonly title: string
    readonly required: boolean
    /** Where the case has it: a path of the case, a fact or a paper. */
    readonly from?: string
  }[]
  readonly contacts: readonly Contact[]
  readonly tips: readonly { readonly text: string; readonly standing: string }[]
  readonly papers: readonly string[]
  readonly chars?: number
}
type FactWords = {
  readonly ask: string
  readonly why: string
  readonly hint?: string
  readonly type: Fact['type']
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** Names and words for screens, in one language; the same for every case. */
export type Vocabulary = {
  readonly knowledge: string
  readonly problems: readonly (Named & { readonly plain: string })[]
  readonly channels: readonly ChannelWords[]
  readonly facts: Readonly<Record<string, FactWords>>
  /** What evidence must prove, by need, and what an exhibit must show for it. */
  readonly needs: readonly (Named & { readonly shows: readonly string[] })[]
  /** What an exhibit can legibly show. */
  readonly shows: readonly Named[]
  readonly routes: readonly (Named & { readonly gets: string; readonly risks: readonly string[] })[]
  readonly rights: readonly Named[]
  readonly papers: readonly Named[]
}

const vocabularyRoute = createRoute({
  method: 'get',
  path: '/vocabulary',
  request: { query: langQuery },
  responses: {
    200: json<Vocabulary>('Names and words for screens', 'Vocabulary'),
    304: { description: 'As it was' },
    ...otherwise,
  },
})

const provisionRoute = createRoute({
  method: 'get',
  path: '/provisions/{ref}',
  request: {
    params: z.object({ ref: z.string().max(200) }),
    query: langQuery.extend({ on: z.string().max(10).optional() }),
  },
  responses: {
    200: json<{ pages: readonly ProvisionPage[] }>(
      'The provision a citation names, then the other paragraphs held of its article; `on` asks for the text of a day',
      '{pages: ProvisionPage[]}',
    ),
    ...otherwise,
  },
})

/** What the knowledge says, apart from any case. */
export function vocabularyApi({ book }: ApiWorld) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(vocabularyRoute, (c) => {
      const etag = `"${book.knowledge.version.slice(0, 16)}-${c.var.lang}"`
      c.header('etag', etag)
      c.header('cache-control', 'private, no-cache')
      if (c.req.header('if-none-match') === etag) return c.body(null, 304)
      return c.json(vocabularyOf(book.knowledge, c.var.lang), 200)
    })
    .openapi(provisionRoute, (c) => {
      const { on } = c.req.valid('query')
      const { knowledge } = book
      const day = on === undefined ? undefined : orRefused(parseLocalDate(on))
      const { law, ref } = orRefused(readLawName(c.req.valid('param').ref, knowledge))
      if (ref === undefined)
        throw refused('article-not-held', { zh: `请写明《${law.title}》第几条`, en: `name the article of ${law.id}` })
      const pages = orRefused(provisionPages(knowledge, ref, { on: day, today: dayOf(book.now()) }))
      return c.json({ pages }, 200)
    })
}

function vocabularyOf(knowledge: Knowledge, lang: Lang): Vocabulary {
  const t = (text: Text) => say(text, lang)
  const named = ({ id, title }: { readonly id: string; readonly title: Text }): Named => ({ id, title: t(title) })
  const problems = Object.values(knowledge.problems)
  const needs = problems.flatMap(({ evidence }) => evidence)
  return {
    knowledge: knowledge.version,
    problems: problems.map((problem) => ({ ...named(problem), plain: t(problem.plain) })),
    channels: Object.values(knowledge.channels).map((channel) => ({
      ...named(channel),
      kind: channel.kind,
      steps: channel.steps.map(t),
      fields: channel.fields.map(({ id, title, required, from }) => ({
        id,
        title: t(title),
        required,
        ...(from && { from }),
      })),
      contacts: channel.contacts.map(({ kind, value, text, standing, source, checkedOn, hours }) => ({
        kind,
        value,
        standing,
        source,
        checkedOn,
        ...(text && { text: t(text) }),
        ...(hours && { hours }),
      })),
      tips: channel.tips.map(({ text, standing }) => ({ text: t(text), standing })),
      papers: channel.papers,
      ...(channel.limits?.chars === undefined ? {} : { chars: channel.limits.chars }),
    })),
    facts: Object.fromEntries(Object.values(knowledge.facts).map((fact) => [fact.id, factWords(fact, t)])),
    needs: once(needs.map((need) => ({ ...named(need), shows: need.mustShow.map(({ id }) => id) }))),
    shows: once(needs.flatMap(({ mustShow }) => mustShow.map(({ id, text }) => ({ id, title: t(text) })))),
    routes: Object.values(knowledge.routes).map((route) => ({
      ...named(route),
      gets: t(route.gets),
      risks: route.risks.map(t),
    })),
    rights: Object.values(knowledge.rights).map(named),
    papers: Object.values(knowledge.letters).map(({ id, title }) => ({ id, title })),
  }
}

function factWords({ ask, why, hint, type, options }: Fact, t: (text: Text) => string): FactWords {
  return {
    ask: t(ask),
    why: t(why),
    type,
    ...(hint && { hint: t(hint) }),
    ...(options && { options: options.map(({ value, text }) => ({ value, label: t(text) })) }),
  }
}

/** The first of each id. */
function once<T extends Named>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()].reverse()
}
