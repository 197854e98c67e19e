import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { LARGEST_TOKEN } from './token-file.ts'
import { fault, type Verdict } from './verdict.ts'

/** An authority is asked for this long, from looking up its name to the last byte. */
const PATIENCE_MS = 15_000

/**
 * Sends a request to an authority and gives its answer as bytes, or why there is none. No redirect is followed, no proxy
 * used, nothing but the request sent; an answer that is too long or takes too long is cut off.
 */
export async function ask(
  address: string,
  request: Uint8Array,
  patienceMs = PATIENCE_MS,
): Promise<Uint8Array | Verdict> {
  const url = addressOf(address)
  if (url === undefined) return fault('not-an-address')
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const answer = await posted(url, request, signal)
    const status = answer.statusCode ?? 0
    if (status >= 300 && status < 400) return dropped(answer, fault('redirected', { said: String(status) }))
    if (status !== 200) return dropped(answer, fault('http-status', { said: String(status) }))
    return await bytesOf(answer)
  } catch (error) {
    if (signal.aborted) return fault('too-slow')
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return fault('not-reached', { said: code })
  }
}

/** An address of an authority as it may be shown: without a password that stands in it. */
export function shownAddress(address: string): string {
  const url = addressOf(address)
  if (url === undefined) return address
  url.username = ''
  url.password = ''
  return url.href
}

export function addressOf(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined
}

function posted(url: URL, body: Uint8Array, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = {
    'content-type': 'application/timestamp-query',
    accept: 'application/timestamp-reply',
    'content-length': body.length,
  }
  // Agents of their own: those that all share may be set to use a proxy.
  const post = (settle: (answer: IncomingMessage) => void) =>
    url.protocol === 'https:'
      ? secureRequest(url, { method: 'POST', headers, signal, agent: new SecureAgent() }, settle)
      : plainRequest(url, { method: 'POST', headers, signal, agent: new PlainAgent() }, settle)
  return new Promise((resolve, reject) => {
    post(resolve).on('error', reject).end(body)
  })
}

async function bytesOf(answer: IncomingMessage): Promise<Uint8Array | Verdict> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LARGEST_TOKEN) return dropped(answer, fault('answer-too-large'))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function dropped(answer: IncomingMessage, verdict: Verdict): Verdict {
  answer.destroy()
  return verdict
}
