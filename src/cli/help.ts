import { type Lang, say } from '../core/values/text.ts'
import { commonOptions } from './arguments.ts'
import type { Command, Option } from './command.ts'
import * as messages from './messages.ts'

/** What `youju --help` prints. */
export function overview(commands: readonly Command[], lang: Lang): string {
  const rows = commands.map(
    (command) => [[command.name, ...command.operands].join(' '), say(command.summary, lang)] as const,
  )
  return [
    say(messages.tagline, lang),
    `${say(messages.headings.usage, lang)}${colon(lang)}youju ${say(messages.commandWord, lang)} [${say(messages.optionsWord, lang)}]`,
    section(say(messages.headings.commands, lang), rows, lang),
    section(say(messages.headings.options, lang), optionRows(commonOptions, lang), lang),
    say(messages.moreHelp, lang),
  ]
    .join('\n\n')
    .concat('\n')
}

/** What `youju COMMAND --help` prints. */
export function helpOf(command: Command, lang: Lang): string {
  const options = { ...command.options, ...commonOptions }
  const call = ['youju', command.name, ...command.operands, `[${say(messages.optionsWord, lang)}]`].join(' ')
  return [
    say(command.summary, lang),
    `${say(messages.headings.usage, lang)}${colon(lang)}${call}`,
    say(command.usage, lang).trimEnd(),
    section(say(messages.headings.options, lang), optionRows(options, lang), lang),
  ]
    .join('\n\n')
    .concat('\n')
}

type Row = readonly [left: string, right: string]

function optionRows(options: Readonly<Record<string, Option>>, lang: Lang): readonly Row[] {
  return Object.entries(options).map(([name, { short, takes, summary }]) => [
    `${short === undefined ? '    ' : `-${short}, `}--${name}${takes === undefined ? '' : ` ${takes}`}`,
    say(summary, lang),
  ])
}

function section(title: string, rows: readonly Row[], lang: Lang): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return [`${title}${colon(lang).trimEnd()}`, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)].join(
    '\n',
  )
}

function colon(lang: Lang): string {
  return lang === 'en' ? ': ' : '：'
}
