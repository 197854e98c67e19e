import { findingWords } from '../../core/case/log/finding-words.ts'
import { say } from '../../core/values/text.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'
import { passphraseOf, passphraseOption } from './passphrase.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: { zh: '从备份恢复案件', en: 'Restore cases from a backup' },
  usage: {
    zh: `先核对整份备份（每个文件的校验值、每个案件的记录链），有一处不对就什么都不取。库里没有的案件收进来；已有且相同的
不动；已有但不同的绝不覆盖，并逐个列出，退出码为 1。损坏或丢失的原件用备份补好。数据文件夹 snapshots/ 里的快照也可以用
（快照只有记录，没有原件）。
例：youju restore /media/u盘/有据-20261120.zip`,
    en: `Verifies the whole backup first (the digest of every file, the chain of every case); with one fault nothing is taken.
Cases that are not here are taken; those that are here just so are left; those that are here otherwise are never
overwritten but listed, exit code 1. Originals that are damaged or gone are put right. A snapshot from snapshots/ of the
data folder will do as well (it holds the records, not the originals).
Example: youju restore /media/stick/youju-20261120.zip`,
  },
  operands: ['FILE'],
  options: { ...passphraseOption, ...casebookOptions },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { restore } = await import('../../server/casebook/archive/restore.ts')
      const { operands, json, lang, print, report } = context
      const passphrase = await passphraseOf(context.options)
      const restored = passphrase.ok ? await restore(book, operands[0] ?? '', passphrase.value) : passphrase
      if (!restored.ok) {
        const { code, text, all } = restored.refusal
        report(text)
        if (json && all !== undefined)
          await print(
            `${JSON.stringify({ ok: false, findings: all.map((one) => ({ what: one.code, item: one.at })) })}\n`,
          )
        return damage.has(code) ? 'falls-short' : endingOf(restored.refusal)
      }
      const { cases, originals, same, differing, findings } = restored.value
      if (json) await print(`${JSON.stringify({ ok: differing.length === 0, ...restored.value }, null, 2)}\n`)
      else {
        const summary = {
          zh: `恢复了 ${cases} 个案件、${originals} 件原件；${same.length} 个案件本来就一样`,
          en: `Restored ${cases} cases and ${originals} originals; ${same.length} cases were here just so`,
        }
        const left = differing.map((id) =>
          say({ zh: `${id}：库里的与备份不同，没有动`, en: `${id}: what is here differs and was left as it is` }, lang),
        )
        await print(
          `${[...findings.map((finding) => say(findingWords(finding), lang)), ...left, say(summary, lang)].join('\n')}\n`,
        )
      }
      return differing.length === 0 && findings.length === 0 ? 'holds' : 'falls-short'
    }),
}

const damage: ReadonlySet<string> = new Set([
  'backup-damaged',
  'passphrase-wrong',
  'zip-unreadable',
  'snapshot-damaged',
])
