import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import type { Law } from '../../core/knowledge/law.ts'
import { readLawName } from '../../core/knowledge/lookup/law-name.ts'
import { heldOf, type ProvisionPage, provisionPages } from '../../core/knowledge/lookup/provision-page.ts'
import { shortCite } from '../../core/knowledge/provision-ref.ts'
import { type ImportedArticle, importedArticle } from '../../core/knowledge/statutes/imported-statutes.ts'
import { type NamedArticle, namedArticle } from '../../core/knowledge/statutes/named-article.ts'
import { dayOf } from '../../core/values/instant.ts'
import { parseLocalDate } from '../../core/values/local-date.ts'
import type { Outcome } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import { readKnowledge } from '../../server/pack/knowledge-folder.ts'
import { readStatutes } from '../../server/pack/statutes/statute-shelf.ts'
import { dataFolder } from '../casebook/with-casebook.ts'
import type { Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { inOption } from '../messages.ts'
import { isGuide, showGuide } from './guide.ts'
import { importedText, pageText } from './page-text.ts'

/** Prints one provision, what is held of a law, or the guide's claims. */
export async function showLaw(words: string, context: Context): Promise<Ending> {
  const { options, lang, now, report } = context
  const on = options.on === undefined ? undefined : parseLocalDate(options.on)
  if (on?.ok === false) {
    report(inOption('--on', on.refusal.text))
    return 'misused'
  }
  const knowledge = await readKnowledge(undefined, lang)
  if (isGuide(words)) return showGuide(words, knowledge, context)
  const statutes = await readStatutes(options.data ?? dataFolder())
  const day = on?.value ?? dayOf(now)
  const named = readLawName(words, knowledge)
  if (!named.ok) {
    const article = namedArticle(words, knowledge, statutes, day)
    return article ? showImported(article, context) : refused(named, context)
  }
  const { law, ref } = named.value
  if (ref === undefined) return showHeld(law, knowledge, context)
  const pages = provisionPages(knowledge, ref, { on: on?.value, today: dayOf(now) })
  if (!pages.ok) return refused(pages, context)
  const [first] = pages.value
  const article = first && importedArticle(statutes, { title: first.law }, first.article, day)
  return showPages(pages.value, ref, article, context)
}

async function showPages(
  pages: readonly ProvisionPage[],
  asked: string,
  imported: ImportedArticle | undefined,
  { json, lang, print }: Context,
): Promise<Ending> {
  const [page, ...also] = pages.map((one) => inLanguage(one, lang))
  if (json)
    await print(
      `${JSON.stringify({ ...page, ...(also.length > 0 && { also }), ...(imported && { imported }) }, null, 2)}\n`,
    )
  else {
    const official = imported ? [importedText(imported, lang)] : []
    await print([...pages.map((one) => pageText(one, asked, lang)), ...official].join('\n'))
  }
  return 'holds'
}

/** An article that only an imported text has. */
async function showImported({ ref, article }: NamedArticle, { json, lang, print }: Context): Promise<Ending> {
  const page = { ref, law: article.title, article: article.article, imported: article }
  await print(json ? `${JSON.stringify(page, null, 2)}\n` : importedText(article, lang))
  return 'holds'
}

/** The law and all that is held of it. */
async function showHeld(law: Law, knowledge: Knowledge, { json, print }: Context): Promise<Ending> {
  const held = heldOf(law)
  if (json) await print(`${JSON.stringify(held, null, 2)}\n`)
  else {
    const lines = held.map(({ ref, title }) => `${ref}  ${shortCite(knowledge, ref)}  ${title}`)
    await print(`${[`《${law.title}》（${law.id}）`, ...lines].join('\n')}\n`)
  }
  return 'holds'
}

function inLanguage({ usedBy, corrects, ...page }: ProvisionPage, lang: Context['lang']) {
  return {
    ...page,
    usedBy: usedBy.map(({ title, ...one }) => ({ ...one, title: say(title, lang) })),
    corrects: corrects.map(({ claim, ...one }) => ({ ...one, claim: say(claim, lang) })),
  }
}

/** No text in force on the day is the answer no; anything else is the fault of the words. */
function refused(refusal: Extract<Outcome<unknown>, { ok: false }>, { report }: Context): Ending {
  report(refusal.refusal.text)
  return endingOf(refusal.refusal)
}
