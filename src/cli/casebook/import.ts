import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, refuse } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import type { Imported } from '../../server/casebook/import-folder.ts'
import type { Command, Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { casebookOptions, withCasebook } from './with-casebook.ts'

export const importCommand: Command = {
  name: 'import',
  summary: {
    zh: '把案件文件夹、证据包或 CSV 表格收进案件库',
    en: 'Take a case folder, a bag or a CSV table into the casebook',
  },
  usage: {
    zh: `文件夹本身不改动；证据原件复制进案件库。--anew 另存一份新案件。
证据包（youju bag 写的 ZIP 或文件夹，也可以是 youju export 写的 ZIP）先整个核对，有一处不符就什么都不收。
CSV（UTF-8 或 GBK，逗号、分号或制表符分隔）第一行写列名，一行一个案件：订单号、店铺、商品、实付、下单时间、签收时间、
问题、问题类型、诉求、姓名、电话、地址等；认不出的列不收。--preview 只看每一行会怎样收、哪里写错，不保存。
写对的行收进案件库，写错的行列出原因；同一个文件导入几次都只收一次。
例：youju import examples/self-operated-fault
    youju import 登记表.csv --preview`,
    en: `The folder is not changed; its originals are copied. --anew keeps it as a new case.
A bag (ZIP or folder) or a ZIP of youju export is checked whole first; when anything is off nothing is taken.
A CSV file (UTF-8 or GBK; comma, semicolon or tab) names its columns in the first line and holds one case a row: order
number, shop, item, paid, ordered, signed, problem, problem type, demand, name, phone, address; others are left out.
--preview shows what each row would become and what is wrong in it, and keeps nothing.
Good rows are kept, bad ones named with the reason; the same file is taken once however often it is imported.
Example: youju import examples/self-operated-fault
         youju import list.csv --preview`,
  },
  operands: ['PATH'],
  options: {
    anew: { summary: { zh: '文件夹：另存为新案件', en: 'a folder: keep it as a new case' } },
    preview: { summary: { zh: 'CSV：只看，不保存', en: 'CSV: only show, keep nothing' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const path = context.operands[0] ?? '.'
      if (await isBag(path)) {
        const { importBag } = await import('../../server/casebook/import-bag.ts')
        return importCase(context, (options) => importBag(book, path, options))
      }
      if ((await stat(path).catch(() => undefined))?.isFile()) {
        const { importTable } = await import('./import-csv.ts')
        return importTable(context, book, path)
      }
      const { importFolder } = await import('../../server/casebook/import-folder.ts')
      return importCase(context, (options) => importFolder(book, path, options))
    }),
}

/** A ZIP by its first bytes, or a folder that declares itself a bag. */
async function isBag(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return (await stat(join(path, 'bagit.txt')).catch(() => undefined))?.isFile() === true
  if (found?.isFile() !== true) return false
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1') === 'PK' || /\.zip$/i.test(path)
  } finally {
    await file.close()
  }
}

async function importCase(
  context: Context,
  take: (options: { readonly anew: boolean }) => Promise<Outcome<Imported>>,
): Promise<Ending> {
  const { options, json, lang, print, report } = context
  if (options.preview !== undefined) {
    report(noPreview.refusal.text)
    return endingOf(noPreview.refusal)
  }
  const imported = await take({ anew: options.anew !== undefined })
  if (!imported.ok) {
    report(imported.refusal.text)
    return imported.refusal.code === 'case-there-already' ? 'falls-short' : endingOf(imported.refusal)
  }
  const { caseId, events, exhibits, notices } = imported.value
  for (const notice of notices) report(notice)
  if (json) await print(`${JSON.stringify({ case: caseId, events, exhibits })}\n`)
  else
    await print(
      `${say({ zh: `已收进案件库：${caseId}（${events} 条记录，${exhibits} 件证据）`, en: `Kept: ${caseId} (${events} records, ${exhibits} exhibits)` }, lang)}\n`,
    )
  return 'holds'
}

const noPreview = refuse('preview-of-folder', {
  zh: '--preview 用于 CSV 文件；案件文件夹请用 youju advise FOLDER 先看',
  en: '--preview is for CSV files; look at a case folder with youju advise FOLDER',
})
