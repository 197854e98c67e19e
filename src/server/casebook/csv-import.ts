import type { Case } from '../../core/case/case.ts'
import type { Column, CsvField } from '../../core/case/csv/column.ts'
import { headerOf, type RowFault, type RowReading, readRow } from '../../core/case/csv/row.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { dayOf } from '../../core/values/instant.ts'
import { nearestName } from '../../core/values/nearest-name.ts'
import { done, type Outcome, type Refusal, refuse } from '../../core/values/refusal.ts'
import { type Lang, say } from '../../core/values/text.ts'
import { titleOf } from '../store/projection.ts'
import { sha256 } from '../store/sql/event-rows.ts'
import type { Casebook } from './casebook.ts'
import type { GivenCommand } from './give.ts'
import { openCase } from './open-case.ts'
import { readTable, type Table } from './words/csv-table.ts'
import { unsavedCase } from './words/unsaved-case.ts'

/** What is wrong in a row, and in which column as its header has it. */
export type CsvRowError = { readonly column?: string; readonly text: string }

export type CsvPreview = {
  readonly columns: readonly Column[]
  readonly rows: readonly {
    readonly line: number
    readonly ok: boolean
    readonly title: string
    readonly values: RowReading['values']
    readonly errors: readonly CsvRowError[]
  }[]
  readonly counts: { readonly rows: number; readonly ok: number; readonly bad: number }
}

export type CsvImport = {
  readonly columns: readonly Column[]
  /** `again`: this row had been opened before; nothing was changed. */
  readonly opened: readonly { readonly line: number; readonly caseId: string; readonly again?: true }[]
  readonly skipped: readonly { readonly line: number; readonly errors: readonly CsvRowError[] }[]
}

/** What an import of this file would open, row for row; nothing is kept. */
export function previewCsv(book: Casebook, bytes: Uint8Array, lang: Lang): Outcome<CsvPreview> {
  const table = readTable(bytes)
  if (!table.ok) return table
  const { columns, rows: lines } = table.value
  const rows = lines.map((row) => {
    const { reading, faults, kase } = readLine(book, row, columns)
    const title = kase === undefined ? nameOf(reading) : titleOf(kase, book.knowledge)
    return { line: row.line, ok: faults.length === 0, title, values: reading.values, errors: inWords(faults, lang) }
  })
  const ok = rows.filter((row) => row.ok).length
  return done({ columns, rows, counts: { rows: rows.length, ok, bad: rows.length - ok } })
}

/** Opens a case for every good row, once however often it is given; the others are named with their faults. */
export async function importCsv(book: Casebook, bytes: Uint8Array, lang: Lang): Promise<Outcome<CsvImport>> {
  const table = readTable(bytes)
  if (!table.ok) return table
  const { columns, rows, digest } = table.value
  const [opened, skipped]: [{ line: number; caseId: string; again?: true }[], CsvImport['skipped'][number][]] = [[], []]
  for (const row of rows) {
    const { line } = row
    const key = keyOf(row, digest, columns)
    const before = await book.store.kept(key)
    if (before !== undefined) {
      opened.push({ line, caseId: before.caseId, again: true })
      continue
    }
    const { faults, commands } = readLine(book, row, columns)
    const outcome = faults.length === 0 ? await openCase(book, { commands }, { key }) : undefined
    if (outcome?.ok) opened.push({ line, caseId: outcome.value.kase.id })
    else
      skipped.push({ line, errors: inWords(outcome === undefined ? faults : faultsOf(outcome.refusal, columns), lang) })
  }
  return done({ columns, opened, skipped })
}

/**
 * A row with an order number is known by what it says, so that a mended file opens only what was mended; any other by its
 * file and line.
 */
function keyOf({ line, cells }: Table['rows'][number], digest: string, columns: readonly Column[]): string {
  const taken = columns.flatMap(({ field }, at) => (field === null ? [] : [[field, (cells[at] ?? '').trim()]]))
  const isKnown = taken.some(([field, cell]) => field === 'order-number' && cell !== '')
  return isKnown ? `csv-row:${sha256(JSON.stringify(taken.sort()))}` : `csv:${digest}:${line}`
}

type Line = {
  readonly reading: RowReading
  readonly faults: readonly RowFault[]
  readonly commands: readonly GivenCommand[]
  readonly kase: Case | undefined
}

function readLine(book: Casebook, { cells }: Table['rows'][number], columns: readonly Column[]): Line {
  const now = book.now()
  const reading = readRow(cells, columns, dayOf(now))
  const type = reading.problem === undefined ? undefined : problemOf(reading.problem, book.knowledge)
  const typeFaults = type?.ok === false ? [{ column: headerOf(columns, 'problem-type'), text: type.refusal.text }] : []
  const faults = [...reading.faults, ...surplus(cells, columns), ...typeFaults]
  if (faults.length > 0) return { reading, faults, commands: [], kase: undefined }
  const commands = commandsOf(reading, type?.ok ? type.value : undefined, now)
  const made = unsavedCase(book, { words: reading.words ?? '', commands }, now)
  if (!made.ok) return { reading, faults: faultsOf(made.refusal, columns), commands: [], kase: undefined }
  return { reading, faults: [], commands: made.value.commands, kase: made.value.case }
}

function commandsOf(
  { order, consumer, days, demand }: RowReading,
  type: string | undefined,
  now: string,
): readonly GivenCommand[] {
  const whole = { platform: '京东', ...order }
  return [
    { type: 'RecordOrder', payload: whole },
    ...(Object.keys(consumer).length === 0 ? [] : [{ type: 'RecordConsumer', payload: consumer } as const]),
    ...days.map(
      ({ fact, value }) => ({ type: 'StateFact', payload: { fact, status: 'known', value, by: [] } }) as const,
    ),
    ...(type === undefined ? [] : [{ type: 'ConfirmProblem', payload: { type, confirmed: true } } as const]),
    ...(demand === undefined
      ? []
      : [{ type: 'ChooseDemand', payload: { at: now, words: demand, rights: [] } } as const]),
  ]
}

/** A problem by its id or its title in either language. */
function problemOf(written: string, { problems }: Knowledge): Outcome<string> {
  const plain = written.normalize('NFKC').trim().toLowerCase()
  const names = Object.values(problems).flatMap(({ id, title }) =>
    [id, title.zh, title.en].map((name) => ({ id, name })),
  )
  const found = names.find(({ name }) => name.normalize('NFKC').toLowerCase() === plain)
  if (found) return done(found.id)
  const within = new Set(names.filter(({ name }) => plain.length >= 2 && name.includes(plain)).map(({ id }) => id))
  const [only] = within
  if (only !== undefined && within.size === 1) return done(only)
  const near = nearestName(
    written,
    names.map(({ name }) => name),
  )
  const titles = Object.values(problems).map(({ title }) => title)
  return refuse('problem-unknown', {
    zh: `认不出问题类型“${written}”${near === undefined ? '' : `，是不是“${near}”`}；可以空着，或写其中一种：${titles.map(({ zh }) => zh).join('；')}`,
    en: `"${written}" is no known problem type${near === undefined ? '' : `, did you mean "${near}"`}; leave it empty or write one of: ${titles.map(({ en }) => en).join('; ')}`,
  })
}

/** Cells beyond the header's last have no column: a comma inside a text that is not quoted pushes cells aside. */
function surplus(cells: readonly string[], columns: readonly Column[]): readonly RowFault[] {
  if (cells.slice(columns.length).every((cell) => cell.trim() === '')) return []
  return [
    {
      text: {
        zh: `这一行有 ${cells.length} 格，表头只有 ${columns.length} 列；多半是文字里的逗号没有用引号括起来，请在表格软件里重新另存为 CSV`,
        en: `this row has ${cells.length} cells, the header ${columns.length}; most likely a comma inside a text is not quoted, save the CSV again from the spreadsheet`,
      },
    },
  ]
}

/** Columns by the keys under which a case names what it refuses. */
const columnOf: Readonly<Record<string, CsvField>> = {
  number: 'order-number',
  'shop.name': 'shop',
  'shop.company': 'company',
  paid: 'paid',
  shipping: 'freight',
  'placed-at': 'placed',
  'paid-at': 'paid-at',
  'shipped-at': 'shipped',
  'signed-at': 'signed',
  'items[0].name': 'item',
  'items[0].price': 'price',
  'items[0].quantity': 'quantity',
  words: 'words',
}

function faultsOf(refusal: Refusal, columns: readonly Column[]): readonly RowFault[] {
  return (refusal.all ?? [refusal]).map(({ at = '', text }) => {
    const field = columnOf[at.split(', ')[0] ?? ''] ?? at
    const column = columns.find((one) => one.field === field)?.header
    return column === undefined ? { text } : { column, text }
  })
}

function inWords(faults: readonly RowFault[], lang: Lang): readonly CsvRowError[] {
  return faults.map(({ column, text }) => ({ ...(column === undefined ? {} : { column }), text: say(text, lang) }))
}

/** What tells a bad row from the others. */
function nameOf({ values, words }: RowReading): string {
  return values.item ?? words?.slice(0, 30) ?? values['order-number'] ?? values.shop ?? ''
}
