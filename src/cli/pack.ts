import type { Pack } from '../server/pack/pack.ts'
import type { Command, Context } from './command.ts'
import { type Ending, endingOf } from './exit-code.ts'
import { packSummary } from './pack-summary.ts'

export const packCommand: Command = {
  name: 'pack',
  summary: { zh: '把案件文件夹写成全套投诉文书', en: 'Write the whole set of complaint papers from a case folder' },
  usage: {
    zh: `FOLDER 是案件文件夹：case.yaml 和 evidence/。文书写进 OUT：投诉函（基本、分层）、证据目录、案件概览、电话沟通提纲、
12315 投诉书、举报材料、调解申请书、民事起诉状、期限日历，以及 advice.json 和 manifest.json（每个文件的校验值、所用事实、证据和条文）。
还缺事实的文书不会写一半：列明缺什么、怎么补。只在某些情况下才用的文书（通知、请求、催办、申诉、答复和解方案等），用得上时才写；
manifest.json 的 notCalledFor 列明其余的和原因。OUT 里上一次生成的文件由这一次的整体替换；其他文件不动，改过的不覆盖。
第一次运行时封存证据（evidence.sha256）。不联网，不替您发送任何东西。

--only 只写这几种文书（现在用不上的也写），用逗号隔开，例如 --only letter-basic,exhibits
--json 在标准输出打印 manifest.json 的内容

例：youju pack 我的案件 -o 我的文书`,
    en: `FOLDER is a case folder: case.yaml and evidence/. OUT gets the papers: letters (basic, layered), exhibits, overview,
call script, 12315 complaint and report, mediation request, civil complaint, calendar of deadlines, with advice.json and
manifest.json (digest, facts, exhibits and provisions of every file). A paper that lacks a fact is not written half:
what is missing is listed, with the way to give it. Papers for some cases only (notices, requests, chaser, appeal,
answers to an offer) are written when the case calls for them; notCalledFor in manifest.json lists the others and why.
What the last pack left in OUT is replaced as a whole; other files stay, changed ones are not overwritten. The first
run seals the evidence (evidence.sha256). Nothing is sent anywhere.

--only writes these papers only, called for or not, separated by commas: --only letter-basic,exhibits
--json prints the contents of manifest.json

Example: youju pack my-case -o my-papers`,
  },
  operands: ['FOLDER'],
  options: {
    out: {
      short: 'o',
      takes: 'OUT',
      summary: { zh: '文书写到这个文件夹（必填）', en: 'folder for the papers (needed)' },
    },
    only: { takes: 'ID,…', summary: { zh: '只写这几种文书', en: 'write these papers only' } },
  },
  run: pack,
}

async function pack({ operands, options, lang, now, json, print, report, progress }: Context): Promise<Ending> {
  const [folder = ''] = operands
  if (options.out === undefined) {
    report({
      zh: '请用 -o 写明文书放到哪个文件夹，例如 youju pack 我的案件 -o 我的文书',
      en: 'Say with -o which folder the papers go to, such as youju pack my-case -o my-papers',
    })
    return 'misused'
  }
  const { packFolder } = await import('../server/pack/pack.ts')
  progress({ zh: '正在读取案件并写文书…', en: 'Reading the case and writing the papers…' })
  const only = options.only?.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]))
  const packed = await packFolder({ folder, out: options.out, now, lang, ...(only === undefined ? {} : { only }) })
  if (!packed.ok) {
    report(packed.refusal.text)
    return endingOf(packed.refusal)
  }
  await print(json ? manifestText(packed.value) : packSummary(packed.value, lang))
  for (const remark of packed.value.remarks) report(remark)
  return 'holds'
}

function manifestText({ manifest }: Pack): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}
