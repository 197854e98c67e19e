import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../../dist/youju.mjs', import.meta.url))

it('speaks to an assistant on standard input and output, and keeps what it was told', async () => {
  const data = await mkdtemp(join(tmpdir(), 'youju-mcp-'))
  const connected = async () => {
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', '--data', data], stderr: 'ignore' }),
    )
    return client
  }
  const first = await connected()
  await first.callTool({ name: 'open_case', arguments: { words: '手表走时不准' } })
  await first.close()
  const second = await connected()
  const { structuredContent } = await second.callTool({ name: 'list_cases', arguments: {} })
  expect(structuredContent).toMatchObject({ cases: [{ status: 'open' }] })
  await second.close()
})
