// Judges every time stamp of a folder of test data and holds the answer against its EXPECTED.tsv (file, what openssl
// says, what we must do, note). Usage: tsx scripts/rfc3161-expected.ts FOLDER. The data is "notation".
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeStamp } from '../src/server/proof/stamp/judge.ts'
import { rootsOf } from '../src/server/proof/stamp/roots.ts'
import type { Verdict } from '../src/server/proof/stamp/verdict.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: tsx scripts/rfc3161-expected.ts FOLDER')
const root = rootsOf(await readFile(join(folder, 'GlobalSignRootCA.crt')), 'GlobalSignRootCA.crt')
if (!root.ok) throw new Error(root.refusal.text.en)
const digestOf = (name: string) => createHash(name).update('notation').digest('hex')
const digest = { sha256: digestOf('sha256'), sha384: digestOf('sha384'), sha512: digestOf('sha512') }

const [, ...rows] = (await readFile(join(folder, 'EXPECTED.tsv'), 'utf8')).split('\n').filter((line) => line !== '')
let matched = 0
for (const row of rows) {
  const [file = '', openssl = '', must = '', note = ''] = row.split('\t')
  const verdict = judgeStamp(await readFile(join(folder, file)), { digest, roots: root.value })
  const good = fits(verdict, must, note)
  if (good) matched += 1
  const { status, reason = '', time = '', authority = '', said = '' } = verdict
  console.log(
    [good ? 'ok  ' : 'OFF ', must.padEnd(6), openssl.padEnd(6), file, status, reason, time, authority, said].join(
      ' | ',
    ),
  )
}
console.log(`${matched} of ${rows.length} rows match`)
if (matched !== rows.length) process.exitCode = 1

/** A token whose note names what must be said of it is held to that. */
function fits({ status, reason }: Verdict, must: string, note: string): boolean {
  if (/status rejected/.test(note)) return status === 'rejected'
  if (/must be an error/.test(note)) return status === 'damaged'
  if (/untrusted root/.test(note)) return status === 'untrusted-root'
  if (/unknown root/.test(note)) return status === 'untrusted-root' && reason === 'root-unknown'
  if (must === 'yes') return status === 'stamped'
  if (must === 'no') return status !== 'stamped'
  // Read and judged for what it is: of an authority that is not ours, or good (openssl verifies granted.tsq as well).
  if (must === 'parse') return ['stamped', 'untrusted-root', 'wrong-digest'].includes(status)
  return must === 'either'
}
