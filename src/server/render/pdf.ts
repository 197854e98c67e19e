import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Block, Cell, Column, Outline } from '../../core/documents/outline.ts'
import { hasHead, itemMark, sentencesText } from '../../core/documents/plain-text.ts'
import { epochMs } from '../../core/values/instant.ts'
import { fontFiles } from './fonts.ts'
import { mayBreak, staysWithNext } from './page-breaks.ts'
import { paperTemplate } from './paper-template.ts'
import { type Unprintable, undrawable, withoutInkless } from './unprintable.ts'

/** Small pictures of exhibits by exhibit id, as JPEG. */
export type Thumbnails = ReadonlyMap<string, Uint8Array>
export type Rendered =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly unprintable: readonly Unprintable[] }

/** Point sizes a one-page paper is tried in, largest first; the last one stands even if the page overflows. */
const onePageSizes = [10.5, 10, 9.5, 9, 8.5, 8] as const
const bodySize = 12
const landscapeSize = 10

/**
 * Sets a paper as PDF/A-2b on A4, with page numbers, from the bundled fonts only. The same outline and `now` give the
 * same bytes. A character without a glyph is named instead of being drawn blank.
 */
export function renderPdf(outline: Outline, now: string, thumbnails: Thumbnails): Rendered {
  const unprintable = undrawable(outline)
  if (unprintable.length > 0) return { ok: false, unprintable }
  const compiler = warmCompiler()
  compiler.resetShadow()
  for (const [id, bytes] of thumbnails) compiler.mapShadow(inWorkspace(picture(id, thumbnails)), Buffer.from(bytes))
  const sizes = outline.onePage ? onePageSizes : [outline.landscape ? landscapeSize : bodySize]
  for (const [i, size] of sizes.entries()) {
    const document = compile(compiler, { ...paperJson(outline, thumbnails), size })
    if (document.numOfPages > 1 && i < sizes.length - 1) continue
    const creationTimestamp = Math.floor(epochMs(now) / 1000)
    return { ok: true, bytes: compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp }) }
  }
  throw new Error('no size to set the paper in')
}

let warm: NodeCompiler | undefined

/** One compiler a process: reading the fonts costs more than setting a paper. */
function warmCompiler(): NodeCompiler {
  warm ??= NodeCompiler.create({
    workspace: workspace(),
    fontArgs: [{ fontPaths: fontFiles().map((file) => dirname(file)) }],
  })
  return warm
}

function compile(compiler: NodeCompiler, paper: object) {
  compiler.mapShadow(inWorkspace('/paper.json'), Buffer.from(JSON.stringify(paper)))
  const compiled = compiler.compile({ mainFileContent: paperTemplate })
  if (compiled.result === null || compiled.hasError())
    throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  return compiled.result
}

/** Where the compiler looks for files; everything it reads is put there in memory. */
function workspace(): string {
  return dirname(fontFiles()[0] ?? '/')
}

function inWorkspace(path: string): string {
  return join(workspace(), path)
}

function picture(id: string, thumbnails: Thumbnails): string {
  return `/thumbnail-${[...thumbnails.keys()].indexOf(id)}.jpg`
}

function paperJson(outline: Outline, thumbnails: Thumbnails) {
  return {
    title: outline.title,
    landscape: outline.landscape === true,
    form: outline.form === true,
    onePage: outline.onePage === true,
    blocks: outline.blocks.map((block, i) => ({
      ...blockJson(block, thumbnails),
      sticky: staysWithNext(outline.blocks, i),
    })),
  }
}

function blockJson(block: Block, thumbnails: Thumbnails) {
  switch (block.type) {
    case 'heading':
    case 'note':
      return { type: block.type, text: drawn(block.text) }
    case 'paragraph':
      return { type: block.type, ...lines(sentencesText(block.sentences)), indent: block.indent !== false }
    case 'list':
      return {
        type: block.type,
        items: block.items.map((item, i) => lines(`${itemMark(i, block.numbered)}${sentencesText(item)}`)),
      }
    case 'table':
      return {
        type: block.type,
        head: hasHead(block),
        columns: block.columns.map(({ title, width, align = 'left' }) => ({ title: drawn(title), width, align })),
        rows: block.rows.map((row) =>
          row.map((cell, i) => ({ ...cellJson(cell, block.columns[i], thumbnails), breakable: mayBreak(row) })),
        ),
      }
    case 'signature':
      return { type: block.type, lines: block.lines.map(drawn) }
    default:
      return block satisfies never
  }
}

function cellJson({ text, mono, image }: Cell, column: Column | undefined, thumbnails: Thumbnails) {
  const shown = image !== undefined && thumbnails.has(image) ? picture(image, thumbnails) : null
  return { text: drawn(text), mono: mono === true, label: column?.label === true, image: shown }
}

/** Lines with a long number in them are not stretched to the margin: the gaps would tear the words apart. */
function lines(text: string) {
  return { text: drawn(text), ragged: /[!-~]{10,}/.test(text) }
}

/** What the page shows of a text: nothing inkless, and a place to break in every long run of Latin letters or digits. */
function drawn(text: string): string {
  return withoutInkless(text).replace(/[!-~]{25,}/g, (run) => [...run].join('\u200B'))
}
