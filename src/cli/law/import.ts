import { say } from '../../core/values/text.ts'
import { importStatutes, type StatuteFile } from '../../server/pack/statutes/import-statutes.ts'
import { dataFolder } from '../casebook/with-casebook.ts'
import type { Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { importedFile, nothingImported } from './words.ts'

/** Imports official texts into the data folder and says what became of each file. */
export async function importLaws(
  path: string,
  { options, lang, now, json, print, report, progress }: Context,
): Promise<Ending> {
  const imported = await importStatutes(path, {
    data: options.data ?? dataFolder(),
    now,
    progress: (file) => progress({ zh: file, en: file }),
  })
  if (!imported.ok) {
    report(imported.refusal.text)
    return endingOf(imported.refusal)
  }
  const files = imported.value
  if (json)
    await print(
      `${JSON.stringify(
        files.map((one) => rowOf(one, lang)),
        null,
        2,
      )}\n`,
    )
  else await print(files.map((one) => `${say(importedFile(one), lang)}\n`).join(''))
  const isHeld = files.some(({ status }) => status !== 'refused' && status !== 'passed-over')
  if (!isHeld) report(nothingImported())
  return isHeld && files.every(({ status }) => status !== 'refused') ? 'holds' : 'falls-short'
}

function rowOf(one: StatuteFile, lang: Context['lang']) {
  const { file, status } = one
  if (!('statute' in one)) return { file, status, reason: say(one.refusal.text, lang) }
  const { title: law, day, published, effective, articles } = one.statute
  return {
    file,
    sha256: one.sha256,
    status,
    law,
    day,
    published,
    effective,
    articles: articles.length,
    added: one.added,
  }
}
