import type { Block, Outline, Sentence } from './outline.ts'

/** The words of a paper in reading order, one line a paragraph, item or table row; ends with a line feed. */
export function plainText(outline: Outline): string {
  const parts = outline.blocks.map((block) => blockText(block))
  return `${[outline.title, ...parts].join('\n\n')}\n`
}

/** The words of blocks that stand in one cell, a line each. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n')
}

/** What stands before the nth item of a numbered list, in every format. */
export function itemMark(index: number, numbered: boolean): string {
  return numbered ? `${index + 1}. ` : '· '
}

export function sentencesText(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.text).join('')
}

/** A table whose titles are all empty has no head row. */
export function hasHead(table: Block & { type: 'table' }): boolean {
  return table.columns.some((column) => column.title !== '')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'note':
      return block.text
    case 'paragraph':
      return sentencesText(block.sentences)
    case 'list':
      return block.items.map((item, i) => `${itemMark(i, block.numbered)}${sentencesText(item)}`).join('\n')
    case 'table':
      return tableText(block)
    case 'signature':
      return block.lines.join('\n')
    default:
      return block satisfies never
  }
}

function tableText(table: Block & { type: 'table' }): string {
  const head = hasHead(table) ? [table.columns.map((column) => column.title)] : []
  const rows = table.rows.map((row) => row.map((cell) => cell.text))
  return [...head, ...rows].map((row) => row.filter((text) => text !== '').join('\t')).join('\n')
}
