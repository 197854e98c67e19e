import { parseArgs } from 'node:util'
import { nearestName } from '../core/values/nearest-name.ts'
import { done, type Outcome, refuse } from '../core/values/refusal.ts'
import type { Command, Option } from './command.ts'
import * as messages from './messages.ts'

/** Options every command has, shown last in its help. */
export const commonOptions: Readonly<Record<string, Option>> = {
  json: { summary: messages.commonOptions.json },
  lang: { takes: 'zh-CN|en', summary: messages.commonOptions.lang },
  now: { takes: 'T', summary: messages.commonOptions.now },
  help: { short: 'h', summary: messages.commonOptions.help },
}

/** Options by long name (a switch given is `''`) and what stands beside them. */
export type Arguments = {
  readonly options: Readonly<Record<string, string>>
  readonly operands: readonly string[]
}

/** The command's name and the common options that stand anywhere, before the command is known; faults are left out. */
export function readFront(argv: readonly string[]): Arguments {
  const options: Record<string, string> = {}
  const operands: string[] = []
  for (const token of tokensOf(argv, commonOptions)) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind === 'option' && Object.hasOwn(commonOptions, token.name)) options[token.name] = token.value ?? ''
  }
  return { options, operands }
}

/** What stands after the command's name, checked against what the command takes. `--help` outdoes missing operands. */
export function readArguments(argv: readonly string[], command: Command): Outcome<Arguments> {
  const known = { ...command.options, ...commonOptions }
  const options: Record<string, string> = {}
  const operands: string[] = []
  for (const token of tokensOf(argv, known)) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    if (option === undefined) return unknownOption(token.rawName, known, command)
    const value = token.value === undefined || isFlag(token.value, token.inlineValue) ? undefined : token.value
    if (option.takes !== undefined && (value === undefined || value === ''))
      return refuse('option-needs-value', messages.optionNeedsValue(token.rawName, option.takes))
    if (option.takes === undefined && value !== undefined)
      return refuse('option-takes-none', messages.optionTakesNone(token.rawName))
    const before = option.repeats === true ? options[token.name] : undefined
    options[token.name] = before === undefined ? (value ?? '') : `${before}\n${value ?? ''}`
  }
  const [, ...rest] = operands
  return 'help' in options ? done({ options, operands: rest }) : checkOperands({ options, operands: rest }, command)
}

function tokensOf(argv: readonly string[], known: Readonly<Record<string, Option>>) {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { short, takes }]) => [
      name,
      {
        type: takes === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  )
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

/** The next option swallowed as a value: `-o --json`. A lone `-` is standard input or output. */
function isFlag(value: string, inline: boolean | undefined): boolean {
  return inline !== true && value.length > 1 && value.startsWith('-')
}

function unknownOption(typed: string, known: Readonly<Record<string, Option>>, command: Command) {
  const near = typed.startsWith('--') ? nearestName(typed.slice(2), Object.keys(known)) : undefined
  const nearest = near === undefined ? undefined : `--${near}`
  return refuse('unknown-option', messages.unknownOption(typed, nearest, command.name))
}

function checkOperands(line: Arguments, command: Command): Outcome<Arguments> {
  const missing = command.operands[line.operands.length]
  if (missing !== undefined && !missing.startsWith('['))
    return refuse('operand-missing', messages.operandMissing(missing, command.name))
  const extra = line.operands[command.operands.length]
  const open = command.operands.at(-1)?.includes('…') ?? false
  if (extra !== undefined && !open) return refuse('operand-too-many', messages.operandTooMany(extra, command.name))
  return done(line)
}
