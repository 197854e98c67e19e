import type { Box, Panel } from '../../../core/reading/page.ts'
import type { Engine, Recognised } from './engine.ts'
import { groundOf } from './ground.ts'
import { type LinePicture, linePicture } from './line-picture.ts'
import { type Pixels, type QuarterTurns, rowsOf, turned } from './pixels.ts'
import { cornersOf, type SlantedBox } from './slanted-box.ts'
import { textRegions } from './text-regions.ts'

/** A line as it was found. */
export type FoundLine = {
  readonly text: string
  readonly score: number
  /** Its upright outline in the picture. */
  readonly box: Box
  /** Where it would stand if the page lay level: rows of a tilted photo are rows again. */
  readonly level: Box
  /** The ground it stands on, laid level with it. */
  readonly panel?: Panel
  /** How far along it the middle of each character stands, 0 to 1. */
  readonly at: readonly number[]
}

export type PictureText = {
  readonly lines: readonly FoundLine[]
  /** How the picture had to be turned before it could be read; boxes are those of the turned picture. */
  readonly turns: QuarterTurns
}

/** The longer side of what the detector sees at once, in pixels. */
const LONGEST = 1280
/** A picture higher than this many times its width is read in pieces that overlap. */
const TALL = 2.4
const OVERLAP = 0.25
/** Below it a line is no text: a pattern, an icon. Marks without letters or digits must be surer. */
const READABLE = 0.5
const READABLE_MARKS = 0.8
const DOUBTFUL = 0.85
/** Read upside down, lines score about 0.5. */
const SURE = 0.88
/** By how much a second reading must be surer to stand, and by how much when it is shorter. */
const GAIN = 0.02
const SHORTER_GAIN = 0.3
/** What two readings do not agree about is no surer than this. */
const DISPUTED = 0.8
const LONG_NUMBER = /\d{5}/
const STRETCH = 1.4
/** Room behind the last character, in characters, that makes a line be read again, how, and how sure the fuller reading must be. */
const ROOM = 1.35
const STRETCHES = [1.2, 0.9]
const READABLE_END = 0.75

/** Reads what stands on a picture: which way is up, where the lines are, what they say, from top to bottom. */
export async function readPicture(engine: Engine, pixels: Pixels): Promise<PictureText> {
  const boxes = await findBoxes(engine, pixels)
  if (boxes.length === 0) return { lines: [], turns: 0 }
  const first = await firstLook(engine, pixels, boxes)
  // A picture that reads surely as it lies, as nearly every screen does, need not be tried the other ways up.
  const turns = !isSideways(boxes) && isSure(first) ? 0 : await turnsNeeded(engine, pixels, boxes)
  if (turns === 0) return { lines: await readLines(engine, pixels, first), turns }
  const up = turned(pixels, turns)
  return { lines: await readLines(engine, up, await firstLook(engine, up, await findBoxes(engine, up))), turns }
}

/** Lines cut out, the narrow before the wide, each with what was read at first sight. */
type Look = {
  readonly cut: readonly { readonly box: SlantedBox; readonly picture: LinePicture }[]
  readonly answers: readonly Recognised[]
}

async function firstLook(engine: Engine, pixels: Pixels, boxes: readonly SlantedBox[]): Promise<Look> {
  const cut = boxes
    .map((box) => ({ box, picture: linePicture(pixels, box) }))
    .sort((a, b) => a.picture.width - b.picture.width)
  return { cut, answers: await engine.recognise(cut.map(({ picture }) => picture)) }
}

function isSure({ answers }: Look): boolean {
  const lines = answers.filter(({ text }) => text.length > 1)
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  return length > 0 && lines.reduce((sum, { text, score }) => sum + text.length * score, 0) / length > SURE
}

/** Lines that run downwards tell of a picture on its side. */
function isSideways(boxes: readonly SlantedBox[]): boolean {
  const lying = boxes.filter(({ width, height }) => Math.max(width, height) > 1.5 * Math.min(width, height))
  return lying.filter(({ width, height }) => height > width).length * 2 > lying.length
}

async function findBoxes(engine: Engine, pixels: Pixels): Promise<readonly SlantedBox[]> {
  const { width, height } = pixels
  if (height <= width * TALL) return regionsOf(engine, pixels)
  const overlap = Math.round(width * OVERLAP)
  const piece = Math.round(width * 2)
  const boxes: SlantedBox[] = []
  for (let top = 0; ; top += piece - overlap) {
    const last = top + piece >= height
    const rows = last ? height - top : piece
    for (const box of await regionsOf(engine, rowsOf(pixels, top, rows))) {
      if (top > 0 && box.y < overlap / 2) continue
      if (!last && box.y >= rows - overlap / 2) continue
      boxes.push({ ...box, y: box.y + top })
    }
    if (last) return boxes
  }
}

async function regionsOf(engine: Engine, pixels: Pixels): Promise<readonly SlantedBox[]> {
  const map = await engine.detect(pixels, LONGEST)
  const [across, down] = [pixels.width / map.width, pixels.height / map.height]
  return textRegions(map).map((box) => {
    const level = Math.abs(Math.sin(box.angle)) < 0.5
    return {
      x: box.x * across,
      y: box.y * down,
      width: box.width * (level ? across : down),
      height: box.height * (level ? down : across),
      angle: box.angle,
    }
  })
}

/** Of two ways up the one that reads more surely is right. */
async function turnsNeeded(engine: Engine, pixels: Pixels, boxes: readonly SlantedBox[]): Promise<QuarterTurns> {
  const longest = boxes.toSorted((a, b) => b.width * b.height - a.width * a.height).slice(0, 8)
  const onePicture = (box: SlantedBox, flipped: boolean) => linePicture(pixels, box, { flipped })
  const [there, back] = await Promise.all([
    engine.recognise(longest.map((box) => onePicture(box, false))),
    engine.recognise(longest.map((box) => onePicture(box, true))),
  ])
  const flip = weight(back) > weight(there) + 0.05 * longest.length
  // A line that runs downwards is cut out turned a quarter clockwise: it reads well when its picture needs three quarter turns.
  if (isSideways(boxes)) return flip ? 1 : 3
  return flip ? 2 : 0
}

function weight(answers: readonly Recognised[]): number {
  return answers.reduce((sum, { text, score }) => sum + (text.length > 0 ? score : 0), 0)
}

async function readLines(engine: Engine, pixels: Pixels, { cut, answers: first }: Look): Promise<readonly FoundLine[]> {
  const answers = [...first]
  await again(engine, answers, cut)
  await endsAgain(engine, pixels, answers, cut)
  await digitsAgain(engine, pixels, answers, cut)
  const tilt = tiltOf(cut.map(({ box }) => box))
  const lines = cut.flatMap(({ box }, index): readonly FoundLine[] => {
    const answer = answers[index]
    if (answer === undefined || !isReadable(answer)) return []
    const { text, score, at } = trimmed(answer)
    const places = { box: outline(box, pixels), level: levelBox(box, tilt, pixels) }
    const panel = panelOf(pixels, box, tilt)
    return [{ text, score: round(score), ...places, ...(panel && { panel }), at: at.map(round) }]
  })
  return inReadingOrder(lines)
}

/** Light on dark and faint print read better turned into their negative, or with their contrast spread. */
async function again(engine: Engine, answers: Recognised[], cut: readonly { readonly picture: LinePicture }[]) {
  const doubtful = answers.flatMap(({ score }, index) => (score < DOUBTFUL ? [index] : []))
  if (doubtful.length === 0) return
  for (const change of [negative, spread]) {
    const pictures = doubtful.flatMap((index) => cut[index]?.picture ?? []).map(change)
    const seconds = await engine.recognise(pictures)
    for (const [place, index] of doubtful.entries()) {
      const [first, second] = [answers[index], seconds[place]]
      if (first === undefined || second === undefined) continue
      // A reading that leaves a doubtful character out looks surer by that alone.
      const least = second.text.length < first.text.length ? SHORTER_GAIN : GAIN
      if (second.score > first.score + least) answers[index] = second
    }
  }
}

/**
 * A rare character at the end of a line can fall out without a trace: the room left behind the last one tells. Such lines are
 * read stretched, and the fuller reading stands.
 */
async function endsAgain(
  engine: Engine,
  pixels: Pixels,
  answers: Recognised[],
  cut: readonly { readonly box: SlantedBox }[],
) {
  const open = answers.flatMap((answer, index) => (endsEarly(answer) ? [index] : []))
  for (const stretch of STRETCHES) {
    const pictures = open.flatMap((index) => {
      const box = cut[index]?.box
      return box === undefined ? [] : linePicture(pixels, box, { stretch })
    })
    const seconds = await engine.recognise(pictures)
    for (const [place, index] of open.entries()) {
      const [first, second] = [answers[index], seconds[place]]
      if (first === undefined || second === undefined || second.score < READABLE_END) continue
      if (second.text.length > first.text.length && second.text.startsWith(first.text)) answers[index] = second
    }
  }
}

/** There is room for another character behind the last one of a line of Chinese. */
function endsEarly({ text, at }: Recognised): boolean {
  if (!/^[\p{Script=Han}，。！？、]{2,}$/u.test(text)) return false
  const [first = 0, last = 0] = [at[0], at.at(-1)]
  const pitch = (last - first) / (at.length - 1)
  return pitch > 0 && 1 - last > ROOM * pitch
}

/**
 * Narrow digits that repeat (4222256) can be taken for fewer of them. Lines with long numbers are read a second time, stretched;
 * where the two readings differ in a digit or a letter of a number the fuller one stands, as doubtful.
 */
async function digitsAgain(
  engine: Engine,
  pixels: Pixels,
  answers: Recognised[],
  cut: readonly { readonly box: SlantedBox }[],
) {
  const numbers = answers.flatMap(({ text }, index) => (LONG_NUMBER.test(text) ? [index] : []))
  const pictures = numbers.flatMap((index) => {
    const box = cut[index]?.box
    return box === undefined ? [] : linePicture(pixels, box, { stretch: STRETCH })
  })
  const seconds = await engine.recognise(pictures)
  for (const [place, index] of numbers.entries()) {
    const [first, second] = [answers[index], seconds[place]]
    if (first === undefined || second === undefined || numbersOf(first) === numbersOf(second)) continue
    const fuller = withoutBlanks(second).length > withoutBlanks(first).length
    const surer = second.score > first.score + 0.05
    const weaker = second.score < first.score - 0.1
    const chosen = (fuller && !weaker) || surer ? second : first
    answers[index] = { ...chosen, score: Math.min(chosen.score, DISPUTED) }
  }
}

/** The numbers of a line with the letters in and before them, as waybills have; words beside them say nothing of the digits. */
function numbersOf({ text }: Recognised): string {
  return (text.match(/[A-Zl]{0,5}\d[0-9A-Za-z.]*/g) ?? []).join('')
}

function withoutBlanks({ text }: Recognised): string {
  return text.replaceAll(' ', '')
}

function negative({ data, width }: LinePicture): LinePicture {
  return { data: data.map((value) => -value), width }
}

function spread({ data, width }: LinePicture): LinePicture {
  let [low, high] = [1, -1]
  for (const value of data) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const scale = high - low < 0.05 ? 1 : 2 / (high - low)
  return { data: data.map((value) => (value - low) * scale - 1), width }
}

function isReadable({ text, score }: Recognised): boolean {
  const trimmed = text.trim()
  if (trimmed === '') return false
  return score >= (/[\p{L}\p{N}]/u.test(trimmed) ? READABLE : READABLE_MARKS)
}

function trimmed({ text, score, at }: Recognised): Recognised {
  const from = text.length - text.trimStart().length
  const inner = text.trim()
  return { text: inner, score, at: at.slice(from, from + inner.length) }
}

/** The angle most of the text leans by. */
function tiltOf(boxes: readonly SlantedBox[]): number {
  const wide = boxes.filter(({ width, height }) => width > 3 * height)
  if (wide.length < 3) return 0
  return wide.map(({ angle }) => angle).sort((a, b) => a - b)[Math.floor(wide.length / 2)] ?? 0
}

function levelBox(box: SlantedBox, tilt: number, pixels: Pixels): Box {
  if (Math.abs(tilt) < 0.005) return outline(box, pixels)
  const [cos, sin] = [Math.cos(-tilt), Math.sin(-tilt)]
  const [x, y] = [box.x - pixels.width / 2, box.y - pixels.height / 2]
  const [middleX, middleY] = [x * cos - y * sin + pixels.width / 2, x * sin + y * cos + pixels.height / 2]
  return {
    x: Math.round(middleX - box.width / 2),
    y: Math.round(middleY - box.height / 2),
    width: Math.max(1, Math.round(box.width)),
    height: Math.max(1, Math.round(box.height)),
  }
}

/** The ground of a line, laid level with it. */
function panelOf(pixels: Pixels, box: SlantedBox, tilt: number): Panel | undefined {
  const ground = groundOf(pixels, box, tilt)
  if (ground === undefined) return undefined
  const { x, y, width, height } = levelBox(box, tilt, pixels)
  const { left, right, up, down, colour } = ground
  return {
    x: Math.round(x + width / 2 - left),
    y: Math.round(y + height / 2 - up),
    width: Math.round(left + right),
    height: Math.max(1, Math.round(up + down)),
    colour,
  }
}

function outline(box: SlantedBox, { width, height }: Pixels): Box {
  const corners = cornersOf(box)
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, top] = [Math.max(0, Math.round(Math.min(...xs))), Math.max(0, Math.round(Math.min(...ys)))]
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.min(width, Math.round(Math.max(...xs))) - left),
    height: Math.max(1, Math.min(height, Math.round(Math.max(...ys))) - top),
  }
}

/** Lines whose middles lie within half a line's height are one row, read from the left. */
function inReadingOrder(lines: readonly FoundLine[]): readonly FoundLine[] {
  const middle = ({ level }: FoundLine) => level.y + level.height / 2
  const rows: FoundLine[][] = []
  for (const line of lines.toSorted((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1)
    const [first] = row ?? []
    const near =
      first !== undefined && middle(line) - middle(first) < Math.min(first.level.height, line.level.height) / 2
    if (near) row?.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.level.x - b.level.x))
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
