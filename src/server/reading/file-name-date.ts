import type { FileDate } from './decode/decoded.ts'

/**
 * The moment a phone wrote into a file's name: `Screenshot_20260305-142809.png`, `微信图片_20260305142809.jpg`, `mmexport1772692089123.jpg`
 * (milliseconds since 1970). Names can be changed by anyone, so it is the weakest of a file's dates.
 */
export function fileNameDate(name: string): FileDate | undefined {
  const parts =
    /(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:[-_ T]|\s?(?:at|在)\s?)*([0-2]\d)[-_.:时]?([0-5]\d)[-_.:分]?([0-5]\d)/.exec(
      name,
    )
  if (parts !== null) {
    const [, year, month, day, hour, minute, second] = parts
    return dated(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`, 'assumed')
  }
  const epoch = /(?<!\d)(1[3-9]\d{11})(?!\d)/.exec(name)?.[1]
  return epoch === undefined ? undefined : dated(new Date(Number(epoch)).toISOString(), 'stated')
}

function dated(at: string, zone: FileDate['zone']): FileDate | undefined {
  return Number.isNaN(Date.parse(at)) ? undefined : { at, from: 'file-name', zone }
}
