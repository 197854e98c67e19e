import { afterEach, describe, expect, it, vi } from 'vitest'
import { compose } from '../../core/documents/compose.ts'
import type { Outline } from '../../core/documents/outline.ts'
import { plainText } from '../../core/documents/plain-text.ts'
import { now, sampleCase, sampleDossier } from '../../core/documents/sample-case.fixture.ts'
import { renderDocx } from './docx.ts'
import { unzip, wordsOf } from './docx-text.fixture.ts'
import { inked } from './pdf-text.fixture.ts'

function outlineOf(id: string, kase = sampleCase()): Outline {
  const dossier = sampleDossier(kase)
  const letter = dossier.knowledge.letters[id]
  const composed = letter && compose(letter, dossier)
  if (composed?.status !== 'written') throw new Error(JSON.stringify(composed))
  return composed.outline
}

async function partsOf(outline: Outline): Promise<Map<string, string>> {
  const rendered = await renderDocx(outline, now)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.unprintable))
  return unzip(Buffer.from(rendered.bytes))
}

afterEach(() => vi.useRealTimers())

describe('a paper as DOCX', () => {
  it.each(['letter-basic', 'letter-layered', 'mediation-request', 'civil-complaint'])(
    '%s says what its outline says',
    async (id) => {
      const outline = outlineOf(id)
      const parts = await partsOf(outline)
      expect(inked(wordsOf(parts.get('word/document.xml') ?? ''))).toBe(inked(plainText(outline)))
    },
  )

  it('keeps hostile words as they are, marks that turn the direction isolated among them', async () => {
    const words = '$&{{x}}{name}#read("x")<b>=1+1\u202E反\u202C&amp;'
    const parts = await partsOf(
      outlineOf('letter-basic', sampleCase({ problem: { words, types: sampleCase().problem.types } })),
    )
    expect(wordsOf(parts.get('word/document.xml') ?? '')).toContain(`\u2068${words}\u2069`)
  })

  it('is A4, numbers its pages with fields that need no updating, and names Song and Hei', async () => {
    const parts = await partsOf(outlineOf('letter-basic'))
    const [body = '', foot = ''] = [parts.get('word/document.xml'), parts.get('word/footer1.xml')]
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="宋体"')
    expect(body).toContain('w:eastAsia="黑体"')
    expect(foot).toContain('PAGE')
    expect(foot).toContain('NUMPAGES')
    expect([...parts.values()].join('')).not.toContain('updateFields')
  })

  it('has the same bytes whenever it is made', async () => {
    const outline = outlineOf('letter-layered')
    const first = await renderDocx(outline, now)
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    expect(await renderDocx(outline, now)).toEqual(first)
  })

  it('names a control character that XML cannot hold', async () => {
    const rendered = await renderDocx({ ...outlineOf('letter-basic'), title: '响\u0007铃' }, now)
    expect(rendered).toMatchObject({ ok: false, unprintable: [{ codePoint: 'U+0007' }] })
  })
})
