import { closeSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Coverage, coverageOf } from './glyph-coverage.ts'

/** The faces that PDFs are set in: Song for text, Hei for headings. They come with the package; no system font is used. */
export const faces = { song: 'Noto Serif SC', hei: 'Noto Sans SC' } as const

const files = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
] as const

export function fontFiles(): readonly string[] {
  const { resolve } = createRequire(import.meta.url)
  return files.map((file) => resolve(file))
}

let known: readonly Coverage[] | undefined

/** Whether every face has a glyph for the character; asked before a PDF is made, so that none is drawn blank. */
export function isDrawable(codePoint: number): boolean {
  known ??= fontFiles().map(readCoverage)
  return known.every((face) => face.has(codePoint))
}

function readCoverage(path: string): Coverage {
  const file = openSync(path, 'r')
  try {
    return coverageOf((offset, length) => {
      const bytes = new Uint8Array(length)
      readSync(file, bytes, 0, length, offset)
      return new DataView(bytes.buffer)
    })
  } finally {
    closeSync(file)
  }
}
