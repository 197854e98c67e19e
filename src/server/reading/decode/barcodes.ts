import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import type { Barcode, Box } from '../../../core/reading/page.ts'
import type { Pixels } from '../ocr/pixels.ts'

/** Codes that stand on parcels, papers and goods. */
const formats = ['Code128', 'Code39', 'EAN-13', 'EAN-8', 'UPC-A', 'ITF', 'QRCode', 'DataMatrix', 'PDF417'] as const
const MOST = 20

let ready = false

export async function barcodesOf(pixels: Pixels): Promise<readonly Barcode[]> {
  if (!ready) {
    const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasmBinary).buffer } })
    ready = true
  }
  try {
    const found = await readBarcodes(imageData(pixels), {
      formats: [...formats],
      tryHarder: true,
      tryRotate: true,
      tryInvert: true,
      tryDownscale: true,
      maxNumberOfSymbols: MOST,
    })
    return found.filter(({ isValid, text }) => isValid && text !== '').map(barcode)
  } catch {
    return []
  }
}

function barcode({ format, text, position }: ReadResult): Barcode {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const box: Box = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(1, Math.max(...xs) - Math.min(...xs)),
    height: Math.max(1, Math.max(...ys) - Math.min(...ys)),
  }
  return { format, text, box }
}

function imageData({ data, width, height }: Pixels) {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    rgba[to] = data[from] ?? 0
    rgba[to + 1] = data[from + 1] ?? 0
    rgba[to + 2] = data[from + 2] ?? 0
    rgba[to + 3] = 255
  }
  return { data: rgba, width, height, colorSpace: 'srgb' as const }
}
