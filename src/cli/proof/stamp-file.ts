import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { stampDigest } from '../../server/proof/stamp/stamp.ts'
import { isThere, thereAlready, writeNewFile } from '../archive/new-file.ts'
import type { Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { authoritiesFor } from './authorities.ts'
import { meaning, stampingWords } from './stamp-words.ts'

const SEAL = 'evidence.sha256'

/** Has a file stamped (of a case folder, its seal) and keeps the token in a new file beside it. */
export async function stampFile(context: Context, named: string): Promise<Ending> {
  const { options, json, lang, now, print, report, progress } = context
  const file = await fileToStamp(named)
  const chosen = file.ok ? await authoritiesFor(options) : file
  if (!file.ok || !chosen.ok) {
    if (!chosen.ok) report(chosen.refusal.text)
    return 'misused'
  }
  const token = options.out ?? `${file.value}.tsr`
  // Before anyone is asked: a token that cannot be kept would be lost.
  if (await isThere(token)) {
    report(thereAlready(token).refusal.text)
    return 'misused'
  }
  const sha256 = await fileDigest(file.value, 'sha256')
  progress({ zh: '正在请机构盖时间戳…', en: 'Asking for a time stamp…' })
  const made = await stampDigest({ sha256, ...chosen.value })
  if (made.token !== undefined) {
    const bytes = made.token
    const written = await writeNewFile(token, async (sink) => {
      await new Promise<void>((resolve, reject) => {
        sink.on('error', reject)
        sink.end(bytes, resolve)
      })
      return done(undefined)
    })
    if (!written.ok) {
      report(written.refusal.text)
      return 'misused'
    }
  }
  const kept = made.token === undefined ? {} : { token }
  if (json)
    await print(
      `${JSON.stringify({ ...made.verdict, file: file.value, sha256, ...kept, tried: made.tried }, null, 2)}\n`,
    )
  else {
    const saved = made.token === undefined ? [] : [lang === 'en' ? `Token: ${token}` : `凭据：${token}`, meaning(lang)]
    await print(`${[...stampingWords(made, now, lang), ...saved].join('\n')}\n`)
  }
  return made.verdict.status === 'stamped' ? 'holds' : 'falls-short'
}

/** The file a person means: of a case folder its seal. */
export async function fileToStamp(named: string): Promise<Outcome<string>> {
  const found = await stat(named).catch(() => undefined)
  if (found?.isFile()) return done(named)
  if (found?.isDirectory() !== true)
    return refuse('file-unknown', {
      zh: `没有文件 ${named}，请检查路径`,
      en: `there is no file ${named}; check the path`,
    })
  const seal = join(named, SEAL)
  if ((await stat(seal).catch(() => undefined))?.isFile()) return done(seal)
  return refuse('not-sealed', {
    zh: `${named} 还没有封存（没有 ${SEAL}）；先用 youju pack ${named} -o 输出 封存`,
    en: `${named} is not sealed yet (no ${SEAL}); seal it with youju pack ${named} -o OUT first`,
  })
}

/** The digest of a file, read as a stream. */
export async function fileDigest(file: string, algorithm: string): Promise<string> {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
