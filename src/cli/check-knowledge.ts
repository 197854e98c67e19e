import type { Finding } from '../core/knowledge/finding.ts'
import { type Lang, say } from '../core/values/text.ts'
import type { Command, Context } from './command.ts'
import type { Ending } from './exit-code.ts'
import * as messages from './messages.ts'

export const checkKnowledgeCommand: Command = {
  name: 'check-knowledge',
  summary: { zh: '检查知识库：逐条指出文件、行、原因和改法', en: 'Check knowledge files: file, line, why, fix' },
  usage: {
    zh: `DIR 默认为随程序附带的知识库。有问题时逐条列出，退出码 1；没有问题退出码 0。
--json 给出 [{rule, file, line?, why, fix}]。`,
    en: `DIR is the knowledge that comes with the program unless given. Lists what is wrong, exit code 1; nothing wrong, 0.
--json prints [{rule, file, line?, why, fix}].`,
  },
  operands: ['[DIR]'],
  options: {},
  run: check,
}

async function check({ operands: [folder], lang, json, print, report }: Context): Promise<Ending> {
  const { readKnowledgeFolder } = await import('../server/pack/knowledge-folder.ts')
  const { checkKnowledge } = await import('../core/knowledge/check-all.ts')
  const parsed = await readKnowledgeFolder(folder, lang).catch(absent)
  if (parsed === undefined) {
    report(messages.noSuchFolder(folder ?? ''))
    return 'misused'
  }
  const findings = checkKnowledge(parsed)
  if (findings.length === 0 && Object.keys(parsed.knowledge.laws).length === 0) {
    report(messages.noKnowledge(folder ?? ''))
    return 'misused'
  }
  if (json)
    await print(
      `${JSON.stringify(
        findings.map((finding) => inLanguage(finding, lang)),
        null,
        2,
      )}\n`,
    )
  else await print(findings.map((finding) => sentence(finding, lang)).join(''))
  report(messages.findingsCount(findings.length))
  return findings.length === 0 ? 'holds' : 'falls-short'
}

/** A folder the user named that is not there; anything else is broken machinery and goes on up. */
function absent(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
}

function inLanguage({ rule, file, line, why, fix }: Finding, lang: Lang) {
  return { rule, file, ...(line === undefined ? {} : { line }), why: say(why, lang), fix: say(fix, lang) }
}

function sentence(finding: Finding, lang: Lang): string {
  const { rule, file, line, why, fix } = inLanguage(finding, lang)
  return `${file}${line === undefined ? '' : `:${line}`} [${rule}]\n  ${why}\n  ${fix}\n`
}
