import { parseInstant } from '../core/values/instant.ts'
import { nearestName } from '../core/values/nearest-name.ts'
import { isLang, type Lang, say, type Text } from '../core/values/text.ts'
import { readArguments, readFront } from './arguments.ts'
import type { Command, Context } from './command.ts'
import { commandNames, loadCommand } from './commands.ts'
import type { Ending } from './exit-code.ts'
import { helpOf, overview } from './help.ts'
import * as messages from './messages.ts'

/** The world around a call: the streams of the process and its clock. */
export type World = {
  readonly input: AsyncIterable<string | Uint8Array>
  /** Standard output; waits while the reader is busy. */
  readonly print: (text: string) => Promise<void>
  /** One line on standard error. */
  readonly report: (line: string) => void
  /** Standard error is a terminal, so progress may be shown. */
  readonly terminal: boolean
  /** The present moment in RFC 3339. */
  readonly clock: () => string
}

/** Runs one call of `youju`, the words after the program's name, to its end. */
export async function youju(argv: readonly string[], world: World): Promise<Ending> {
  const front = readFront(argv)
  const lang = isLang(front.options.lang) ? front.options.lang : 'zh-CN'
  const [first, second] = front.operands
  if (first === 'help' || (first === undefined && 'help' in front.options)) return help(second, lang, world)
  if (first === undefined) return misuse(messages.noCommand(), lang, world)
  const command = await loadCommand(first)
  if (command === undefined) return misuse(unknown(first), lang, world)
  return call(command, argv, lang, world)
}

async function call(command: Command, argv: readonly string[], lang: Lang, world: World): Promise<Ending> {
  const line = readArguments(argv, command)
  if (!line.ok) return misuse(line.refusal.text, lang, world)
  const { options, operands } = line.value
  if (options.lang !== undefined && !isLang(options.lang))
    return misuse(messages.unknownLang(options.lang), lang, world)
  if ('help' in options) return help(command.name, lang, world)
  const now = parseInstant(options.now ?? world.clock())
  if (!now.ok) return misuse(messages.inOption('--now', now.refusal.text), lang, world)
  const context: Context = {
    operands,
    options,
    lang,
    now: now.value,
    json: 'json' in options,
    input: world.input,
    print: world.print,
    report: (text) => world.report(say(text, lang)),
    progress: (text) => {
      if (world.terminal) world.report(say(text, lang))
    },
  }
  return command.run(context)
}

async function help(name: string | undefined, lang: Lang, world: World): Promise<Ending> {
  if (name === undefined) {
    const commands = await Promise.all(commandNames.map(loadCommand))
    const known = commands.filter((command) => command !== undefined)
    await world.print(overview(known, lang))
    return 'holds'
  }
  const command = await loadCommand(name)
  if (command === undefined) return misuse(unknown(name), lang, world)
  await world.print(helpOf(command, lang))
  return 'holds'
}

function unknown(name: string): Text {
  return messages.unknownCommand(name, nearestName(name, commandNames))
}

function misuse(text: Text, lang: Lang, world: World): Ending {
  world.report(say(text, lang))
  return 'misused'
}
