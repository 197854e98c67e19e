// Puts every string of a folder (JSON with texts anywhere in it, or a text a line) into the calendar feed and reads it back
// by a calendar library: `npx tsx scripts/calendar-strings.ts FOLDER`.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { renderFeed } from '../src/server/render/calendar.ts'

const folder = process.argv[2] ?? ''
const files = readdirSync(folder).filter((name) => /\.(json|txt)$/.test(name))
const texts = files.flatMap((name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  return name.endsWith('.json') ? stringsIn(JSON.parse(text)) : text.split('\n')
})
let lost = 0
for (const what of texts) {
  const clock = {
    caseId: what,
    id: what,
    who: 'seller',
    what,
    due: '2026-11-21T15:59:59Z',
    provisional: false,
    title: what,
  }
  const feed = Buffer.from(renderFeed([clock], '2026-11-20T02:00:00Z')).toString('utf8')
  const events = new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const isWhole = events.length === 1 && events[0]?.summary.includes(comparable(what)) === true
  if (!isWhole || feed.split('\r\n').some((line) => Buffer.byteLength(line) > 75)) {
    lost += 1
    console.log('LOST', JSON.stringify(what).slice(0, 100))
  }
}
console.log(`${texts.length} strings of ${files.length} files, ${lost} lost`)
process.exitCode = lost === 0 ? 0 : 1

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Control characters and halves of characters have no place in the format. */
function comparable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\p{Cs}]/gu, (control) => (/[\n\t]/.test(control) ? control : ''))
}
