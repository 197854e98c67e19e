import { type FileHandle, open } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { mediaInfoFactory } from 'mediainfo.js'
import { type Decoded, type FileDate, type Film, nothingDecoded } from './decoded.ts'
import { longestEditList } from './edit-list.ts'

/** What the container of a film or a sound says of itself. Nothing in it is decoded and a long film is not read whole. */
export async function decodeFilm(path: string): Promise<Decoded> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const media = await mediaInfoFactory({ format: 'object', full: true, locateFile: wasmPlace })
    const { media: found } = await media.analyzeData(size, (length, offset) => chunk(file, length, offset))
    media.close()
    const tracks = found?.track ?? []
    const [general] = tracks.filter((track) => track['@type'] === 'General')
    const video = tracks.filter((track) => track['@type'] === 'Video')
    const [first] = video
    const audio = tracks.filter((track) => track['@type'] === 'Audio').length
    const writtenBy = general?.Encoded_Application ?? general?.Encoded_Library
    const edits = await longestEditList(file, size)
    const film: Film = {
      tracks: { video: video.length, audio },
      ...(general?.Duration === undefined ? {} : { seconds: general.Duration }),
      ...(first?.Width === undefined ? {} : { width: first.Width }),
      ...(first?.Height === undefined ? {} : { height: first.Height }),
      ...(writtenBy === undefined ? {} : { writtenBy: String(writtenBy).slice(0, 80) }),
      ...(edits === undefined ? {} : { edits }),
    }
    const made = dateOf(general?.Recorded_Date ?? general?.Encoded_Date)
    return { ...nothingDecoded, film, dates: made === undefined ? [] : [made] }
  } finally {
    await file.close()
  }
}

function wasmPlace(file: string): string {
  return createRequire(import.meta.url).resolve(`mediainfo.js/${file}`)
}

async function chunk(file: FileHandle, length: number, offset: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length)
  const { bytesRead } = await file.read(buffer, 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

/** `2026-03-05 06:28:09 UTC` (written before 1904-01-02 means never set), or with an offset of its own. */
function dateOf(text: string | undefined): FileDate | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?\s*(UTC|Z|[+-]\d\d:?\d\d)?$/.exec(
    (text ?? '').replace(/^UTC /, '') + (/^UTC /.test(text ?? '') ? ' UTC' : ''),
  )
  if (match === null) return undefined
  const [, day, time, zone] = match
  const offset = zone === undefined ? '+08:00' : /^(UTC|Z)$/.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2')
  const at = `${day}T${time}${offset}`
  if (Number.isNaN(Date.parse(at)) || (day ?? '') < '1971-01-01') return undefined
  return { at, from: 'container', zone: zone === undefined ? 'assumed' : 'stated' }
}
