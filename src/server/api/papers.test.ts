import { describe, expect, it } from 'vitest'
import { anApi, jsonOf } from './api.fixture.ts'

describe('papers over HTTP', () => {
  it('are listed, the ready ones first, each with what it lacks', async () => {
    const { send, ask, open } = await anApi()
    const { caseId } = await jsonOf(await send('/api/examples/self-operated-fault', {}))
    const { papers } = await jsonOf(await ask(`/api/cases/${caseId}/papers`))
    expect(papers[0]?.status).toBe('ready')
    expect(papers.find(({ id }) => id === 'letter-basic')).toMatchObject({ status: 'ready', missing: [] })
    await open('bare')
    const bare = (await jsonOf(await ask('/api/cases/bare/papers'))).papers
    expect(bare.find(({ id }) => id === 'letter-basic')).toMatchObject({
      status: 'withheld',
      missing: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
    })
  })

  it.each([
    ['pdf', 'application/pdf', '%PDF'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['txt', 'text/plain; charset=utf-8', ''],
  ])('come as %s', async (format, type, head) => {
    const { send, ask } = await anApi()
    const { caseId } = await jsonOf(await send('/api/examples/self-operated-fault', {}))
    const paper = await ask(`/api/cases/${caseId}/papers/letter-basic/${format}?inline=1`)
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, type])
    expect(paper.headers.get('content-disposition')).toMatch(format === 'docx' ? /^attachment/ : /^inline/)
    expect(
      Buffer.from(await paper.arrayBuffer())
        .toString('latin1')
        .startsWith(head),
    ).toBe(true)
  })

  it('are not written half: what is missing is named', async () => {
    const { ask, open } = await anApi()
    await open('bare')
    const withheld = await ask('/api/cases/bare/papers/letter-basic/txt')
    const problem = await jsonOf(withheld)
    expect([withheld.status, problem.code]).toEqual([422, 'paper-withheld'])
    expect(problem.detail).toMatch(/^还不能写，缺：\S/)
    expect((await ask('/api/cases/bare/papers/no-such/txt')).status).toBe(404)
  })
})
