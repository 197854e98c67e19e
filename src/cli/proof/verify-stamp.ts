import { open, readFile, stat } from 'node:fs/promises'
import type { Cert } from '../../server/proof/stamp/certificate.ts'
import { coveredPart } from '../../server/proof/stamp/covered-part.ts'
import { imprintOf, judgeStamp } from '../../server/proof/stamp/judge.ts'
import { LARGEST_TOKEN } from '../../server/proof/stamp/token-file.ts'
import type { Verdict } from '../../server/proof/stamp/verdict.ts'
import type { Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { rootsFor } from './authorities.ts'
import { fileDigest, fileToStamp } from './stamp-file.ts'
import { meaning, verdictWords } from './stamp-words.ts'

/** `timestamp verify FILE TOKEN`: whether the token is a good one and about this file; `verify CASE`: all it has. */
export async function verifyStamp(context: Context): Promise<Ending> {
  const { operands, options, json, lang, print, report } = context
  const [, named, token, ...more] = operands
  if (named !== undefined && token === undefined && (await stat(named).catch(() => undefined)) === undefined)
    return (await import('./stamp-case.ts')).verifyKept(context, named)
  if (named === undefined || token === undefined || more.length > 0) {
    report({
      zh: '要写明文件和凭据：youju timestamp verify 文件 凭据 --ca 根证书',
      en: 'name the file and the token: youju timestamp verify FILE TOKEN --ca CERTS',
    })
    return 'misused'
  }
  const file = await fileToStamp(named)
  const roots = file.ok ? await rootsFor(options) : file
  if (!file.ok || !roots.ok) {
    if (!roots.ok) report(roots.refusal.text)
    return 'misused'
  }
  const bytes = await beginningOf(token)
  if (bytes === undefined) {
    report({ zh: `没有凭据文件 ${token}，请检查路径`, en: `there is no token ${token}; check the path` })
    return 'misused'
  }
  const verdict = await verdictOn(file.value, bytes, roots.value, file.value !== named)
  if (json) await print(`${JSON.stringify({ ...verdict, file: file.value, token }, null, 2)}\n`)
  else {
    const lines =
      verdict.status === 'stamped' ? [verdictWords(verdict, lang), meaning(lang)] : [verdictWords(verdict, lang)]
    await print(`${lines.join('\n')}\n`)
  }
  return verdict.status === 'stamped' ? 'holds' : 'falls-short'
}

/** A seal may have grown since: lines that came later are not covered, those before must be as they were. */
async function verdictOn(file: string, token: Uint8Array, roots: readonly Cert[], isSeal: boolean): Promise<Verdict> {
  const { algorithm, digest } = imprintOf(token) ?? { algorithm: 'sha256' as const, digest: '' }
  const covered = isSeal && coveredPart(await readFile(file), digest, algorithm) !== undefined
  const found = covered ? digest : await fileDigest(file, algorithm)
  return judgeStamp(token, { digest: { [algorithm]: found }, roots })
}

/** As much of a file as a token can be, and a byte more. */
async function beginningOf(path: string): Promise<Buffer | undefined> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return undefined
  try {
    if (!(await file.stat()).isFile()) return undefined
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST_TOKEN + 1), 0, LARGEST_TOKEN + 1, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
