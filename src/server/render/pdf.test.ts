import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose } from '../../core/documents/compose.ts'
import type { Outline } from '../../core/documents/outline.ts'
import { plainText } from '../../core/documents/plain-text.ts'
import { emptyCase, exhibit, now, sampleCase, sampleDossier } from '../../core/documents/sample-case.fixture.ts'
import { renderPdf } from './pdf.ts'
import { inked, pdfInk, pdfPages } from './pdf-text.fixture.ts'

const none = new Map<string, Uint8Array>()
const exhibitHead = '编号证据名称种类来源和取得方式证明对象和内容提交的形式和原件所在页码副本文件名和SHA-256校验值'

function outlineOf(id: string, kase = sampleCase()): Outline {
  const dossier = sampleDossier(kase)
  const letter = dossier.knowledge.letters[id]
  const composed = letter && compose(letter, dossier)
  if (composed?.status !== 'written') throw new Error(JSON.stringify(composed))
  return composed.outline
}

function bytesOf(outline: Outline, pictures = none): Uint8Array {
  const rendered = renderPdf(outline, now, pictures)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.unprintable))
  return rendered.bytes
}

function saying(text: string): Outline {
  const uses = { facts: [], exhibits: [], cites: [] }
  const sentences = [{ text, ground: { type: 'form' } as const }]
  return {
    id: 'x',
    title: '标题',
    uses,
    blocks: [
      { type: 'paragraph', sentences },
      { type: 'list', numbered: true, items: [sentences] },
      { type: 'table', columns: [{ title: '列', width: 40 }], rows: [[{ text, mono: true }]] },
      { type: 'signature', lines: [text] },
    ],
  }
}

describe('a paper as PDF', () => {
  it.each(['letter-basic', 'letter-layered', 'exhibits', 'overview'])('%s says what its outline says', async (id) => {
    const outline = outlineOf(id)
    expect(pdfInk(await pdfPages(bytesOf(outline)))).toBe(inked(plainText(outline)))
  })

  it('is A4 with the number of each page and of all pages', async () => {
    const pages = await pdfPages(bytesOf(outlineOf('letter-layered')))
    expect(pages.length).toBeGreaterThan(1)
    for (const [i, { width, height, foot }] of pages.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
      expect(inked(foot)).toBe(`第${i + 1}页共${pages.length}页`)
    }
  })

  it('says that it is PDF/A-2b, made at the given moment', () => {
    const text = Buffer.from(bytesOf(outlineOf('letter-basic'))).toString('latin1')
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(text).toMatch(/CreationDate\s*\(D:20260325020000/)
  })

  it('has the same bytes for the same paper and moment', () => {
    const outline = outlineOf('letter-layered')
    const first = bytesOf(outline)
    bytesOf(outlineOf('exhibits'))
    expect(Buffer.compare(first, bytesOf(outline))).toBe(0)
  })

  it('names each character that its fonts lack instead of leaving a blank', () => {
    const rendered = renderPdf(saying('吉野家写作𠮷野家，又见☑'), now, none)
    expect(rendered).toEqual({
      ok: false,
      unprintable: [
        { char: '𠮷', codePoint: 'U+20BB7', near: '吉野家写作𠮷野家，又见☑' },
        { char: '☑', codePoint: 'U+2611', near: expect.stringContaining('又见☑') },
      ],
    })
  })

  it('draws rare characters of the basic plane', async () => {
    const outline = saying('䶮㐂𪚥'.slice(0, 2))
    expect(pdfInk(await pdfPages(bytesOf(outline)))).toBe(inked(plainText(outline)))
  })

  it('never reads words as markup, and keeps their order whatever marks they hold', async () => {
    const hostile =
      '$&{{x}}{name}#read("/etc/passwd")<b>=1+1\\u202E*a*_b_$x$`c`//d/*e*/@f\u202Eabc\u202Cdef\u2067g\u2069'
    const outline = saying(hostile)
    expect(pdfInk(await pdfPages(bytesOf(outline)))).toBe(inked(plainText(outline)))
  })

  it('says any words of Latin letters, digits and signs unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' }), async (text) => {
        const outline = saying(text)
        expect(pdfInk(await pdfPages(bytesOf(outline)))).toBe(inked(plainText(outline)))
      }),
      { numRuns: 25 },
    )
  })

  it('lists forty exhibits over several lying pages', async () => {
    const evidence = Array.from({ length: 40 }, (_, i) =>
      exhibit(`E${i + 1}`, 'chat', `第${i + 1}份聊天记录`, { proves: '联系经过' }),
    )
    const outline = outlineOf('exhibits', sampleCase({ evidence }))
    const pages = await pdfPages(bytesOf(outline))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.every(({ width, height }) => width > height)).toBe(true)
    expect(pdfInk(pages, exhibitHead)).toBe(inked(plainText(outline)))
  })

  it('keeps very long names and addresses within the page', async () => {
    const long = `https://item.jd.com/${'a1b2c3d4'.repeat(40)}`
    const evidence = [exhibit('E1', 'order-page', '很长的名称'.repeat(40), { source: long })]
    const outline = outlineOf('exhibits', sampleCase({ evidence }))
    const pages = await pdfPages(bytesOf(outline))
    expect(pdfInk(pages, exhibitHead)).toBe(inked(plainText(outline)))
  })

  it('sets an overview with very long names smaller, so that it stays one page', async () => {
    const { order } = sampleCase()
    const shop = { ...order.shop, name: '名称很长很长的旗舰店'.repeat(60) }
    const outline = outlineOf('overview', sampleCase({ order: { ...order, shop } }))
    const pages = await pdfPages(bytesOf(outline))
    expect(pages).toHaveLength(1)
    expect(pdfInk(pages)).toBe(inked(plainText(outline)))
  })

  it('keeps the overview on one page, also of an empty case', async () => {
    expect(await pdfPages(bytesOf(outlineOf('overview')))).toHaveLength(1)
    expect(await pdfPages(bytesOf(outlineOf('overview', emptyCase())))).toHaveLength(1)
  })
})
