import type { Command, Context } from './command.ts'
import { type Ending, endingOf } from './exit-code.ts'

export const adviseCommand: Command = {
  name: 'advise',
  summary: {
    zh: '看一个案件文件夹：下一步、期限、权利、证据、渠道',
    en: 'Judge a case folder: next steps, clocks, rights, evidence, doors',
  },
  usage: {
    zh: `FOLDER 是案件文件夹：其中有 case.yaml，证据放在 evidence/。只读，不写任何东西。
例：youju advise 我的案件`,
    en: `FOLDER is a case folder: it holds case.yaml, and the exhibits in evidence/. It is read and nothing is written.
Example: youju advise my-case`,
  },
  operands: ['FOLDER'],
  options: {},
  run: adviseOnFolder,
}

async function adviseOnFolder({ operands: [folder = '.'], lang, now, json, print, report }: Context): Promise<Ending> {
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
  const advice = advise(read.value.case, knowledge, now)
  if (json) {
    await print(`${JSON.stringify(advice, null, 2)}\n`)
    return 'holds'
  }
  const { adviceSummary } = await import('./advice-summary.ts')
  await print(adviceSummary(advice, knowledge, lang))
  return 'holds'
}
