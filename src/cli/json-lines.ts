import { done, type Outcome, refuse } from '../core/values/refusal.ts'
import * as messages from './messages.ts'

const NEWLINE = 10

/** One line of a JSONL stream, counted from 1: the value on it, or why there is none. */
export type JsonLine = { readonly line: number; readonly content: Outcome<unknown> }

/** Reads JSONL (UTF-8, a byte order mark and CRLF are fine) as it arrives. Blank lines are passed over, bad ones told. */
export async function* jsonLines(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<JsonLine> {
  let line = 0
  for await (const bytes of byteLines(input)) {
    line += 1
    const text = decode(bytes)
    if (text?.trim() === '') continue
    yield { line, content: text === undefined ? refuse('not-utf-8', messages.notUtf8()) : parse(text) }
  }
}

async function* byteLines(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = []
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    let from = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, bytes.subarray(from, end)])
      rest = []
      from = end + 1
    }
    if (from < bytes.length) rest.push(bytes.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string): Outcome<unknown> {
  try {
    return done(JSON.parse(text))
  } catch (error) {
    return refuse('not-json', messages.notJson(error instanceof Error ? error.message : ''))
  }
}
