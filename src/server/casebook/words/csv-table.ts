import { createHash } from 'node:crypto'
import { type CsvError, type InfoRecord, parse } from 'csv-parse/sync'
import { type Column, columnsOf } from '../../../core/case/csv/column.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'

export type Table = {
  readonly columns: readonly Column[]
  /** Rows below the header that are not blank; `line` counts from 1 in the file. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** SHA-256 of the file. */
  readonly digest: string
}

const MOST_BYTES = 10_000_000
const MOST_ROWS = 2000
/** Above the header there may be a title or a remark or two. */
const HEADER_WITHIN = 5

/** Reads the bytes of a CSV file: UTF-8, UTF-16 or GB18030, parted by comma, semicolon or tab. */
export function readTable(bytes: Uint8Array): Outcome<Table> {
  if (bytes.length > MOST_BYTES) return tooLarge()
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const records = recordsOf(decoded.value)
  if (!records.ok) return records
  const heads = records.value.slice(0, HEADER_WITHIN).map(({ cells }) => columnsOf(cells))
  const known = heads.map((columns) => columns.filter(({ field }) => field !== null).length)
  const at = known.indexOf(Math.max(...known))
  const columns = heads[at]
  if (columns === undefined || known[at] === 0) return noHeader()
  const rows = records.value.slice(at + 1)
  if (rows.length === 0) return noRows()
  if (rows.length > MOST_ROWS) return tooMany(rows.length)
  return done({ columns, rows, digest: createHash('sha256').update(bytes).digest('hex') })
}

function decode(bytes: Uint8Array): Outcome<string> {
  const [first, second] = bytes
  if (first === 0x50 && second === 0x4b) return aWorkbook()
  if (first === 0xd0 && second === 0xcf) return aWorkbook()
  const names =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030']
  for (const name of names)
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return done(text)
    } catch {}
  return refuse('csv-encoding', {
    zh: '读不出文字：不是 UTF-8，也不是 GB18030（GBK）；请在表格软件里另存为“CSV UTF-8”再试',
    en: 'the text cannot be read: it is neither UTF-8 nor GB18030; save it as “CSV UTF-8” and try again',
  })
}

/** With `info` and `raw` a record comes wrapped, which the types of csv-parse do not say. */
type ReadRecord = { readonly record: readonly string[]; readonly info: InfoRecord; readonly raw: string }

function recordsOf(text: string): Outcome<Table['rows']> {
  try {
    const read = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly ReadRecord[]
    const rows = read.map(({ record, info, raw }) => ({ line: info.lines - breaks(raw.trim()), cells: record }))
    return done(rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')))
  } catch (error) {
    if (!isCsvError(error)) throw error
    const line = openQuote(text)
    return refuse('csv-quotes', {
      zh: `第 ${line} 行有一个英文双引号 " 没有配对，从那里起分不清格子；请删去或补上引号，或在表格软件里重新另存为 CSV`,
      en: `line ${line} opens a quotation mark " that is never closed, from there on cells cannot be told apart; delete it or close it, or save the CSV again`,
    })
  }
}

/** The mark that parts most of the cells of the first lines. */
function delimiterOf(text: string): string {
  const head = text
    .split('\n', HEADER_WITHIN)
    .join('\n')
    .replaceAll(/"[^"]*"/g, '')
  const count = (mark: string) => head.split(mark).length - 1
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The line of the last mark that opens a quotation. */
function openQuote(text: string): number {
  let [line, opened, isOpen] = [1, 1, false]
  for (const mark of text) {
    if (mark === '\n') line += 1
    if (mark !== '"') continue
    isOpen = !isOpen
    if (isOpen) opened = line
  }
  return opened
}

function breaks(text: string): number {
  return text.split('\n').length - 1
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

function aWorkbook() {
  return refuse('csv-workbook', {
    zh: '这是 Excel 工作簿，不是 CSV；请在 Excel 或 WPS 里选“另存为”→“CSV UTF-8（逗号分隔）”，再导入那个文件',
    en: 'this is an Excel workbook, not CSV; choose “Save as” → “CSV UTF-8” and import that file',
  })
}

function tooLarge() {
  const most = MOST_BYTES / 1_000_000
  return refuse('csv-too-large', {
    zh: `文件超过 ${most} MB；请分成几个文件导入`,
    en: `the file is larger than ${most} MB; import it in parts`,
  })
}

function tooMany(count: number) {
  return refuse('csv-too-many', {
    zh: `共 ${count} 行，一次最多 ${MOST_ROWS} 行；请分成几个文件导入`,
    en: `${count} rows, at most ${MOST_ROWS} at a time; import it in parts`,
  })
}

function noHeader() {
  return refuse('csv-no-header', {
    zh: '前几行里认不出表头；第一行请写列名，例如：订单号、店铺、商品、实付、下单时间、签收时间、问题、姓名、电话',
    en: 'no header is recognised in the first lines; name the columns in the first, such as: order number, shop, item, paid, ordered, signed, problem, name, phone',
  })
}

function noRows() {
  return refuse('csv-no-rows', {
    zh: '表头下面没有内容；每个案件写一行',
    en: 'nothing stands below the header; write one case a row',
  })
}
