import { epochMs, instantAt, shanghai } from '../../core/values/instant.ts'

type Override = { readonly path: string; readonly data: string }

/**
 * Packs a DOCX so that the same contents give the same bytes: its properties say `now`, and so do the times of the
 * files in the archive, which the packer takes from the clock.
 */
export async function reproducible(
  pack: (overrides: readonly Override[]) => Promise<Buffer>,
  title: string,
  now: string,
): Promise<Uint8Array> {
  const properties = { path: 'docProps/core.xml', data: corePropertiesXml(title, now) }
  return withArchiveTime(await pack([properties]), now)
}

function corePropertiesXml(title: string, now: string): string {
  const moment = `${instantAt(Math.floor(epochMs(now) / 1000) * 1000)}`
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title>${date('created')}${date('modified')}</cp:coreProperties>`
  )
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Writes one MS-DOS time over those of every entry (PKWARE APPNOTE 4.3.7, 4.3.12), walking the central directory. */
function withArchiveTime(archive: Buffer, now: string): Uint8Array {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const stamp = dosTime(now)
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    bytes.writeUInt32LE(stamp, at + 12)
    bytes.writeUInt32LE(stamp, bytes.readUInt32LE(at + 42) + 10)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return bytes
}

/** Shanghai wall time in two-second steps; MS-DOS time begins with 1980. */
function dosTime(now: string): number {
  const { date, hour, minute, second } = shanghai(now)
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  const days = (Math.max(0, year - 1980) << 9) | (month << 5) | day
  return ((days << 16) | (hour << 11) | (minute << 5) | (second >> 1)) >>> 0
}
