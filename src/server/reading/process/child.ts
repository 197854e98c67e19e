import './no-network.ts'
import type { Engine } from '../ocr/engine.ts'
import type { Answer, Job } from './job.ts'

/** The program of a reading process: one job at a time, as the parent sends them; it ends with its parent. */
let engine: Promise<Engine> | undefined

async function work(job: Job) {
  if (job.kind === 'decode') {
    const { decode } = await import('../decode/decode.ts')
    return decode(job.path, job.keys)
  }
  if (job.kind === 'thumbnail') {
    const { decodeSmall } = await import('../decode/decode.ts')
    return decodeSmall(job.path)
  }
  if (job.kind === 'redact') {
    const { coverPicture } = await import('../redact/cover-picture.ts')
    return coverPicture(job.path, job.cover)
  }
  const [{ openEngine }, { readPicture }] = await Promise.all([
    import('../ocr/engine.ts'),
    import('../ocr/read-picture.ts'),
  ])
  engine ??= openEngine()
  return readPicture(await engine, job.pixels)
}

process.on('message', (job: Job) => {
  work(job)
    .then((value): Answer => ({ ok: true, value }))
    .catch((): Answer => ({ ok: false }))
    .then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())
