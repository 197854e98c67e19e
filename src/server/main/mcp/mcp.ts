import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Casebook } from '../../casebook/casebook.ts'
import type { Reader } from '../../reading/reader.ts'
import { addReadingTools } from './reading-tools.ts'
import { addWritingTools } from './writing-tools.ts'

const instructions = `Youju keeps a consumer's complaint against a JD.com shop: evidence, contacts, law, letters, clocks.
Read with list_cases, brief and read_case before saying anything about a case. Every legal statement must come from brief, law_search
or law_show, with its provision; say what is unknown. Nothing here is sent to anyone: the user files, sends and decides.
Lint whatever the user is to send. Never suggest money for silence, a threat, or publishing private data.`

/** The casebook as tools for an assistant. Connect it to a transport. */
export function mcpServer(book: Casebook, reader: Reader, folders: readonly string[]): McpServer {
  const server = new McpServer({ name: 'youju', version: '1' }, { instructions })
  addReadingTools(server, book, reader)
  addWritingTools(server, book, folders)
  return server
}
