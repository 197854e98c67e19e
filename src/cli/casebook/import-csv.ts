import { readFile } from 'node:fs/promises'
import type { Outcome } from '../../core/values/refusal.ts'
import { type Lang, say } from '../../core/values/text.ts'
import type { Casebook } from '../../server/casebook/casebook.ts'
import {
  type CsvImport,
  type CsvPreview,
  type CsvRowError,
  importCsv,
  previewCsv,
} from '../../server/casebook/csv-import.ts'
import type { Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'

/** Takes a CSV file into the casebook, or with --preview shows what would be taken. Bad rows make the input off. */
export async function importTable(context: Context, book: Casebook, path: string): Promise<Ending> {
  const { options, lang } = context
  const bytes = await readFile(path)
  return options.preview === undefined
    ? told(context, await importCsv(book, bytes, lang), importWords, ({ skipped }) => skipped.length)
    : told(context, previewCsv(book, bytes, lang), previewWords, ({ counts }) => counts.bad)
}

async function told<T>(
  { json, lang, print, report }: Context,
  outcome: Outcome<T>,
  words: (value: T, lang: Lang) => string,
  badIn: (value: T) => number,
): Promise<Ending> {
  if (!outcome.ok) {
    report(outcome.refusal.text)
    return endingOf(outcome.refusal)
  }
  await print(json ? `${JSON.stringify(outcome.value, null, 2)}\n` : words(outcome.value, lang))
  return badIn(outcome.value) === 0 ? 'holds' : 'misused'
}

/** One line a row, its faults below it. */
function previewWords({ columns, rows, counts }: CsvPreview, lang: Lang): string {
  const taken = columns.filter(({ field }) => field !== null).map(({ header }) => header)
  const width = String(rows.at(-1)?.line ?? 0).length
  const lines = rows.flatMap(({ line, ok, title, values, errors }) => [
    `${String(line).padStart(width)}  ${ok ? '✓' : '✗'}  ${[title, values.paid && `¥${values.paid}`, values.shop, values.name].filter((part) => part !== undefined && part !== '').join('  ')}`,
    ...errors.map((error) => `${' '.repeat(width + 5)}${faultWords(error, lang)}`),
  ])
  return [
    say({ zh: `收下的列：${taken.join('、')}`, en: `Columns taken: ${taken.join(', ')}` }, lang),
    ...leftOut(columns, lang),
    '',
    ...lines,
    '',
    say(
      {
        zh: `共 ${counts.rows} 行，可以收 ${counts.ok} 行，要改 ${counts.bad} 行；还没有保存`,
        en: `${counts.rows} ${counts.rows === 1 ? 'row' : 'rows'}, ${counts.ok} good, ${counts.bad} to mend; nothing is kept yet`,
      },
      lang,
    ),
    '',
  ].join('\n')
}

/** What was not taken is named, that nobody believes it kept. */
function leftOut(columns: CsvPreview['columns'], lang: Lang): readonly string[] {
  const left = columns.filter(({ field, header }) => field === null && header !== '').map(({ header }) => header)
  if (left.length === 0) return []
  return [say({ zh: `不收的列：${left.join('、')}`, en: `Columns left out: ${left.join(', ')}` }, lang)]
}

function importWords({ columns, opened, skipped }: CsvImport, lang: Lang): string {
  const again = opened.filter((one) => one.again).length
  const here = (line: number) => say({ zh: `第 ${line} 行`, en: `line ${line}` }, lang)
  return [
    ...leftOut(columns, lang),
    ...opened.map(
      ({ line, caseId, again: known }) =>
        `${here(line)}  ${caseId}${known ? say({ zh: '（以前收过，没有改动）', en: ' (taken before, unchanged)' }, lang) : ''}`,
    ),
    ...skipped.flatMap(({ line, errors }) => errors.map((error) => `${here(line)}  ✗  ${faultWords(error, lang)}`)),
    say(
      {
        zh: `收进案件库 ${opened.length - again} 件，以前收过 ${again} 件，没有收 ${skipped.length} 行`,
        en: `${opened.length - again} kept, ${again} taken before, ${skipped.length} ${skipped.length === 1 ? 'row' : 'rows'} not taken`,
      },
      lang,
    ),
    '',
  ].join('\n')
}

function faultWords({ column, text }: CsvRowError, lang: Lang): string {
  return column === undefined ? text : say({ zh: `“${column}”：${text}`, en: `“${column}”: ${text}` }, lang)
}
