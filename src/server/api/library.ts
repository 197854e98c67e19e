import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { claimNumber, type GuideClaim, type Verdict } from '../../core/knowledge/guide-claim.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import type { CaseStory } from '../../core/knowledge/library/case-story.ts'
import { shortCite } from '../../core/knowledge/provision-ref.ts'
import { type LawHit, searchLaw } from '../../core/search/law-search.ts'
import { dayOf } from '../../core/values/instant.ts'
import { type Lang, say } from '../../core/values/text.ts'
import { openShelf } from '../pack/statutes/open-shelf.ts'
import { json, langQuery, otherwise } from './answer/answer.ts'
import type { ApiEnv, ApiWorld } from './api-world.ts'
import { refuseBody } from './body/refuse-body.ts'

/** A provision found, with how it is cited. */
export type LawFound = LawHit & { readonly cite: string }
type Cited = { readonly ref: string; readonly cite: string }

/** What the guide says, and what is so. */
export type ClaimView = {
  readonly number: string
  readonly verdict: Verdict
  readonly claim: string
  readonly fact: string
  readonly instead: string
  readonly cites: readonly Cited[]
  readonly checkedOn: string
}

/** A case told for what it teaches. */
export type StoryView = {
  readonly id: string
  readonly kind: CaseStory['kind']
  readonly title: string
  readonly story: string
  readonly problems: readonly string[]
  readonly lessons: readonly { readonly text: string; readonly cites: readonly Cited[] }[]
}

const MOST = 50

const searchRoute = createRoute({
  method: 'get',
  path: '/law-search',
  request: {
    query: langQuery.extend({
      words: z.string().max(500),
      limit: z.coerce.number().int().min(1).max(MOST).optional(),
    }),
  },
  responses: {
    200: json<{ found: readonly LawFound[] }>(
      'The provisions that answer a question in plain words, best first',
      '{found: LawFound[]}',
    ),
    ...otherwise,
  },
})

const claimsRoute = createRoute({
  method: 'get',
  path: '/guide-claims',
  request: { query: langQuery },
  responses: {
    200: json<{ claims: readonly ClaimView[] }>(
      'Every claim of the guide with the verdict on it',
      '{claims: ClaimView[]}',
    ),
    ...otherwise,
  },
})

const storiesRoute = createRoute({
  method: 'get',
  path: '/case-stories',
  request: { query: langQuery },
  responses: {
    200: json<{ stories: readonly StoryView[] }>('Cases told for what they teach', '{stories: StoryView[]}'),
    ...otherwise,
  },
})

/** What can be read without a case: the law by plain words, the guide's claims, the case library. */
export function libraryApi({ book }: ApiWorld) {
  const shelf = openShelf(book.folder)
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseBody })
    .openapi(searchRoute, async (c) => {
      const { words, limit = 10 } = c.req.valid('query')
      const { knowledge } = book
      const hits = searchLaw(words, knowledge, { most: limit, today: dayOf(book.now()), statutes: await shelf() })
      const found = hits.map((hit) => ({ ...hit, cite: hit.imported ? hit.ref : shortCite(knowledge, hit.ref) }))
      return c.json({ found }, 200)
    })
    .openapi(claimsRoute, (c) => {
      const claims = Object.values(book.knowledge['guide-claims'])
      return c.json({ claims: claims.map((claim) => claimView(claim, book.knowledge, c.var.lang)) }, 200)
    })
    .openapi(storiesRoute, (c) => {
      const stories = Object.values(book.knowledge.cases)
      return c.json({ stories: stories.map((story) => storyView(story, book.knowledge, c.var.lang)) }, 200)
    })
}

function claimView(claim: GuideClaim, knowledge: Knowledge, lang: Lang): ClaimView {
  return {
    number: claimNumber(claim),
    verdict: claim.verdict,
    claim: say(claim.claim, lang),
    fact: say(claim.fact, lang),
    instead: say(claim.instead, lang),
    cites: cited(claim.cites, knowledge),
    checkedOn: claim.checkedOn,
  }
}

function storyView({ id, kind, title, story, problems, lessons }: CaseStory, knowledge: Knowledge, lang: Lang) {
  return {
    id,
    kind,
    title: say(title, lang),
    story: say(story, lang),
    problems,
    lessons: lessons.map(({ text, cites }) => ({ text: say(text, lang), cites: cited(cites, knowledge) })),
  } satisfies StoryView
}

function cited(refs: readonly string[], knowledge: Knowledge): readonly Cited[] {
  return refs.map((ref) => ({ ref, cite: shortCite(knowledge, ref) }))
}
