import { apiClient, type Problem } from '../../server/api/client.ts'

/** The server this page came from. */
export const api = apiClient('/')

/** What the server said instead of an answer; `problem` is undefined when nobody answered. */
export class ApiFault extends Error {
  readonly problem: Problem | undefined

  constructor(problem: Problem | undefined) {
    super(problem?.detail ?? 'no answer')
    this.problem = problem
  }
}

type Answer = { readonly ok: boolean; readonly status: number; readonly json: () => Promise<unknown> }

/** The body of an answer; a problem, or no answer at all, is thrown as an `ApiFault`. */
export async function bodyOf<T>(asked: Promise<Answer>): Promise<T> {
  const answer = await asked.catch(() => undefined)
  if (answer === undefined) throw new ApiFault(undefined)
  if (answer.status === 204) return undefined as T
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw new ApiFault(isProblem(body) ? body : undefined)
  return body as T
}

/** A key for one intent; also where `crypto.randomUUID` is withheld for want of TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}
