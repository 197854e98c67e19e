import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, findingWords } from '../../core/case/log/finding-words.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import type { Command, Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { findingsAt } from './findings-at.ts'
import { nothingCompared } from './stamp-words.ts'

export const verifyCommand: Command = {
  name: 'verify',
  summary: {
    zh: '核对案件库、案件文件夹或证据包有没有改动、缺失',
    en: 'Check a data folder, case folder or bag for changes and gaps',
  },
  usage: {
    zh: `PATH 是案件库文件夹、案件文件夹，或导出的证据包（文件夹或 ZIP）。逐个重读文件、重算校验值，与封存、记录链、清单、时间戳对照；
--quick 只看结构：有没有缺、大小对不对，不读内容。只读，什么都不改。有一处不符，退出码为 1。
--anchor 再拿存在别处的锚（youju anchor）来对：封存清单或记录链被截短、重写都会现形。
没有 evidence.sha256 的案件文件夹会报告“没有封存”（youju new 和 youju pack 会封存）。
例：youju verify 我的案件
    youju verify 证据包.zip --quick`,
    en: `PATH is a data folder, a case folder or a bag (folder or ZIP). Every file is read again and held against its seal,
chain, manifest and time stamps; --quick looks at the structure only. Nothing is changed. Exit code 1 on any finding. A
case folder without evidence.sha256 is reported as unsealed (youju new and youju pack write it).
With --anchor also against anchors kept elsewhere (youju anchor): a seal or chain that was cut or written anew shows.
Example: youju verify my-case
         youju verify bag.zip --quick`,
  },
  operands: ['PATH'],
  options: {
    quick: { summary: { zh: '只看结构，不读内容', en: 'structure only, contents are not read' } },
    anchor: { takes: 'FILE', summary: { zh: '存在别处的锚', en: 'anchors kept elsewhere' } },
    ca: { takes: 'CERTS', summary: { zh: '时间戳机构的根证书', en: 'root certificates of time stamp authorities' } },
  },
  run: verify,
}

async function verify(context: Context): Promise<Ending> {
  const { operands, options, json, lang, print, report } = context
  const [path = ''] = operands
  const quick = options.quick !== undefined
  const checked = await findingsAt(context, path, quick)
  if (!checked.ok) {
    report(checked.refusal.text)
    return endingOf(checked.refusal)
  }
  const anchored = await againstAnchors(context, path)
  // What cannot be read cannot be compared: that is found already.
  if (!anchored.ok && checked.value.length === 0) {
    report(anchored.refusal.text)
    return endingOf(anchored.refusal)
  }
  const stamped = quick ? [] : await stampedFindings(path)
  const findings = [...checked.value, ...stamped, ...(anchored.ok ? anchored.value : [])]
  const ok = findings.length === 0
  const read = quick ? 'structure' : 'all'
  if (json) await print(`${JSON.stringify({ ok, read, findings }, null, 2)}\n`)
  else {
    const summary = ok
      ? quick
        ? {
            zh: '结构完好（没有读文件内容；去掉 --quick 可全部核对）',
            en: 'The structure holds (contents were not read; leave out --quick for that)',
          }
        : { zh: '完好：每个文件都与记录一致', en: 'Sound: every file is as it was recorded' }
      : { zh: `发现 ${findings.length} 处不符；什么都没有改动`, en: `${findings.length} findings; nothing was changed` }
    await print(`${[...findings.map((finding) => say(findingWords(finding), lang)), say(summary, lang)].join('\n')}\n`)
  }
  return ok ? 'holds' : 'falls-short'
}

/** Of what lies as files: time stamps that were changed or are about other files than those beside them. */
async function stampedFindings(path: string): Promise<readonly Finding[]> {
  if ((await stat(join(path, 'youju.db')).catch(() => undefined)) !== undefined) return []
  const [{ bagSource }, { fileStampFindings }] = await Promise.all([
    import('../../server/proof/bag/bag-source.ts'),
    import('../../server/proof/bag/file-stamps.ts'),
  ])
  const source = await bagSource(path)
  if (!source.ok) return []
  try {
    return await fileStampFindings(source.value, source.value.files.has('bagit.txt') ? 'data/' : '')
  } finally {
    source.value.close()
  }
}

/** What the anchors of a call contradict; where none of them is about what lies here, that is said. */
async function againstAnchors({ options, report }: Context, path: string): Promise<Outcome<readonly Finding[]>> {
  if (options.anchor === undefined) return done([])
  const [{ anchorsIn }, { heldAt }, { checkAnchors }] = await Promise.all([
    import('./anchor.ts'),
    import('./held-at.ts'),
    import('../../server/proof/anchor/check-anchors.ts'),
  ])
  const anchors = await anchorsIn(options.anchor)
  if (!anchors.ok) return anchors
  const held = await heldAt(path, options)
  if (!held.ok) return held
  try {
    const { compared, findings } = await checkAnchors(anchors.value, held.value)
    if (compared === 0) report(nothingCompared)
    return done(findings)
  } finally {
    await held.value.close()
  }
}
