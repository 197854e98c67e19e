import { readFile } from 'node:fs/promises'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Context, Option } from '../command.ts'

/** How a passphrase is given: never as a word of the call, which others on the machine can read. */
export const passphraseOption: Readonly<Record<string, Option>> = {
  'pass-file': {
    takes: 'FILE',
    summary: {
      zh: '口令写在这个文件的第一行；也可用环境变量 YOUJU_PASSPHRASE',
      en: 'the passphrase is the first line of FILE; or set YOUJU_PASSPHRASE',
    },
  },
}

/** The passphrase that a call gives, if it gives one. */
export async function passphraseOf(
  options: Context['options'],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outcome<string | undefined>> {
  const path = options['pass-file']
  if (path === undefined) return done(env.YOUJU_PASSPHRASE || undefined)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  const line = text?.split(/\r?\n/)[0] ?? ''
  if (line !== '') return done(line)
  return refuse(
    'passphrase-unreadable',
    {
      zh: `${path} 读不到口令：文件不存在，或第一行是空的`,
      en: `no passphrase in ${path}: it is not there, or its first line is empty`,
    },
    path,
  )
}
