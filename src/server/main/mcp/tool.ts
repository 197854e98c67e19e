import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { ZodRawShape, z } from 'zod'
import type { Outcome } from '../../../core/values/refusal.ts'

/** One thing an assistant can ask for. Whatever writes is told apart, so that a host can ask its user first. */
export type Tool<S extends ZodRawShape> = {
  readonly name: string
  /** English first, then Chinese. */
  readonly about: readonly [en: string, zh: string]
  readonly takes: S
  readonly writes?: true
  readonly run: (given: z.infer<z.ZodObject<S>>) => Outcome<object> | Promise<Outcome<object>>
}

/** Adds a tool; what it answers is told as text and as data, a refusal in both languages. */
export function addTool<S extends ZodRawShape>(server: McpServer, { name, about, takes, writes, run }: Tool<S>): void {
  const answer = async (given: unknown): Promise<CallToolResult> => {
    const outcome = await run(given as z.infer<z.ZodObject<S>>)
    if (outcome.ok)
      return {
        content: [{ type: 'text', text: JSON.stringify(outcome.value) }],
        structuredContent: { ...outcome.value },
      }
    const { text } = outcome.refusal
    return { isError: true, content: [{ type: 'text', text: `${text.zh}\n${text.en}` }] }
  }
  server.registerTool(
    name,
    {
      description: about.join('\n'),
      inputSchema: takes,
      annotations: { readOnlyHint: writes !== true, destructiveHint: false, openWorldHint: false },
    },
    answer as never,
  )
}
