import { stat } from 'node:fs/promises'
import { refuse } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import { writeNewFile } from '../archive/new-file.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'

export const bagCommand: Command = {
  name: 'bag',
  summary: { zh: '把案件打成可以独立核对的证据包（BagIt）', en: 'Pack a case as a bag that others can check (BagIt)' },
  usage: {
    zh: `FOLDER 是案件文件夹，CASE 是案件库里的案件。OUT.zip 是 BagIt 1.0 证据包：案件、证据原件、校验值（SHA-256、SHA-512），
和一页“怎样核对”，法院或调解员用电脑自带的工具就能核对。不改动原件，不覆盖已有文件，不发送任何东西。
例：youju bag 我的案件 -o 证据包.zip`,
    en: `FOLDER is a case folder, CASE a case of the casebook. OUT.zip is a BagIt 1.0 bag: the case, the originals, SHA-256 and
SHA-512 of each, and a page that tells how to check them with what every computer has. Originals are not touched, a file
that is there is not overwritten, nothing is sent.
Example: youju bag my-case -o bag.zip`,
  },
  operands: ['FOLDER|CASE'],
  options: {
    out: { short: 'o', takes: 'OUT.zip', summary: { zh: '写到这个文件（必填）', en: 'the file to write (needed)' } },
    ...casebookOptions,
  },
  run: bag,
}

async function bag(context: Context): Promise<Ending> {
  const { operands, options, now, lang, json, print, report } = context
  const [what = ''] = operands
  const out = options.out
  if (out === undefined) {
    report({
      zh: '请用 -o 写明证据包写到哪个文件，例如 -o 证据包.zip',
      en: 'Say with -o which file to write, such as -o bag.zip',
    })
    return 'misused'
  }
  const written = await writeNewFile(out, async (sink) => {
    if (await isFolder(what)) {
      const { bagFolder } = await import('../../server/pack/bag-folder.ts')
      return bagFolder(what, now, sink)
    }
    return bagKept(context, what, sink)
  })
  if (!written.ok) {
    report(written.refusal.text)
    return endingOf(written.refusal)
  }
  const { caseId, exhibits } = written.value
  if (json) await print(`${JSON.stringify({ case: caseId, to: out, exhibits }, null, 2)}\n`)
  else {
    const summary = {
      zh: `已打包 ${caseId}（${exhibits} 件证据）：${out}；核对：youju verify ${out}，或按包里的“怎样核对.html”`,
      en: `Packed ${caseId} (${exhibits} exhibits): ${out}; check it with youju verify ${out} or as its page says`,
    }
    await print(`${say(summary, lang)}\n`)
  }
  return 'holds'
}

async function bagKept(context: Context, caseId: string, sink: import('node:stream').Writable) {
  const { exportBag } = await import('../../server/casebook/archive/export-case.ts')
  let bagged: Awaited<ReturnType<typeof exportBag>> = refuse('case-unknown', { zh: '', en: '' })
  await withCasebook(context, async (book) => {
    bagged = await exportBag(book, caseId, sink)
    return 'holds'
  })
  return bagged
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}
