// How well the words people write are read: `tsx bench/triage.ts LABELLED.jsonl`, a line {id, text, labels, labels_optional}.
// Such texts are not part of the repository; `other` counts as found when nothing else is named.
import { readFileSync } from 'node:fs'
import { readWords } from '../src/core/language/read-words.ts'
import { readKnowledge } from '../src/server/pack/knowledge-folder.ts'

type Labelled = {
  readonly text: string
  readonly labels: readonly string[]
  readonly labels_optional?: readonly string[]
}
type Tally = { found: number; missed: number; wrong: number }

const knowledge = await readKnowledge()
const rows = readFileSync(process.argv[2] ?? 0, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): Labelled => JSON.parse(line))
const tallies = new Map<string, Tally>()
const started = performance.now()
for (const { text, labels, labels_optional: optional = [] } of rows) {
  const read = new Set<string>(readWords(text, knowledge).problems.map(({ triage }) => triage))
  read.delete('other')
  const isOther = labels.includes('other') && labels.length === 1
  const wrong = [...read].filter((code) => !labels.includes(code) && !optional.includes(code))
  for (const code of labels) tally(code)[(isOther ? wrong.length === 0 : read.has(code)) ? 'found' : 'missed'] += 1
  for (const code of wrong) tally(code).wrong += 1
}
const took = performance.now() - started
for (const [code, { found, missed, wrong }] of [...tallies].sort())
  console.log(
    `${code.padEnd(28)} found ${found} missed ${missed} wrong ${wrong} F1 ${f1({ found, missed, wrong }).toFixed(2)}`,
  )
const all = [...tallies.values()]
const sum = (key: keyof Tally) => all.reduce((total, one) => total + one[key], 0)
const common = all.filter(({ found, missed }) => found + missed >= 3).map(f1)
console.log(`micro F1 ${f1({ found: sum('found'), missed: sum('missed'), wrong: sum('wrong') }).toFixed(3)}`)
console.log(`macro F1 over codes with 3 or more ${(common.reduce((a, b) => a + b, 0) / common.length).toFixed(3)}`)
console.log(`${rows.length} texts in ${took.toFixed(0)} ms`)

function tally(code: string): Tally {
  const known = tallies.get(code) ?? { found: 0, missed: 0, wrong: 0 }
  tallies.set(code, known)
  return known
}

function f1({ found, missed, wrong }: Tally): number {
  return (2 * found) / Math.max(1, 2 * found + missed + wrong)
}
