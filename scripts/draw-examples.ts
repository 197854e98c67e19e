// Draws the pictures of examples/*/evidence from scripts/draw/*.yaml and seals them anew:
// `npx tsx scripts/draw-examples.ts [CASE …]`. The same input gives the same bytes on the same machine, so a picture and
// its line in evidence.sha256 change only when its description does.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import sharp from 'sharp'
import { parse } from 'yaml'
import { z } from 'zod'
import { readCaseFolder, sealCaseFolder } from '../src/server/pack/read-case-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const drawings = join(root, 'scripts', 'draw')
const fonts = join(root, 'node_modules', '@expo-google-fonts')
const pictureSchema = z.looseObject({ file: z.string().regex(/^[a-z0-9-]+\.png$/), draw: z.string() })
const picturesSchema = z.array(pictureSchema).min(1)
type Picture = z.infer<typeof pictureSchema>

const PIXELS_PER_POINT = 2
const MOST_BYTES = 150_000

const compiler = NodeCompiler.create({
  workspace: drawings,
  fontArgs: [
    {
      fontPaths: [
        'noto-sans-sc/400Regular',
        'noto-sans-sc/700Bold',
        'noto-serif-sc/400Regular',
        'noto-serif-sc/700Bold',
      ].map((face) => join(fonts, face)),
    },
  ],
})

const wanted = process.argv.slice(2)
for (const name of readdirSync(drawings).sort()) {
  const id = name.replace(/\.yaml$/, '')
  if (id === name || (wanted.length > 0 && !wanted.includes(id))) continue
  const pictures = picturesSchema.parse(parse(readFileSync(join(drawings, name), 'utf8')))
  for (const picture of pictures) await draw(join(root, 'examples', id, 'evidence', picture.file), picture)
  await seal(join(root, 'examples', id))
}

async function draw(path: string, picture: Picture): Promise<void> {
  const svg = svgOf(picture)
  mkdirSync(dirname(path), { recursive: true })
  const png = await sharp(Buffer.from(svg), { density: 72 * PIXELS_PER_POINT })
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer()
  if (png.length > MOST_BYTES) throw new Error(`${picture.file} has ${png.length} bytes, at most ${MOST_BYTES}`)
  writeFileSync(path, png)
  console.log(`${String(png.length).padStart(7)}  ${path.slice(root.length)}`)
}

/** An example is sealed whole, so that packing it from a checkout writes nothing into it. */
async function seal(folder: string): Promise<void> {
  rmSync(join(folder, 'evidence.sha256'), { force: true })
  const read = await readCaseFolder(folder)
  if (!read.ok) throw new Error(read.refusal.text.en)
  const sealed = await sealCaseFolder(read.value)
  if (!sealed.ok) throw new Error(sealed.refusal.text.en)
}

function svgOf(picture: Picture): string {
  compiler.mapShadow(join(drawings, 'data.json'), Buffer.from(JSON.stringify(picture)))
  const compiled = compiler.compile({ mainFilePath: join(drawings, 'picture.typ'), resetRead: true })
  const document = compiled.result
  if (document === null) {
    compiled.printDiagnostics()
    throw new Error(`${picture.file} could not be drawn`)
  }
  if (document.numOfPages !== 1) throw new Error(`${picture.file} runs over its page: ${document.numOfPages} pages`)
  // Only this export objects to a glyph that no font has; the others leave it blank.
  compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: 0 })
  return compiler.plainSvg(document)
}
