import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advise } from '../../core/advice/advise.ts'
import { compose } from '../../core/documents/compose.ts'
import { dossierOf } from '../../core/documents/dossier.ts'
import { notCalledFor } from '../../core/documents/occasion/called-for.ts'
import type { Outline } from '../../core/documents/outline.ts'
import { plainText } from '../../core/documents/plain-text.ts'
import { guideWordsIn } from '../../core/knowledge/guide-claim.ts'
import { unzip, wordsOf } from '../render/docx-text.fixture.ts'
import { inked, type PdfPage, pdfInk, pdfPages } from '../render/pdf-text.fixture.ts'
import { knowledge } from './knowledge.fixture.ts'
import { type Manifest, sha256 } from './manifest.ts'
import { packFolder } from './pack.ts'
import { readCaseFolder } from './read-case-folder.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const now = '2026-11-20T02:00:00Z'
/** What no paper says, whatever the case; the overview warns of it. */
const threats = /曝光|发帖|媒体|黑心|后果自负|骗子|否则|律师函|封口/

type Packed = { files: Map<string, Buffer>; manifest: Manifest; outlines: Map<string, Outline>; withheld: string[] }
const packs = new Map<string, Packed>()
let scratch: string
const names = (await readdir(examples, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && entry.name !== 'catalogue')
  .map(({ name }) => name)

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'youju-papers-'))
  for (const name of names) packs.set(name, await packOf(name))
}, 120_000)
afterAll(() => rm(scratch, { recursive: true, force: true }))

async function packOf(name: string): Promise<Packed> {
  const [folder, out] = [join(examples, name), join(scratch, name)]
  const packed = await packFolder({ folder, out, now, lang: 'zh-CN', knowledge })
  const read = await readCaseFolder(folder, { now, vocabulary: knowledge })
  if (!packed.ok || !read.ok) throw new Error(JSON.stringify([packed, read]))
  const kase = read.value.case
  const dossier = dossierOf({ kase, advice: advise(kase, knowledge, now), knowledge, now })
  const called = Object.values(knowledge.letters).filter((letter) => notCalledFor(letter, dossier) === undefined)
  const composed = called.map((letter) => ({ letter, made: compose(letter, dossier) }))
  const outlines = composed.flatMap(({ made }) => (made.status === 'written' ? [made.outline] : []))
  const files = (await readdir(out)).map(async (file) => [file, await readFile(join(out, file))] as const)
  return {
    files: new Map(await Promise.all(files)),
    manifest: packed.value.manifest,
    outlines: new Map(outlines.map((outline) => [outline.id, outline])),
    withheld: composed.flatMap(({ letter, made }) => (made.status === 'withheld' ? [letter.id] : [])),
  }
}

function packed(name: string): Packed {
  const pack = packs.get(name)
  if (!pack) throw new Error(name)
  return pack
}

function* papersOf(name: string, format: string): Iterable<{ file: string; outline: Outline; bytes: Buffer }> {
  const { outlines, files } = packed(name)
  for (const [id, outline] of outlines) {
    const bytes = files.get(`${id}.${format}`)
    if (knowledge.letters[id]?.formats.some((one) => one === format) && bytes)
      yield { file: `${id}.${format}`, outline, bytes }
  }
}

describe.each(names)('the papers of %s', (name) => {
  it('are each written in every format, withheld with what is missing, or not called for', () => {
    const { files, manifest, outlines, withheld } = packed(name)
    const uncalled = manifest.notCalledFor.map(({ id }) => id)
    expect([...uncalled, ...withheld, ...outlines.keys()].sort()).toEqual(Object.keys(knowledge.letters).sort())
    expect(manifest.withheld.map(({ id }) => id).sort()).toEqual(withheld.sort())
    expect(manifest.withheld.every(({ missing }) => missing.length > 0)).toBe(true)
    const expected = [...outlines.keys()].flatMap(
      (id) => knowledge.letters[id]?.formats.map((format) => `${id}.${format}`) ?? [],
    )
    expect([...files.keys()].sort()).toEqual([...expected, 'advice.json', 'calendar.ics', 'manifest.json'].sort())
  })

  it('stand in the manifest with their size and digest', () => {
    const { files, manifest } = packed(name)
    for (const { file, bytes, sha256: digest } of manifest.files) {
      expect([file, files.get(file)?.length]).toEqual([file, bytes])
      expect(sha256(files.get(file) ?? Buffer.of())).toBe(digest)
    }
    expect(manifest.files.map(({ file }) => file).sort()).toEqual(
      [...files.keys()].filter((file) => file !== 'manifest.json').sort(),
    )
  })

  it('are A4 with page numbers, PDF/A, and say in PDF what their outline says, glyph for glyph', async () => {
    for (const { file, outline, bytes } of papersOf(name, 'pdf')) {
      const pages = await pdfPages(bytes)
      expect([file, pages.map(isA4)]).toEqual([file, pages.map(() => true)])
      expect(pages.map(({ foot }) => inked(foot))).toEqual(pages.map((_, i) => `第${i + 1}页共${pages.length}页`))
      expect(bytes.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
      expect(withoutRepeatedHeads(pdfInk(pages), outline)).toBe(inked(plainText(outline)))
      if (outline.onePage) expect(pages).toHaveLength(1)
    }
  })

  it('say the same in DOCX, on A4, with page numbers and nothing fetched from elsewhere', () => {
    for (const { outline, bytes } of papersOf(name, 'docx')) {
      const parts = unzip(bytes)
      const document = parts.get('word/document.xml') ?? ''
      expect(inked(wordsOf(document))).toBe(inked(plainText(outline)))
      expect(document).toMatch(
        /<w:pgSz [^>]*w:w="119\d\d"[^>]*w:h="168\d\d"|<w:pgSz [^>]*w:h="168\d\d"[^>]*w:w="119\d\d"/,
      )
      expect([...parts].some(([part, xml]) => part.includes('footer') && xml.includes('PAGE'))).toBe(true)
      expect([...parts.values()].join('')).not.toContain('TargetMode="External"')
    }
  })

  it('say the same as plain text', () => {
    for (const { outline, bytes } of papersOf(name, 'txt'))
      expect(inked(bytes.toString('utf8'))).toBe(inked(plainText(outline)))
  })

  it('have every part that their template asks for', () => {
    for (const [id, outline] of packed(name).outlines) {
      const headings = knowledge.letters[id]?.sections.flatMap(({ heading }) => heading ?? []) ?? []
      const text = plainText(outline)
      const absent = headings.filter((heading) => !text.includes(heading))
      expect([id, absent.filter((heading) => mustStand(id, heading))]).toEqual([id, []])
      expect(text).toContain(outline.title)
    }
  })

  it('threaten nobody and promise no silence', () => {
    for (const [id, outline] of packed(name).outlines)
      if (id !== 'overview') expect([id, threats.exec(withoutQuotes(plainText(outline)))?.[0]]).toEqual([id, undefined])
  })

  it('hold nothing that only the guide says', () => {
    for (const [id, outline] of packed(name).outlines) {
      if (id === 'overview') continue
      const found = guideWordsIn(withoutQuotes(plainText(outline)), Object.values(knowledge['guide-claims']))
      expect([id, found.map(({ words }) => words)]).toEqual([id, []])
    }
  })
})

function isA4({ width, height }: PdfPage): boolean {
  const sides = [width, height].sort((a, b) => a - b)
  return Math.abs((sides[0] ?? 0) - 595.28) < 0.5 && Math.abs((sides[1] ?? 0) - 841.89) < 0.5
}

/** A table that runs over pages repeats its head on each; the outline says it once. */
function withoutRepeatedHeads(ink: string, outline: Outline): string {
  return outline.blocks.reduce((text, block) => {
    if (block.type !== 'table') return text
    const head = inked(block.columns.map(({ title }) => title).join(''))
    const first = text.indexOf(head) + head.length
    return text.slice(0, first) + text.slice(first).replaceAll(head, '')
  }, ink)
}

/** What others said is quoted as they said it. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”/g, '')
}

/** Sections of the letters that stand whatever the case holds. */
function mustStand(id: string, heading: string): boolean {
  if (heading.includes('{') || heading === '委托代理人') return false
  return /^(letter|notice|request|appeal|offer|settlement)/.test(id) || id === 'complaint-12315'
    ? !heading.includes('证据')
    : false
}
