import { describe, expect, it } from 'vitest'
import { anApi } from './api.fixture.ts'
import type { ClaimView, LawFound, StoryView } from './client.ts'

const { ask } = await anApi()

describe('what can be read without a case', () => {
  it('answers a question in plain words with provisions and their names', async () => {
    const answer = await ask(`/api/law-search?words=${encodeURIComponent('买的手机三天就坏了能退吗')}&limit=5`)
    const { found } = (await answer.json()) as { found: readonly LawFound[] }
    expect(found).toHaveLength(5)
    expect(found).toContainEqual(expect.objectContaining({ ref: 'cpl#24', cite: '消法第24条' }))
  })

  it('finds nothing for nothing, and refuses what is no question', async () => {
    const empty = await ask(`/api/law-search?words=${encodeURIComponent('🙂')}`)
    expect(await empty.json()).toEqual({ found: [] })
    expect((await ask('/api/law-search')).status).toBe(400)
    expect((await ask('/api/law-search?words=a&limit=0')).status).toBe(400)
  })

  it('names the guide’s claims with what is so, in the language asked for', async () => {
    const { claims } = (await (await ask('/api/guide-claims?lang=en')).json()) as { claims: readonly ClaimView[] }
    expect(new Set(claims.map(({ number }) => number)).size).toBe(claims.length)
    for (const { claim, fact, instead } of claims)
      expect([claim, fact, instead].filter((one) => !/^[\p{Script=Latin}\d“‘(]/u.test(one))).toEqual([])
  })

  it('tells every story with lessons that are cited', async () => {
    const { stories } = (await (await ask('/api/case-stories')).json()) as { stories: readonly StoryView[] }
    expect(stories.length).toBeGreaterThan(20)
    for (const { lessons } of stories) for (const { cites } of lessons) expect(cites.length).toBeGreaterThan(0)
  })
})
