import { z } from '@hono/zod-openapi'

/** A JSON answer whose shape a type of core says; the document names the type, the client carries it. */
export function json<T>(description: string, type: string) {
  return {
    description,
    content: { 'application/json': { schema: z.custom<T>().openapi({ type: 'object', description: type }) } },
  } as const
}

/** Everything that is not what was asked for. */
export const otherwise = {
  default: {
    description: 'A problem: RFC 9457 with the code of the refusal',
    content: {
      'application/problem+json': {
        schema: z
          .object({ type: z.string(), status: z.int(), code: z.string(), title: z.string(), detail: z.string() })
          .openapi('Problem'),
      },
    },
  },
} as const

export const bytes = (description: string) => ({
  description,
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
})

export const caseParams = z.object({ id: z.string().max(100) })
export const langQuery = z.object({ lang: z.enum(['zh-CN', 'en']).optional() })
