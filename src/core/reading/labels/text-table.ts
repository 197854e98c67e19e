import type { Cell } from '../layout/cell.ts'
import { momentsIn } from '../layout/moment.ts'
import { isFenField, isTimeField } from '../page-reading.ts'
import type { FoundLabel } from './label.ts'
import type { Region } from './region.ts'

/**
 * The values of a label in the rows of a table without boxes, as saved pages and mails give it: a line of labels alone, under it
 * lines that hold as many values of a kind as there are labels of it. Undefined where the label is not in such a head.
 */
export function rowsUnder(
  label: FoundLabel,
  labels: readonly FoundLabel[],
  cells: readonly Cell[],
): readonly Region[] | undefined {
  const { cell } = label
  const heads = labels.filter((one) => one.cell === cell)
  if (cell.box !== undefined || heads.length < 2 || /\d/.test(cell.text)) return undefined
  const kind = kindOf(label)
  const mates = heads.filter((one) => kindOf(one) === kind)
  const starts = new Set(labels.map((one) => one.cell))
  const below = cells.slice(cells.indexOf(cell) + 1)
  const end = below.findIndex((one) => starts.has(one) || !/\d/.test(one.text))
  return below.slice(0, end === -1 ? below.length : end).flatMap((row) => {
    const values = kind === undefined ? [] : valuesIn(row.text, kind)
    const text = values.length === mates.length ? values[mates.indexOf(label)] : undefined
    return text === undefined ? [] : [{ place: 'column', cells: [row], text, first: text }]
  })
}

type Kind = 'time' | 'money' | 'waybill' | 'number'

function kindOf({ field, say }: FoundLabel): Kind | undefined {
  if (isTimeField(field) || /(?:时间|日期)$/.test(say)) return 'time'
  if (isFenField(field) || field === 'discountFen' || field === 'itemFen' || /[额价费]$/.test(say)) return 'money'
  if (field === 'waybillNumber') return 'waybill'
  return /(?:号|编号|号码|ID|No\.?)$/i.test(say) ? 'number' : undefined
}

function valuesIn(text: string, kind: Kind): readonly string[] {
  switch (kind) {
    case 'time':
      return momentsIn(text).flatMap(({ month, start, end }) => (month === undefined ? [] : [text.slice(start, end)]))
    case 'money':
      return text.match(/[¥￥]\s?\d[\d,]*(?:\.\d+)?|(?<![\d.:/-])\d[\d,]*\.\d\d(?![\d.:/-])/g) ?? []
    case 'waybill':
      return text.match(/[A-Z]{1,5}\d{9,15}/g) ?? []
    case 'number':
      return text.match(/(?<![\dA-Z.:¥-])\d{9,18}(?![\d.:-])/g) ?? []
  }
}
