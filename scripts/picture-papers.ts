// Draws pages of a pack's PDFs as PNG for the README: npx tsx scripts/picture-papers.ts PACK OUT NAME.pdf:PAGE …
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

const [pack = '', out = '', ...pages] = process.argv.slice(2)
const { createCanvas } = createRequire(import.meta.url)('@napi-rs/canvas')
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

await mkdir(out, { recursive: true })
for (const page of pages) {
  const [file = '', number = '1'] = page.split(':')
  const data = new Uint8Array(await readFile(join(pack, file)))
  const document = await pdfjs.getDocument({
    data,
    cMapUrl: join(resources, 'cmaps/'),
    standardFontDataUrl: join(resources, 'standard_fonts/'),
  }).promise
  const sheet = await document.getPage(Number(number))
  const viewport = sheet.getViewport({ scale: 1.5 })
  const canvas = createCanvas(viewport.width, viewport.height)
  await sheet.render({ canvas, viewport }).promise
  const name = `${file.replace('.pdf', '')}-${number}.png`
  await writeFile(
    join(out, name),
    await sharp(canvas.toBuffer('image/png')).png({ palette: true, colours: 32 }).toBuffer(),
  )
  console.log(join(out, name))
}
