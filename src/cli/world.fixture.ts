import { type World, youju } from './main.ts'

type Around = { readonly input?: readonly (string | Uint8Array)[]; readonly clock?: string }

/** Runs a call, its words as a shell would hand them over, and answers what it said and how it ended. */
export async function call(argv: readonly string[], { input = [], clock = '2026-09-20T02:00:00Z' }: Around = {}) {
  let out = ''
  const said: string[] = []
  const world: World = {
    input: arriving(input),
    print: async (text) => {
      out += text
    },
    report: (line) => said.push(line),
    terminal: false,
    clock: () => clock,
  }
  const ending = await youju(argv, world)
  return { ending, out, said, lines: out.split('\n').filter((line) => line !== '') }
}

/** The same for words without blanks inside, with that standard input. */
export async function run(words: string, input: readonly (string | Uint8Array)[] = []) {
  return call(
    words.split(' ').filter((word) => word !== ''),
    { input },
  )
}

async function* arriving(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  for (const chunk of chunks) yield chunk
}
