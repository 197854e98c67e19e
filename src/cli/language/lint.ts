import { basename } from 'node:path'
import type { LintFinding, LintMode } from '../../core/lint/finding.ts'
import { lintText } from '../../core/lint/lint.ts'
import { dayOf } from '../../core/values/instant.ts'
import { nearestName } from '../../core/values/nearest-name.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import { dataFolder, dataOption } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { inOption } from '../messages.ts'
import * as words from './lint-words.ts'
import { type AskedText, answerTexts } from './text-lines.ts'

const modes: readonly LintMode[] = ['letter', 'public', 'call']
/** Bytes of the longest text file that is read. */
const LARGEST = 16_777_216

export const lintCommand: Command = {
  name: 'lint',
  summary: {
    zh: '看一段要发出去的话：过激的、违法的、引错的、与案件对不上的',
    en: 'Look a text over before it goes out: insults, threats, wrong citations',
  },
  usage: words.usage,
  operands: ['[FILE]'],
  options: {
    for: {
      takes: 'MODE',
      summary: {
        zh: '写来做什么：letter 信函（默认）、public 公开发布、call 电话里说',
        en: 'what it is for: letter (default), public (a post), call (spoken)',
      },
    },
    case: { takes: 'FOLDER', summary: { zh: '对照这个案件文件夹', en: 'hold it against this case folder' } },
    ...dataOption,
  },
  run: lint,
}

type Look = (text: string) => readonly LintFinding[]

async function lint(context: Context): Promise<Ending> {
  const { operands, options, report } = context
  const asked = options.for ?? 'letter'
  const mode = modes.find((one) => one === asked)
  if (mode === undefined) {
    report(inOption('--for', words.modeUnknown(asked, nearestName(asked, modes))))
    return 'misused'
  }
  const look = await lookFor(context, mode)
  if (!look.ok) {
    report(look.refusal.text)
    return endingOf(look.refusal)
  }
  const [file] = operands
  return file === undefined ? lintLines(context, look.value) : lintFile(context, file, look.value)
}

/** What looks texts over, ready for this mode and case. */
async function lookFor({ options, now }: Context, mode: LintMode): Promise<Outcome<Look>> {
  const [{ readKnowledge }, { readStatutes }] = await Promise.all([
    import('../../server/pack/knowledge-folder.ts'),
    import('../../server/pack/statutes/statute-shelf.ts'),
  ])
  const knowledge = await readKnowledge()
  const statutes = await readStatutes(options.data ?? dataFolder())
  if (options.case === undefined) {
    const days = { substance: dayOf(now), procedure: dayOf(now) }
    return done((text) => lintText({ text, mode, knowledge, statutes, days, hasLawyer: false }))
  }
  const [{ readCaseFolder }, { advise }, { checkText }] = await Promise.all([
    import('../../server/pack/read-case-folder.ts'),
    import('../../core/advice/advise.ts'),
    import('../../core/documents/text-check/check-text.ts'),
  ])
  const folder = await readCaseFolder(options.case, { now, vocabulary: knowledge })
  if (!folder.ok) return folder
  const kase = folder.value.case
  const given = { kase, advice: advise(kase, knowledge, now), knowledge, statutes, now }
  return done((text) => checkText(text, mode, given))
}

async function lintLines(context: Context, look: Look): Promise<Ending> {
  let ending: Ending = 'holds'
  const answered = await answerTexts(context, (asked) => {
    const findings = look(asked.text)
    if (findings.some(isError)) ending = 'falls-short'
    return told(asked, findings, context)
  })
  return answered === 'holds' ? ending : answered
}

async function lintFile(context: Context, file: string, look: Look): Promise<Ending> {
  const { report, print, json, lang } = context
  const text = await readText(file)
  if (typeof text !== 'string') {
    report(text)
    return 'misused'
  }
  const findings = look(text)
  if (json) await print(`${JSON.stringify(told({ id: basename(file), text }, findings, context))}\n`)
  else await print(words.findingsWords(text, findings, lang))
  return findings.some(isError) ? 'falls-short' : 'holds'
}

async function readText(file: string) {
  const { readFile, stat } = await import('node:fs/promises')
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return words.notAFile(file)
  if (found.size > LARGEST) return words.tooLarge(file, LARGEST)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch {
    return words.notUtf8(file)
  }
}

function isError({ severity }: LintFinding): boolean {
  return severity === 'error'
}

function told({ id, text }: AskedText, findings: readonly LintFinding[], { lang }: Context) {
  const points = Array.from(text)
  return {
    id,
    findings: findings.map(({ rule, kind, start, end, message, suggestion, severity }) => ({
      rule,
      kind,
      start,
      end,
      text: points.slice(start, end).join(''),
      message: say(message, lang),
      ...(suggestion ? { suggestion: say(suggestion, lang) } : {}),
      severity,
    })),
  }
}
