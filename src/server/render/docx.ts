import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Column, Outline } from '../../core/documents/outline.ts'
import { hasHead, itemMark, sentencesText } from '../../core/documents/plain-text.ts'
import { reproducible } from './docx-dates.ts'
import { mayBreak, staysWithNext } from './page-breaks.ts'
import type { Rendered } from './pdf.ts'
import { unstorable } from './unprintable.ts'

/** Signs that both scripts have (quotation marks) are set in the Chinese face. Faces every Chinese Windows and WPS has; elsewhere Word and LibreOffice put their own Song and Hei in their place. */
const song = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: '宋体',
  cs: 'Times New Roman',
  hint: 'eastAsia',
}
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial', hint: 'eastAsia' }
const boxes = { ...song, ascii: '宋体', hAnsi: '宋体' }

/** What every run would say again is said here once: a form has hundreds of them. */
const styles: IStylesOptions = {
  default: { document: { run: { font: song, size: 24 } } },
  paragraphStyles: [
    { id: 'cell', name: 'cell', run: { size: 21 } },
    { id: 'label', name: 'label', run: { size: 21, font: hei, bold: true } },
  ],
}
const mm = (length: number) => Math.round((length / 25.4) * 1440)

/** Sets a paper as DOCX on A4 with page numbers, to be edited further. The same outline and `now` give the same bytes. */
export async function renderDocx(outline: Outline, now: string): Promise<Rendered> {
  const unprintable = unstorable(outline)
  if (unprintable.length > 0) return { ok: false, unprintable }
  const file = new Document({
    title: outline.title,
    creator: '',
    lastModifiedBy: '',
    styles,
    sections: [{ ...page(outline), children: [titleOf(outline), ...outline.blocks.flatMap(blockOf)] }],
  })
  return {
    ok: true,
    bytes: await reproducible((overrides) => Packer.toBuffer(file, undefined, overrides), outline.title, now),
  }
}

function page(outline: Outline): Omit<ISectionOptions, 'children'> {
  const lying = outline.landscape === true
  return {
    properties: {
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: margins(outline),
      },
    },
    footers: { default: new Footer({ children: [pageNumbers()] }) },
  }
}

function margins({ landscape, form }: Outline) {
  if (landscape === true) return { top: mm(20), bottom: mm(20), left: mm(20), right: mm(20) }
  if (form === true) return { top: mm(25), bottom: mm(25), left: mm(26), right: mm(24) }
  return { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) }
}

function pageNumbers(): Paragraph {
  const children = ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页']
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: 18 })] })
}

function titleOf({ title }: Outline): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 320 },
    children: runs(title, { hei: true, size: 36 }),
  })
}

function blockOf(block: Block, place: number, blocks: readonly Block[]): (Paragraph | Table)[] {
  const line = { line: 360 }
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 240, after: 120 },
          children: runs(block.text, { hei: true, size: 26 }),
        }),
      ]
    case 'note':
      return [new Paragraph({ spacing: { ...line, after: 100 }, children: runs(block.text, { size: 20 }) })]
    case 'paragraph': {
      const indent = block.indent === false ? {} : { indent: { firstLine: 480 } }
      const keepNext = staysWithNext(blocks, place)
      return [new Paragraph({ keepNext, spacing: line, ...indent, children: runs(sentencesText(block.sentences)) })]
    }
    case 'list':
      return block.items.map(
        (item, i) =>
          new Paragraph({
            spacing: line,
            indent: { left: 360, hanging: 360 },
            children: runs(`${itemMark(i, block.numbered)}${sentencesText(item)}`),
          }),
      )
    case 'table':
      return [tableOf(block), gap()]
    case 'signature':
      return block.lines.map(
        (text, i) =>
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            keepNext: true,
            indent: { right: 480 },
            spacing: { ...line, before: i === 0 ? 480 : 0 },
            children: runs(text),
          }),
      )
    default:
      return block satisfies never
  }
}

/** Tables that follow each other would become one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT } })
}

function tableOf(table: Block & { type: 'table' }): Table {
  const cell = (text: string, column: Column | undefined, head: boolean) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      ...(typeof column?.width === 'number' ? { width: { size: mm(column.width), type: WidthType.DXA } } : {}),
      children: [
        new Paragraph({
          style: head || column?.label === true ? 'label' : 'cell',
          alignment: alignment(head ? 'center' : column?.align),
          children: runs(text),
        }),
      ],
    })
  const head = table.columns.map((column) => cell(column.title, column, true))
  const body = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: !mayBreak(row),
        children: row.map(({ text }, i) => cell(text, table.columns[i], false)),
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    rows: hasHead(table) ? [new TableRow({ tableHeader: true, children: head }), ...body] : body,
  })
}

function alignment(align: Column['align']) {
  if (align === 'center') return AlignmentType.CENTER
  return align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT
}

type Look = { readonly hei?: boolean; readonly size?: number }

/** Line feeds within a text become line breaks; boxes are set in the Chinese face also where a line begins with one. Nothing is read as markup. */
function runs(text: string, look: Look = {}): TextRun[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line, i) =>
    line.split(/([□■]+)/).flatMap((part, p) => {
      const begins = i > 0 && p === 0
      if (part === '' && !begins) return []
      return new TextRun({
        text: part,
        ...(look.hei ? { font: hei, bold: true } : {}),
        ...(p % 2 === 1 ? { font: boxes } : {}),
        ...(look.size === undefined ? {} : { size: look.size }),
        ...(begins ? { break: 1 } : {}),
      })
    }),
  )
}
