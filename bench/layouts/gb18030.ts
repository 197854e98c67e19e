/** Bytes of a text in GB18030 (its two-byte part, and the one usual sign outside it), from the platform's own decoder. */
export function gb18030(text: string): Buffer {
  return Buffer.from(Array.from(text).flatMap((letter) => bytesOf(letter)))
}

const table = new Map<string, readonly number[]>([['¥', [0x81, 0x30, 0x84, 0x36]]])

function bytesOf(letter: string): readonly number[] {
  if (letter < '\x80') return [letter.charCodeAt(0)]
  if (table.size === 1) fill()
  const bytes = table.get(letter)
  if (bytes === undefined) throw new Error(`no two bytes for ${letter}`)
  return bytes
}

function fill(): void {
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
}
