import { type Lang, say } from '../../core/values/text.ts'
import type { CaseStamp } from '../../server/casebook/proofs/stamp-case.ts'
import type { StampedPart } from '../../server/casebook/proofs/stamped-part.ts'
import { withCasebook } from '../casebook/with-casebook.ts'
import type { Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { authoritiesFor, rootsFor } from './authorities.ts'
import { meaning, stampingWords, verdictWords } from './stamp-words.ts'

/** Has the chain of a kept case stamped, or one of its exhibits. */
export async function stampKept(context: Context, caseId: string): Promise<Ending> {
  const { options, json, lang, now, print, report, progress } = context
  const chosen = await authoritiesFor(options)
  if (!chosen.ok) {
    report(chosen.refusal.text)
    return 'misused'
  }
  return withCasebook(context, async (book) => {
    const { stampCase } = await import('../../server/casebook/proofs/stamp-case.ts')
    progress({ zh: '正在请机构盖时间戳…', en: 'Asking for a time stamp…' })
    const item = options.item === undefined ? {} : { item: options.item }
    const made = await stampCase(book, { caseId, ...item, ...chosen.value })
    if (!made.ok) {
      report(made.refusal.text)
      return endingOf(made.refusal)
    }
    const { verdict, of, sha256, kept, tried } = made.value
    if (json)
      await print(
        `${JSON.stringify({ ...verdict, case: caseId, of, sha256, ...(kept ? { token: kept } : {}), tried }, null, 2)}\n`,
      )
    else {
      const saved = kept === undefined ? [] : [meaning(lang)]
      await print(`${partWords(of, lang)}${[...stampingWords(made.value, now, lang), ...saved].join('\n')}\n`)
    }
    return verdict.status === 'stamped' ? 'holds' : 'falls-short'
  })
}

/** Verifies every token of a kept case. */
export async function verifyKept(context: Context, caseId: string): Promise<Ending> {
  const roots = await rootsFor(context.options)
  if (!roots.ok) {
    context.report(roots.refusal.text)
    return 'misused'
  }
  return withCasebook(context, async (book) => {
    const [{ keptCase }, { stampsOf }] = await Promise.all([
      import('../../server/casebook/kept-case.ts'),
      import('../../server/casebook/proofs/stamp-case.ts'),
    ])
    const { json, lang, print, report } = context
    const kept = await keptCase(book, caseId)
    if (!kept.ok) {
      report(kept.refusal.text)
      return endingOf(kept.refusal)
    }
    const stamps = await stampsOf(book, kept.value, roots.value)
    const ok = stamps.length > 0 && stamps.every(({ status, of }) => status === 'stamped' && of !== undefined)
    const none = { zh: '这个案件还没有时间戳', en: 'This case has no time stamps yet' }
    if (json) await print(`${JSON.stringify({ ok, stamps }, null, 2)}\n`)
    else
      await print(`${stamps.length === 0 ? say(none, lang) : stamps.map((one) => stampWords(one, lang)).join('\n')}\n`)
    return ok ? 'holds' : 'falls-short'
  })
}

/** One time stamp of a case, in a line. */
export function stampWords({ of, ...verdict }: CaseStamp, lang: Lang): string {
  return `${partWords(of, lang)}${verdictWords(verdict, lang)}`
}

function partWords(of: StampedPart | undefined, lang: Lang): string {
  if (of === undefined)
    return say({ zh: '【盖的内容不在这个案件里了】', en: '[what it is about is no longer in this case] ' }, lang)
  return of.type === 'chain'
    ? say({ zh: `【记录链到第 ${of.events} 条】`, en: `[the chain up to record ${of.events}] ` }, lang)
    : say({ zh: `【证据 ${of.id} ${of.file}】`, en: `[exhibit ${of.id} ${of.file}] ` }, lang)
}
