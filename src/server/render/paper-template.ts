import { faces } from './fonts.ts'

/**
 * The one page design, in Typst. It reads the paper from `/paper.json` and nothing else: words of users arrive as
 * strings and are never read as markup. Margins of lying pages are the same four, turned.
 */
export const paperTemplate = `
#let paper = json("/paper.json")
#let song = "${faces.song}"
#let hei = "${faces.hei}"
#let size = paper.size * 1pt
#set document(title: paper.title, date: auto)
#set page(
  paper: "a4",
  flipped: paper.landscape,
  margin: if paper.onePage { (x: 20mm, top: 16mm, bottom: 17mm) }
    else if paper.landscape { (top: 20mm, bottom: 20mm, x: 20mm) }
    else if paper.form { (top: 25mm, bottom: 25mm, left: 26mm, right: 24mm) }
    else { (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm) },
  footer: context align(center, text(
    size: 9pt,
    "第 " + counter(page).display() + " 页 共 " + str(counter(page).final().first()) + " 页",
  )),
)
#set text(font: song, size: size, lang: "zh", region: "cn", fallback: false, ligatures: false)
#set par(leading: 0.85em, spacing: 0.95em, justify: true)
#set table(stroke: 0.5pt, inset: (x: 4pt, y: if paper.onePage { 3.5pt } else { 5pt }))

#let bold(it) = text(font: hei, weight: "bold", it)
#let cell-text(cell) = {
  let words = text(size: if cell.mono { 0.78em } else { 0.92em }, cell.text)
  if cell.label { bold(words) } else { words }
}
#let cell(cell) = table.cell(breakable: cell.breakable, {
  set par(justify: false, leading: 0.6em, spacing: 0.6em)
  if cell.image == none { cell-text(cell) } else {
    stack(spacing: 4pt, cell-text(cell), image(cell.image, width: 100%, height: 22mm, fit: "contain", alt: cell.text))
  }
})
#let width(column) = if column.width == "auto" { 1fr } else { column.width * 1mm }

#let block-of(b) = {
  if b.type == "heading" {
    block(above: 1.4em, below: 0.9em, sticky: true, text(size: 1.12em, bold(b.text)))
  } else if b.type == "paragraph" {
    block(sticky: b.sticky, spacing: 0.95em, par(justify: not b.ragged, first-line-indent: if b.indent { (amount: 2em, all: true) } else { 0em }, b.text))
  } else if b.type == "note" {
    par(text(size: 0.82em, b.text))
  } else if b.type == "list" {
    for item in b.items { par(justify: not item.ragged, hanging-indent: 1.5em, item.text) }
  } else if b.type == "table" {
    let head = if b.head { (table.header(..b.columns.map(c => table.cell(align: center, bold(text(size: 0.92em, c.title)))),),) } else { () }
    block(above: 1em, below: 1em, width: 100%, table(
      columns: b.columns.map(width),
      align: (x, y) => (left: left, center: center, right: right).at(b.columns.at(x).align) + horizon,
      ..head,
      ..b.rows.flatten().map(cell),
    ))
  } else if b.type == "signature" {
    block(above: 2em, width: 100%, breakable: false, align(right, pad(right: 2em, b.lines.join(linebreak()))))
  }
}

#align(center, block(below: 1.4em, text(size: 1.6em, bold(paper.title))))
#for b in paper.blocks { block-of(b) }
`
