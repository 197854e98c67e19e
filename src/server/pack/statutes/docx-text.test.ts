import { writeFile } from 'node:fs/promises'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { type RawEntry, rawZip } from '../../proof/zip/raw-zip.fixture.ts'
import { docxText } from './docx-text.ts'

const body = (xml: string): RawEntry => ({ name: 'word/document.xml', content: Buffer.from(xml), deflated: true })
const refused = async (path: string) => {
  const result = await docxText(path)
  return result.ok ? undefined : result.refusal.code
}

describe('the text of a DOCX', () => {
  it('is its paragraphs, as a word processor writes them', async () => {
    const paragraphs = [['风筝法'], ['第一条', '　放风筝 & 收 <线>。']].map(
      (runs) => new Paragraph({ children: runs.map((text) => new TextRun(text)) }),
    )
    const path = await rawZip([])
    await writeFile(path, await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })))
    expect(await docxText(path)).toEqual({ ok: true, value: '风筝法\n第一条　放风筝 & 收 <线>。\n' })
  })

  it('leaves out what is deleted, hidden in fields, or said once more for older programs', async () => {
    const xml =
      '<w:document><w:p><w:r><w:delText>旧</w:delText><w:instrText>PAGE</w:instrText><w:t xml:space="preserve">甲</w:t>' +
      '<w:tab/><w:t/>乙</w:r><mc:AlternateContent><mc:Choice><w:t>丙</w:t></mc:Choice><mc:Fallback><w:t>丙</w:t>' +
      '</mc:Fallback></mc:AlternateContent><w:br/><w:t>&#x4E01;&#25098;&unknown;</w:t></w:p></w:document>'
    expect(await docxText(await rawZip([body(xml)]))).toEqual({ ok: true, value: '甲 丙\n丁戊&unknown;\n' })
  })

  it('expands no entity and follows none', async () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>'
    expect(await refused(await rawZip([body(bomb)]))).toBe('docx-unreadable')
  })

  it('stops at a body that unpacks to more than a statute can be', async () => {
    const huge = body(`<w:p><w:t>${'0'.repeat(41_000_000)}</w:t></w:p>`)
    expect(await refused(await rawZip([huge]))).toBe('too-large')
  })

  it('is refused where there is no body, no ZIP, or a damaged one', async () => {
    expect(await refused(await rawZip([{ name: 'word/other.xml', content: Buffer.from('x') }]))).toBe('docx-unreadable')
    const path = await rawZip([body('<w:p/>')])
    await writeFile(path, '不是 ZIP')
    expect(await refused(path)).toBe('zip-unreadable')
    const damaged = body('<w:p><w:t>甲</w:t></w:p>')
    expect(await refused(await rawZip([{ ...damaged, claims: 9 }]))).toBe('docx-unreadable')
  })
})
