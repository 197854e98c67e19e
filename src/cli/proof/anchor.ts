import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import type { Anchor } from '../../server/proof/anchor/anchor.ts'
import { writeNewFile } from '../archive/new-file.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'

export const anchorCommand: Command = {
  name: 'anchor',
  summary: {
    zh: '写出锚：存到别处，以后记录被截短或重写就看得出来',
    en: 'Write anchors to keep elsewhere: they show a record that was cut or rewritten',
  },
  usage: {
    zh: `anchor 案件编号、anchor --all：记录条数、链头、时间和盖过的时间戳。anchor 案件文件夹：封存清单的摘要和它的时间戳。
锚是几行文字，只有摘要和时间戳，没有案情；发给自己的邮箱、交给信得过的人、或打印出来都行，别只放在这台机器上。
不写 -o 就打印出来。核对：youju doctor --anchor 文件，或 youju verify 路径 --anchor 文件。

例：youju anchor 20261120-k3f9q -o 锚.txt`,
    en: `anchor CASE or anchor --all: number of records, head of the chain, moment, time stamps. anchor FOLDER: the seal of a
case folder and its time stamp. An anchor is a few lines of digests and time stamps, nothing of the case: mail it to
yourself, give it to someone you trust, print it; only do not leave it on this machine alone. Without -o it is printed.
To check: youju doctor --anchor FILE or youju verify PATH --anchor FILE

Example: youju anchor 20261120-k3f9q -o anchor.txt`,
  },
  operands: ['[CASE|FOLDER]'],
  options: {
    all: { summary: { zh: '全部案件', en: 'every case' } },
    out: { short: 'o', takes: 'FILE', summary: { zh: '写到哪个新文件', en: 'the new file to write' } },
    ...casebookOptions,
  },
  run: async (context) => {
    const { operands, options, report } = context
    const [named] = operands
    if ((named === undefined) === (options.all === undefined)) {
      report({ zh: '写一个案件编号、一个案件文件夹，或 --all', en: 'name a case or a case folder, or give --all' })
      return 'misused'
    }
    if (named !== undefined && (await stat(named).catch(() => undefined))?.isDirectory())
      return tell(context, await sealAnchor(named, context.now))
    return withCasebook(context, async (book) => {
      const { anchorsOf } = await import('../../server/casebook/proofs/anchors-of.ts')
      return tell(context, await anchorsOf(book, named))
    })
  },
}

async function tell(
  { options, json, lang, print, report }: Context,
  made: Outcome<readonly Anchor[]>,
): Promise<Ending> {
  if (!made.ok) {
    report(made.refusal.text)
    return endingOf(made.refusal)
  }
  const { anchorText } = await import('../../server/proof/anchor/anchor.ts')
  const text = anchorText(made.value)
  const { out } = options
  if (out !== undefined) {
    const written = await writeNewFile(out, async (sink) => {
      await new Promise<void>((settle, reject) => {
        sink.on('error', reject)
        sink.end(text, settle)
      })
      return done(undefined)
    })
    if (!written.ok) {
      report(written.refusal.text)
      return 'misused'
    }
  }
  if (json)
    await print(`${JSON.stringify({ ...(out === undefined ? {} : { file: out }), anchors: made.value }, null, 2)}\n`)
  else if (out === undefined) await print(text)
  else
    await print(
      `${say({ zh: `已写出 ${made.value.length} 个锚：${out}。请存到这台机器以外的地方。`, en: `Wrote ${made.value.length} anchors: ${out}. Keep it somewhere else than on this machine.` }, lang)}\n`,
    )
  return 'holds'
}

/** The anchor of a sealed case folder, with the time stamp beside the seal where it covers a part of it. */
async function sealAnchor(folder: string, at: string): Promise<Outcome<readonly Anchor[]>> {
  const [{ fileToStamp }, { imprintOf }, { coveredPart }] = await Promise.all([
    import('./stamp-file.ts'),
    import('../../server/proof/stamp/judge.ts'),
    import('../../server/proof/stamp/covered-part.ts'),
  ])
  const file = await fileToStamp(folder)
  if (!file.ok) return file
  const seal = await readFile(file.value)
  const token = await readFile(`${file.value}.tsr`).catch(() => undefined)
  const imprint = token && imprintOf(token)
  const covered = imprint?.algorithm === 'sha256' ? coveredPart(seal, imprint.digest) : undefined
  const called = basename(dirname(resolve(file.value)))
  // A folder may be named after a person.
  const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(called) ? called : 'case'
  const anchor = (bytes: number): Anchor => {
    const part = seal.subarray(0, bytes)
    const sha256 = createHash('sha256').update(part).digest('hex')
    return { type: 'seal', case: name, sha256, bytes, files: part.toString('utf8').split('\n').length - 1, at }
  }
  const stamped: readonly Anchor[] =
    token === undefined || covered === undefined
      ? []
      : [{ ...anchor(covered), token: token.toString('base64') } as Anchor]
  return done(covered === seal.length ? stamped : [...stamped, anchor(seal.length)])
}

/** The anchors in a file that a call names. */
export async function anchorsIn(file: string): Promise<Outcome<readonly Anchor[]>> {
  const { readAnchors } = await import('../../server/proof/anchor/anchor.ts')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text !== undefined) return readAnchors(text, file)
  return refuse('file-unknown', {
    zh: `没有锚文件 ${file}，请检查路径`,
    en: `there is no file of anchors ${file}; check the path`,
  })
}
