#!/usr/bin/env node
import { diskFaultText } from '../core/values/disk-fault.ts'
import { isLang, isText, say } from '../core/values/text.ts'
import { readFront } from './arguments.ts'
import { type Ending, exitCode } from './exit-code.ts'
import { type World, youju } from './main.ts'
import { broken } from './messages.ts'

const argv = process.argv.slice(2)

const world: World = {
  input: process.stdin,
  print: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve()
      else process.stdout.once('drain', resolve)
    }),
  report: (line) => process.stderr.write(`${line}\n`),
  terminal: process.stderr.isTTY === true,
  clock: () => new Date().toISOString(),
}

// A reader that has seen enough (`youju … | head`) closes the pipe: that is no fault.
process.stdout.on('error', (error) => leave(isClosedPipe(error) ? 'holds' : breakage(error)))
process.stderr.on('error', (error) => leave(isClosedPipe(error) ? 'holds' : 'broke'))
process.on('uncaughtException', (error) => leave(breakage(error)))

// The exit code is set, not forced, so that what is still in the pipe arrives.
process.exitCode = exitCode(await youju(argv, world).catch(breakage))

function leave(ending: Ending): void {
  process.exit(exitCode(ending))
}

function breakage(error: unknown): Ending {
  const { lang: asked } = readFront(argv).options
  const lang = isLang(asked) ? asked : 'zh-CN'
  const known = error instanceof Error && 'text' in error && isText(error.text) ? error.text : diskFaultText(error)
  if (known) {
    world.report(say(known, lang))
    return 'broke'
  }
  const why = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)
  world.report(say(broken(why), lang))
  if (process.env.YOUJU_DEBUG && error instanceof Error) world.report(error.stack ?? '')
  return 'broke'
}

function isClosedPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}
