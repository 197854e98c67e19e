import { mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, describe, expect, it } from 'vitest'
import { aCasebook } from '../../casebook/casebook.fixture.ts'
import { openReader } from '../../reading/reader.ts'
import { mcpServer } from './mcp.ts'

const reader = openReader()
afterAll(() => reader.close())

/** What answers may hold, as far as tests look into them. */
type Told = {
  readonly refused?: string
  readonly case?: string
  readonly advice?: { readonly next: readonly { readonly do: string }[] }
  readonly papers?: readonly { readonly id: string }[]
}

async function assistant(folders: readonly string[] = []) {
  const book = await aCasebook()
  const server = mcpServer(book, reader, folders)
  const client = new Client({ name: 'test', version: '1' })
  const [here, there] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(there), client.connect(here)])
  const ask = async (name: string, given: Record<string, unknown> = {}) => {
    const { structuredContent, isError, content } = await client.callTool({ name, arguments: given })
    const [said] = content as { text: string }[]
    return (isError === true ? { refused: said?.text } : structuredContent) as Told
  }
  return { client, ask, book }
}

describe('the casebook as tools for an assistant', () => {
  it('reads, adds, briefs and drafts', async () => {
    const { ask } = await assistant()
    const { case: id } = await ask('open_case', { words: '手表用了三天走时不准，客服不理' })
    const contact = { case: id, at: '2026-11-19T14:28', channel: 'seller', direction: 'out', words: '要求退货' }
    expect(await ask('add_contact', contact)).toMatchObject({ case: id, changed: true })
    expect(await ask('answer_question', { case: id, fact: 'fault.present', value: true })).toMatchObject({ version: 4 })
    expect(await ask('list_cases', { words: '走时' })).toMatchObject({ cases: [{ caseId: id }] })
    expect(await ask('read_case', { case: id })).toMatchObject({ case: { contacts: [{ at: '2026-11-19T06:28:00Z' }] } })
    const { advice } = await ask('brief', { case: id, lang: 'en' })
    expect(advice?.next[0]?.do).toMatch(/[a-z]/)
    const { papers } = await ask('draft', { case: id })
    expect(papers?.map((paper) => paper.id)).toContain('letter-basic')
    expect(await ask('draft', { case: id, paper: 'letter-basic' })).toMatchObject({
      refused: expect.stringContaining('还不能写'),
    })
    expect(await ask('law_search', { question: '买的手机三天就坏了能退吗' })).toMatchObject({
      found: [{}, {}, {}, {}, {}],
    })
    expect(await ask('law_show', { ref: '消法24条' })).toMatchObject({ pages: [{ ref: 'cpl#24' }] })
    expect(await ask('lint', { text: '不赔五千我就发抖音曝光你们' })).toHaveProperty('findings.0.severity', 'error')
  })

  it('has nothing that sends, files, decides, closes or drops, and says which tools write', async () => {
    const { client } = await assistant()
    const { tools } = await client.listTools()
    expect(
      tools
        .map(({ name }) => name)
        .filter((name) => /send|mail|file_|decide|accept|close|delete|forget|drop|erase|correct/.test(name)),
    ).toEqual([])
    const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name)
    expect(writing.sort()).toEqual(['add_contact', 'add_evidence', 'answer_question', 'open_case'])
    for (const { description } of tools) expect(description).toMatch(/^[A-Z][\s\S]*\n.*\p{Script=Han}/u)
  })

  it('takes files only from folders that were allowed, whatever they are called', async () => {
    const [mine, other] = await Promise.all([0, 1].map(() => mkdtemp(join(tmpdir(), 'youju-mcp-'))))
    await writeFile(join(mine ?? '', '聊天.txt'), '请退款')
    await writeFile(join(other ?? '', 'secret.txt'), '别的')
    await symlink(join(other ?? '', 'secret.txt'), join(mine ?? '', 'link.txt'))
    const { ask } = await assistant([mine ?? ''])
    const { case: id } = await ask('open_case', { words: '坏了' })
    expect(await ask('add_evidence', { case: id, path: join(mine ?? '', '聊天.txt') })).toMatchObject({ exhibit: 'E1' })
    for (const path of ['link.txt', '../secret.txt', 'none.txt'].map((name) => join(mine ?? '', name)))
      expect(await ask('add_evidence', { case: id, path })).toMatchObject({
        refused: expect.stringContaining('--files'),
      })
    expect(
      await (await assistant()).ask('add_evidence', { case: id, path: join(mine ?? '', '聊天.txt') }),
    ).toHaveProperty('refused')
  })

  it('refuses in words, and what is no question of a tool before it is run', async () => {
    const { ask } = await assistant()
    expect(await ask('brief', { case: 'nobody' })).toMatchObject({
      refused: expect.stringMatching(/没有案件[\s\S]*there is no case/),
    })
    expect(await ask('add_contact', { case: 'x' })).toHaveProperty('refused')
    expect(await ask('answer_question', { case: 'nobody', fact: 'no.such', value: 1 })).toHaveProperty('refused')
  })
})
