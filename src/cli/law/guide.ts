import { claimNumber, type GuideClaim, placeFolders } from '../../core/knowledge/guide-claim.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { shortCite } from '../../core/knowledge/provision-ref.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import type { Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import * as words from './words.ts'

const asked = /^(?:guide|指南)?\s*(c?[0-9]{1,2}(?:-[a-z0-9-]+)?)?$/i

/** Whether the words mean the guide: `guide`, `guide c06`, `C06`. */
export function isGuide(typed: string): boolean {
  return asked.test(typed.trim()) && /^(guide|指南|c[0-9])/i.test(typed.trim())
}

/** Prints all claims of the guide with their verdicts, or one of them whole. */
export async function showGuide(
  typed: string,
  knowledge: Knowledge,
  { json, lang, print, report }: Context,
): Promise<Ending> {
  const claims = Object.values(knowledge['guide-claims'])
  const [, which] = asked.exec(typed.trim()) ?? []
  if (which === undefined) {
    const rows = claims.map((claim) => rowOf(claim, lang))
    if (json) await print(`${JSON.stringify(rows, null, 2)}\n`)
    else await print(claims.map((claim) => `${headOf(claim, lang)}\n`).join(''))
    return 'holds'
  }
  const number = `C${which.replace(/^c/i, '').replace(/-.*/, '').padStart(2, '0')}`
  const claim = claims.find((one) => claimNumber(one) === number)
  if (!claim) {
    report(words.claimUnknown(typed, claims.length))
    return 'misused'
  }
  if (json) await print(`${JSON.stringify(rowOf(claim, lang), null, 2)}\n`)
  else await print(claimText(claim, knowledge, lang))
  return 'holds'
}

function rowOf({ claim, fact, instead, ...row }: GuideClaim, lang: Lang) {
  const [c, f, i] = [say(claim, lang), say(fact, lang), say(instead, lang)]
  return { number: claimNumber(row), ...row, claim: c, fact: f, instead: i }
}

function headOf(claim: GuideClaim, lang: Lang): string {
  return `${claimNumber(claim)} [${say(words.verdicts[claim.verdict], lang)}] ${say(claim.claim, lang)}`
}

function claimText(claim: GuideClaim, knowledge: Knowledge, lang: Lang): string {
  const { labels, marksOf, kinds, grades, checkedUpTo } = words
  const t = (text: Text) => say(text, lang)
  const { colon, comma, stop } = marksOf(lang)
  const places = placeFolders.filter((folder) => claim.where[folder].length > 0)
  const rows: readonly (readonly [Text, string])[] = [
    [labels.fact, t(claim.fact)],
    [labels.basis, claim.cites.map((ref) => `${shortCite(knowledge, ref)} (${ref})`).join(comma)],
    [labels.instead, t(claim.instead)],
    [labels.places, places.map((folder) => `${t(kinds[folder])} ${claim.where[folder].join(' ')}`).join(stop)],
    [labels.note, claim.note ?? ''],
    [labels.seen, [...(claim.grade ? [t(grades[claim.grade])] : []), t(checkedUpTo(claim.checkedOn))].join(stop)],
  ]
  const lines = rows.flatMap(([label, text]) => (text === '' ? [] : [`${t(label)}${colon}${text}`]))
  return `${[headOf(claim, lang), ...lines].join('\n')}\n`
}
