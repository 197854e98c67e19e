import { findingWords } from '../../core/case/log/finding-words.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { say, type Text } from '../../core/values/text.ts'
import type { Casebook } from '../../server/casebook/casebook.ts'
import type { Anchored } from '../../server/proof/anchor/check-anchors.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import { nothingCompared } from '../proof/stamp-words.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: { zh: '检查案件库：记录链、原件、清单是否完好', en: 'Examine the casebook: chains, originals, lists' },
  usage: {
    zh: `逐案核对记录链，逐件核对原件的校验值（--quick 只看有没有和大小）和时间戳；清单和提醒落后的自动重做，别的一概不动。
--anchor 拿存在别处的锚（youju anchor）来对：截短、重写、换掉的凭据都会现形。
发现问题时退出码为 1。`,
    en: `Verifies the chain of every case, the digest of every original (--quick: only that it is there and its size), and
time stamps. With --anchor also against anchors kept elsewhere (youju anchor): what was cut, written anew or replaced
shows. Lists and reminders that are behind are made anew; nothing else is touched. Exit code 1 when something is found.`,
  },
  operands: [],
  options: {
    quick: { summary: { zh: '不读原件内容', en: 'do not read the originals' } },
    anchor: { takes: 'FILE', summary: { zh: '存在别处的锚', en: 'anchors kept elsewhere' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { examine } = await import('../../server/casebook/doctor.ts')
      const { options, json, lang, print, report } = context
      const read = options.quick === undefined ? 'all' : 'structure'
      const examined = await examine(book, read)
      const { cases, originals, notes, renewed } = examined
      const anchored = await againstAnchors(book, options)
      if (!anchored.ok) {
        report(anchored.refusal.text)
        return 'misused'
      }
      if (options.anchor !== undefined && anchored.value.compared === 0) report(nothingCompared)
      const findings = [...examined.findings, ...anchored.value.findings]
      const ok = findings.length === 0
      if (json)
        await print(
          `${JSON.stringify({ ok, read, cases, originals, anchors: anchored.value.compared, renewed, findings, notes }, null, 2)}\n`,
        )
      else {
        const lines = [
          ...findings.map((finding) => say(findingWords(finding), lang)),
          ...notes.map((note) => say({ zh: '提示：', en: 'Note: ' }, lang) + say(findingWords(note), lang)),
        ]
        const summary = ok
          ? soundWords(cases, originals, anchored.value.compared)
          : {
              zh: `发现 ${findings.length} 处问题。先用 youju backup 把现状存一份；损坏或丢失的原件、案件可用以前的备份补回：youju restore 备份文件`,
              en: `${findings.length} findings. First keep things as they are with youju backup; originals and cases that are damaged or gone come back from an earlier backup: youju restore FILE`,
            }
        await print(`${[...lines, say(summary, lang)].join('\n')}\n`)
      }
      return ok ? 'holds' : 'falls-short'
    }),
}

function soundWords(cases: number, originals: number, anchors: number): Text {
  const [zh, en] = anchors === 0 ? ['', ''] : [`，与 ${anchors} 个锚一致`, `, in accord with ${anchors} anchors`]
  return {
    zh: `完好：${cases} 个案件，${originals} 件原件${zh}`,
    en: `Sound: ${cases} cases, ${originals} originals${en}`,
  }
}

async function againstAnchors(book: Casebook, options: Context['options']): Promise<Outcome<Anchored>> {
  if (options.anchor === undefined) return done({ compared: 0, findings: [] })
  const [{ anchorsIn }, { heldByCasebook }, { checkAnchors }, { rootsFor }] = await Promise.all([
    import('../proof/anchor.ts'),
    import('../../server/casebook/proofs/anchors-of.ts'),
    import('../../server/proof/anchor/check-anchors.ts'),
    import('../proof/authorities.ts'),
  ])
  const anchors = await anchorsIn(options.anchor)
  if (!anchors.ok) return anchors
  const roots = await rootsFor(options)
  return done(await checkAnchors(anchors.value, heldByCasebook(book, roots.ok ? roots.value : [])))
}
