import type { Advice } from '../core/advice/advice.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { casebookOptions, withCasebook } from './casebook/with-casebook.ts'
import type { Command, Context } from './command.ts'
import { type Ending, endingOf } from './exit-code.ts'

export const adviseCommand: Command = {
  name: 'advise',
  summary: {
    zh: '看一个案件：下一步、期限、权利、证据、渠道',
    en: 'Judge a case: next steps, clocks, rights, evidence, doors',
  },
  usage: {
    zh: `案件文件夹里有 case.yaml，证据放在 evidence/；案件库里的案件写编号。只读，不写任何东西。
例：youju advise 我的案件
    youju advise 20261120-k3f9q`,
    en: `A case folder holds case.yaml, and the exhibits in evidence/; a kept case is named by its id. Nothing is written.
Example: youju advise my-case
         youju advise 20261120-k3f9q`,
  },
  operands: ['FOLDER|CASE'],
  options: { ...casebookOptions },
  run: async (context) => {
    const { kindOf } = await import('../server/pack/case-folder-files.ts')
    const [named = '.'] = context.operands
    const isKept = /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(named) && (await kindOf(named)) === 'absent'
    return isKept ? adviseOnCase(context, named) : adviseOnFolder(context, named)
  },
}

async function adviseOnCase(context: Context, caseId: string): Promise<Ending> {
  return withCasebook(context, async (book) => {
    const { adviceOf } = await import('../server/casebook/advice-of.ts')
    const advised = await adviceOf(book, caseId, context.lang)
    if (advised.ok) return tell(context, advised.value.advice, { ...book.knowledge, lang: context.lang })
    context.report(advised.refusal.text)
    return endingOf(advised.refusal)
  })
}

async function adviseOnFolder(context: Context, folder: string): Promise<Ending> {
  const { lang, now, report } = context
  const [{ readKnowledge }, { readCaseFolder }, { advise }] = await Promise.all([
    import('../server/pack/knowledge-folder.ts'),
    import('../server/pack/read-case-folder.ts'),
    import('../core/advice/advise.ts'),
  ])
  const knowledge = await readKnowledge(undefined, lang)
  const read = await readCaseFolder(folder, { now, vocabulary: knowledge })
  if (!read.ok) {
    report(read.refusal.text)
    return endingOf(read.refusal)
  }
  for (const notice of read.value.notices) report(notice.text)
  return tell(context, advise(read.value.case, knowledge, now), knowledge)
}

async function tell({ json, lang, print }: Context, advice: Advice, knowledge: Knowledge): Promise<Ending> {
  if (json) {
    await print(`${JSON.stringify(advice, null, 2)}\n`)
    return 'holds'
  }
  const { adviceSummary } = await import('./advice-summary.ts')
  await print(adviceSummary(advice, knowledge, lang))
  return 'holds'
}
