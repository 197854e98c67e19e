// How fast texts are looked over, and whether time grows with length alone: `tsx bench/lint.ts [FOLDER [KILOBYTES]]`.
// FOLDER is one in which textlint, its text plugin and its rule prh are installed (`npm i textlint
// @textlint/textlint-plugin-text textlint-rule-prh`); both then look for the same words in the same text.
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { tellings } from '../src/core/language/tellings.fixture.ts'
import type { LintSubject } from '../src/core/lint/finding.ts'
import { lintText } from '../src/core/lint/lint.ts'
import { wordingLinter } from '../src/core/lint/wording/wording.ts'
import { readKnowledge } from '../src/server/pack/knowledge-folder.ts'
import { middle } from './median.ts'

const knowledge = await readKnowledge()
const days = { substance: '2026-11-27', procedure: '2026-11-27' }
const rest: Omit<LintSubject, 'text' | 'plain'> = { mode: 'public', knowledge, days, hasLawyer: false }
const angry = [
  '黑心商家',
  '太差了',
  '骗子',
  '我要曝光你们',
  '等了一万年',
  '请依据消法第二十四条退款',
  '我将向12315投诉',
]
const sentences = tellings.flatMap(([text], i) => [
  text,
  ...(i % 10 === 0 ? [angry[(i / 10) % angry.length] ?? ''] : []),
])

let before: number | undefined
for (const kilobytes of [125, 250, 500, 1000]) {
  const text = textOf(kilobytes)
  const ms = await time(() => lintText({ ...rest, text }))
  console.log(`lint      ${kilobytes} kB  ${ms.toFixed(0)} ms  ${speed(kilobytes, ms)}  ${growth(before, ms)}`)
  before = ms
}
for (const [name, unit] of [
  ['no mark', '不赔就'],
  ['one char', '不'],
  ['blanks', '傻 '],
] as const) {
  const [half, whole] = [unit.repeat(60_000), unit.repeat(120_000)]
  const [short, long] = [
    await time(() => lintText({ ...rest, text: half })),
    await time(() => lintText({ ...rest, text: whole })),
  ]
  console.log(`${name.padEnd(9)} ${long.toFixed(0)} ms  ${growth(short, long)}`)
}

const [folder, size] = process.argv.slice(2)
if (folder !== undefined) await beside(folder, Number(size ?? 100))

/** Both look for the literal words of the lexicon, each as it stands, in the same text. */
async function beside(installed: string, kilobytes: number): Promise<void> {
  const entries = Object.values(knowledge.wording).flatMap((file) => file.entries.flatMap(({ say }) => say))
  const say = [...new Set(entries.map((word) => word.toLowerCase()))].filter((word) =>
    /^[\p{Script=Han}]+$/u.test(word),
  )
  const text = textOf(kilobytes)
  const ours = { ...knowledge, wording: { plain: { ...oneFile(), entries: [oneEntry(say)] } } }
  const subject: LintSubject = { ...rest, knowledge: ours, text, plain: text }
  const theirs = await textlint(installed, say)
  const found = { ours: wordingLinter(subject).length, theirs: (await theirs(text)).length }
  const ms = { ours: await time(() => wordingLinter(subject)), theirs: await time(() => theirs(text)) }
  console.log(`\n${say.length} words, ${kilobytes} kB`)
  console.log(`youju     ${found.ours} found  ${ms.ours.toFixed(0)} ms  ${speed(kilobytes, ms.ours)}`)
  console.log(`textlint  ${found.theirs} found  ${ms.theirs.toFixed(0)} ms  ${speed(kilobytes, ms.theirs)}`)
  console.log(`x${(ms.theirs / ms.ours).toFixed(0)}`)
}

function oneFile() {
  return { id: 'plain', risk: 'insult', sets: {}, within: [], ledBy: [], source: ['own'], checkedOn: '2026-11-27' }
}

function oneEntry(say: readonly string[]) {
  const modes: LintSubject['mode'][] = ['public']
  const none = { within: [], unless: [], ledBy: [] }
  return { say: [...say], disguised: false, in: modes, blocks: [], ...none, unlessLawyer: false, why: 'bench' }
}

async function textlint(installed: string, words: readonly string[]) {
  const load = createRequire(join(resolve(installed), 'package.json'))
  const { TextlintKernel } = load('@textlint/kernel')
  const plugin = load('@textlint/textlint-plugin-text').default
  const rule = load('textlint-rule-prh').default ?? load('textlint-rule-prh')
  const rules = words.map((word) => `  - { expected: "*", pattern: "${word}" }`).join('\n')
  const options = { ruleContents: [`version: 1\nrules:\n${rules}\n`] }
  const kernel = new TextlintKernel()
  return async (text: string): Promise<readonly unknown[]> => {
    const result = await kernel.lintText(text, {
      ext: '.txt',
      plugins: [{ pluginId: 'text', plugin }],
      rules: [{ ruleId: 'prh', rule, options }],
    })
    return result.messages
  }
}

/** About so many thousand bytes of UTF-8, a sentence a line. */
function textOf(kilobytes: number): string {
  let text = ''
  for (let i = 0; text.length * 3 < kilobytes * 1000; i += 1) text += `${sentences[i % sentences.length]}。\n`
  return text
}

async function time(run: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < 5; i += 1) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  return middle(taken)
}

function speed(kilobytes: number, ms: number): string {
  return `${(kilobytes / ms).toFixed(2)} MB/s`
}

function growth(short: number | undefined, long: number): string {
  return short === undefined ? '' : `x${(long / short).toFixed(1)} time for x2 text`
}
