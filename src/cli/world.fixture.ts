import { type World, youju } from './main.ts'

/** Runs a call with that standard input and answers what it said and how it ended. */
export async function run(words: string, input: readonly (string | Uint8Array)[] = []) {
  let out = ''
  const said: string[] = []
  const world: World = {
    input: arriving(input),
    print: async (text) => {
      out += text
    },
    report: (line) => said.push(line),
    terminal: false,
    clock: () => '2026-09-20T02:00:00Z',
  }
  const ending = await youju(
    words.split(' ').filter((word) => word !== ''),
    world,
  )
  return { ending, out, said, lines: out.split('\n').filter((line) => line !== '') }
}

async function* arriving(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  for (const chunk of chunks) yield chunk
}
