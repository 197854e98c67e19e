import { describe, expect, it } from 'vitest'
import type { Block } from '../../core/documents/outline.ts'
import { mayBreak, staysWithNext } from './page-breaks.ts'
import { renderPdf } from './pdf.ts'
import { inked, pdfPages } from './pdf-text.fixture.ts'

const line = (text: string): Block => ({ type: 'paragraph', sentences: [{ text, ground: { type: 'form' } }] })
const signature: Block = { type: 'signature', lines: ['张三'] }

describe('where a page may end', () => {
  it('is not between the closing lines and the signature', () => {
    const blocks = [line('长'.repeat(41)), line('此致'), line('某法院'), signature, line('附')]
    expect(blocks.map((_, i) => staysWithNext(blocks, i))).toEqual([false, true, true, false, false])
    expect(staysWithNext([line('长'.repeat(200)), signature], 0)).toBe(true)
    expect(staysWithNext([line('长'.repeat(201)), signature], 0)).toBe(false)
    expect(staysWithNext([line('此致')], 0)).toBe(false)
    expect(staysWithNext([line('此致'), { type: 'heading', text: '下一节' }, signature], 0)).toBe(false)
  })

  it('is within a row only where one of its texts is long', () => {
    expect(mayBreak([{ text: '短' }, { text: '长'.repeat(301) }])).toBe(true)
    expect(mayBreak([{ text: '短' }, { text: '长'.repeat(300) }])).toBe(false)
  })

  it('leaves no row of a table below the foot of the page', async () => {
    const text = Array.from({ length: 90 }, (_, i) => `第${i}行说明`).join('\n')
    const uses = { facts: [], exhibits: [], cites: [] }
    const columns = [
      { title: '', width: 40, label: true },
      { title: '', width: 'auto' as const },
    ]
    const table: Block = { type: 'table', columns, rows: [[{ text: '经过' }, { text }]] }
    const rendered = renderPdf({ id: 'x', title: '表', uses, blocks: [table] }, '2026-03-25T02:00:00Z', new Map())
    const pages = rendered.ok ? await pdfPages(rendered.bytes) : []
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ foot }) => inked(foot))).toEqual(pages.map((_, i) => `第${i + 1}页共${pages.length}页`))
  })
})
