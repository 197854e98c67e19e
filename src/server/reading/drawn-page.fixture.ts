import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import sharp, { type Sharp } from 'sharp'
import { fontFiles } from '../render/fonts.ts'

/** A text on a drawn page; x and y of its top left corner and its size are pixels of the picture. */
export type Word = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly colour?: string
}

export type DrawnPage = {
  readonly width: number
  readonly height: number
  readonly paper?: string
  readonly ink?: string
  readonly words: readonly Word[]
}

let compiler: NodeCompiler | undefined

/** Draws a page with the bundled Hei face, as a phone would show it. */
export function drawnPage({ width, height, paper = '#ffffff', ink = '#1a1a1a', words }: DrawnPage): Sharp {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles().map((file) => dirname(file)) }] })
  const placed = words.map(({ text, x, y, size = 40, colour = ink }) => {
    const look = `size: ${size / 2}pt, fill: rgb("${colour}")`
    return `#place(top + left, dx: ${x / 2}pt, dy: ${y / 2}pt, text(${look}, ${JSON.stringify(text)}))`
  })
  const setting = `#set page(width: ${width / 2}pt, height: ${height / 2}pt, margin: 0pt, fill: rgb("${paper}"))
#set text(font: "Noto Sans SC", fallback: false, top-edge: "ascender")
${placed.join('\n')}`
  const svg = compiler.svg({ mainFileContent: setting })
  return sharp(Buffer.from(svg), { density: 144 }).resize(width, height, { fit: 'fill' })
}

/** An order page as such apps lay it out; the price in red. */
export const orderWords: readonly Word[] = [
  { text: '订单详情', x: 440, y: 60, size: 48 },
  { text: '示例数码专营店', x: 60, y: 200 },
  { text: '示例智能手表 黑色 46毫米', x: 300, y: 300 },
  { text: '实付款', x: 60, y: 520 },
  { text: '￥1299.00', x: 820, y: 520, colour: '#e1251b' },
  { text: '订单编号', x: 60, y: 640 },
  { text: '300000000011', x: 620, y: 640 },
  { text: '下单时间', x: 60, y: 740 },
  { text: '2026-03-05 14:28:09', x: 600, y: 740 },
]
