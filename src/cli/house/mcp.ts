import { instantAt } from '../../core/values/instant.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command } from '../command.ts'

export const mcpCommand: Command = {
  name: 'mcp',
  summary: { zh: '把案件库接给助手（MCP，标准输入输出）', en: 'Serve the casebook to an assistant (MCP, on stdio)' },
  usage: {
    zh: `助手能读案件、查法条、写文书草稿、记联系和回答；不能发送、提交、决定方案、结案或删除。
--files：允许助手从哪个文件夹取证据文件，可写几次；不写就不能取文件。
例：youju mcp --files ~/Pictures/京东`,
    en: `The assistant can read cases, look up the law, draft papers, log contacts and answers; it cannot send, file, decide on
an offer, close or drop anything. --files: a folder it may take evidence files from, may be given several times.
Example: youju mcp --files ~/Pictures/jd`,
  },
  operands: [],
  options: {
    files: {
      takes: 'DIR',
      repeats: true,
      summary: { zh: '允许取证据文件的文件夹', en: 'a folder evidence files may be taken from' },
    },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const [{ mcpServer }, { StdioServerTransport }, { openReader }] = await Promise.all([
        import('../../server/main/mcp/mcp.ts'),
        import('@modelcontextprotocol/sdk/server/stdio.js'),
        import('../../server/reading/reader.ts'),
      ])
      const { options } = context
      // An assistant stays for hours: the clock goes on.
      const now = options.now === undefined ? () => instantAt(Date.now()) : book.now
      const folders = options.files?.split('\n') ?? []
      const reader = openReader()
      const server = mcpServer({ ...book, now }, reader, folders)
      const ended = new Promise<void>((resolve) => {
        server.server.onclose = resolve
        process.stdin.once('end', resolve)
      })
      await server.connect(new StdioServerTransport())
      await ended
      await server.close()
      await reader.close()
      return 'holds'
    }),
}
