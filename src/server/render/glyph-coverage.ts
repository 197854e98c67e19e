/** Which characters a font has glyphs for. */
export type Coverage = { readonly has: (codePoint: number) => boolean }

type Read = (offset: number, length: number) => DataView
type Range = { readonly from: number; readonly to: number; readonly firstGlyph: number }

/** Reads the character map of a TrueType or OpenType font (`cmap`, formats 4 and 12). */
export function coverageOf(read: Read): Coverage {
  const cmap = tableOf(read, 'cmap')
  const view = read(cmap.offset, cmap.length)
  const subtables = Array.from({ length: view.getUint16(2) }, (_, i) => view.getUint32(4 + i * 8 + 4))
  const full = subtables.find((at) => view.getUint16(at) === 12)
  if (full !== undefined) return inRanges(segmentedCoverage(view, full))
  const basic = subtables.find((at) => view.getUint16(at) === 4)
  if (basic === undefined) throw new Error('the font has no character map of format 4 or 12')
  return { has: (codePoint) => basicGlyph(view, basic, codePoint) !== 0 }
}

function tableOf(read: Read, tag: string): { offset: number; length: number } {
  const count = read(0, 12).getUint16(4)
  const directory = read(12, count * 16)
  for (let i = 0; i < count; i += 1) {
    const at = i * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((n) => directory.getUint8(at + n)))
    if (name === tag) return { offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12) }
  }
  throw new Error(`the font has no table ${tag}`)
}

function segmentedCoverage(view: DataView, at: number): readonly Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, i) => {
    const group = at + 16 + i * 12
    return { from: view.getUint32(group), to: view.getUint32(group + 4), firstGlyph: view.getUint32(group + 8) }
  })
}

function inRanges(ranges: readonly Range[]): Coverage {
  return {
    has: (codePoint) => {
      let [low, high] = [0, ranges.length - 1]
      while (low <= high) {
        const middle = (low + high) >> 1
        const range = ranges[middle]
        if (!range) return false
        if (codePoint < range.from) high = middle - 1
        else if (codePoint > range.to) low = middle + 1
        else return range.firstGlyph + codePoint - range.from !== 0
      }
      return false
    },
  }
}

/** Format 4: parallel arrays of segment ends, starts, deltas and offsets (OpenType specification, `cmap`). */
function basicGlyph(view: DataView, at: number, codePoint: number): number {
  const doubled = view.getUint16(at + 6)
  for (let i = 0; i < doubled; i += 2) {
    if (codePoint > view.getUint16(at + 14 + i)) continue
    const start = view.getUint16(at + 16 + doubled + i)
    if (codePoint < start) return 0
    const delta = view.getUint16(at + 16 + 2 * doubled + i)
    const offsetAt = at + 16 + 3 * doubled + i
    const offset = view.getUint16(offsetAt)
    if (offset === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(offsetAt + offset + 2 * (codePoint - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
