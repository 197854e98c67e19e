import type { Lang, Text } from '../core/values/text.ts'
import type { Ending } from './exit-code.ts'

/** An option of a command. With `takes` (what it takes, as help shows it) it needs a value; without, it is a switch. */
export type Option = {
  readonly short?: string
  readonly takes?: string
  /** May be given several times: its values then stand in one text, one a line. */
  readonly repeats?: true
  readonly summary: Text
}

/** What a command is given. Everything a user typed is checked against `options` and `operands` before `run`. */
export type Context = {
  /** What stands on the line besides options. */
  readonly operands: readonly string[]
  /** Values of the options given, by long name; a switch that is given is `''`. */
  readonly options: Readonly<Record<string, string | undefined>>
  readonly lang: Lang
  /** The present moment, an instant as `parseInstant` gives it. */
  readonly now: string
  readonly json: boolean
  /** Standard input. */
  readonly input: AsyncIterable<string | Uint8Array>
  /** Writes to standard output, which is for the result alone. Waits while the reader is busy. */
  readonly print: (text: string) => Promise<void>
  /** Tells the user something on standard error, one line. */
  readonly report: (text: Text) => void
  /** Progress, shown only on a terminal. */
  readonly progress: (text: Text) => void
}

/** One command of `youju`. Heavy modules are imported inside `run`, so that help and the others start fast. */
export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: Text
  /** Help below the usage line: what goes in, what comes out, an example. */
  readonly usage: Text
  /** What it takes besides options, as help shows it: `FOLDER`, `[DIR]`. */
  readonly operands: readonly string[]
  /** Its own options by long name; `--help`, `--json`, `--lang` and `--now` exist everywhere. */
  readonly options: Readonly<Record<string, Option>>
  readonly run: (context: Context) => Promise<Ending>
}
