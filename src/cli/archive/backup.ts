import { findingWords } from '../../core/case/log/finding-words.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import { endingOf } from '../exit-code.ts'
import { writeNewFile } from './new-file.ts'
import { passphraseOf, passphraseOption } from './passphrase.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: { zh: '把整个案件库备份成一个文件', en: 'Back the whole casebook up into one file' },
  usage: {
    zh: `写一个 ZIP：所有案件的全部记录、所有原件、每个文件的校验值。已有的文件不会覆盖；请存到另一块盘上。
库里已有损坏时照样备份，并逐条指出，退出码为 1。--encrypt 用口令加密；忘了口令谁也打不开。
例：youju backup /media/u盘/有据-20261120.zip`,
    en: `Writes one ZIP: every record of every case, every original, the digest of each. A file that is there is not
overwritten; keep it on another disk. What is damaged in the casebook is packed as it is and named; exit code 1 then.
--encrypt seals it under a passphrase, without which nobody can open it.
Example: youju backup /media/stick/youju-20261120.zip`,
  },
  operands: ['[FILE]'],
  options: {
    out: { short: 'o', takes: 'FILE', summary: { zh: '写到哪个文件', en: 'the file to write' } },
    encrypt: { summary: { zh: '用口令加密', en: 'seal it under a passphrase' } },
    ...passphraseOption,
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { backup } = await import('../../server/casebook/archive/backup.ts')
      const { operands, options, json, lang, print, report } = context
      const path = operands[0] ?? options.out
      const passphrase = await sealedWith(context)
      if (!passphrase.ok) {
        report(passphrase.refusal.text)
        return endingOf(passphrase.refusal)
      }
      const written = await (path === undefined
        ? refuse('option-missing', { zh: '请写明备份文件：youju backup FILE', en: 'Name the file: youju backup FILE' })
        : writeNewFile(path, async (sink) => done(await backup(book, sink, passphrase.value))))
      if (!written.ok) {
        report(written.refusal.text)
        return endingOf(written.refusal)
      }
      const { cases, events, originals, findings } = written.value
      if (json) await print(`${JSON.stringify({ file: path, ...written.value }, null, 2)}\n`)
      else {
        const summary = {
          zh: `已备份 ${cases} 个案件（${events} 条记录）、${originals} 件原件：${path}`,
          en: `Backed up ${cases} cases (${events} records) and ${originals} originals: ${path}`,
        }
        await print(
          `${[...findings.map((finding) => say(findingWords(finding), lang)), say(summary, lang)].join('\n')}\n`,
        )
      }
      return findings.length === 0 ? 'holds' : 'falls-short'
    }),
}

/** The passphrase to seal with; none unless sealing is asked for. */
async function sealedWith({ options }: Context): Promise<Outcome<string | undefined>> {
  if (options.encrypt === undefined) return done(undefined)
  const [given, { SHORTEST_PASSPHRASE }] = await Promise.all([
    passphraseOf(options),
    import('../../server/casebook/archive/sealed.ts'),
  ])
  if (!given.ok) return given
  if (given.value !== undefined && [...given.value].length >= SHORTEST_PASSPHRASE) return given
  return refuse('passphrase-short', {
    zh: `--encrypt 要有至少 ${SHORTEST_PASSPHRASE} 个字的口令：--pass-file 文件，或环境变量 YOUJU_PASSPHRASE。忘了口令就打不开`,
    en: `--encrypt needs a passphrase of at least ${SHORTEST_PASSPHRASE} characters: --pass-file FILE or YOUJU_PASSPHRASE. Nobody can open it without`,
  })
}
