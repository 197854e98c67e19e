import { nearestName } from '../../core/values/nearest-name.ts'
import { isThere } from '../archive/new-file.ts'
import { casebookOptions } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'

const verbs: Readonly<Record<string, (context: Context) => Promise<Ending>>> = {
  verify: async (context) => (await import('./verify-stamp.ts')).verifyStamp(context),
  settings: async (context) => (await import('./authorities.ts')).settings(context),
}

export const timestampCommand: Command = {
  name: 'timestamp',
  summary: {
    zh: '请时间戳机构证明：这份文件那一刻已经在了',
    en: 'Have an authority attest that a file was there at that moment',
  },
  usage: {
    zh: `RFC 3161 时间戳。timestamp 文件 --tsa 网址：把文件的 SHA-256（不是文件）发给这个机构，回答全部核对过才算数；凭据存为 文件.tsr，
  已有的不覆盖。--tsa 可写多次，前一个不行就问下一个，各自为什么不行都会写明。
timestamp 案件文件夹：给封存清单 evidence.sha256 盖。timestamp 案件编号 [--item E3]：给案件库里的记录链或一件证据盖，
  凭据放在原件旁边，进备份和导出。
timestamp verify 文件 凭据 --ca 根证书：核对；机构的根证书要自己从可靠处取得。timestamp verify 案件编号 核对案件的全部凭据。
timestamp settings --tsa 网址 --ca 根证书：记住选定的机构；--off 取消。没选之前不联系任何机构。

没有 --ca 就证明不了是谁签的：凭据照存，状态写 untrusted-root，退出码 1；以后有了根证书再 verify。
--json：{status, time?, authority?, reason?, said?, policy?, certificateUntil?, …}。只有 status 为 stamped 才是盖上了，退出码 0；
  其余 untrusted-root wrong-digest wrong-nonce expired wrong-purpose weak unsupported damaged rejected no-answer 都是 1。

例：youju timestamp 录屏.mp4 --tsa https://机构的网址 --ca 根证书.pem`,
    en: `RFC 3161. timestamp FILE --tsa URL: sends the SHA-256 of the file (not the file) to that authority; the answer counts
only when all of it was verified. It is kept as FILE.tsr; nothing is overwritten. With several --tsa the next is asked
when one fails, and each failure is told.
timestamp FOLDER: over the seal evidence.sha256 of a case folder. timestamp CASE [--item E3]: over the chain of a kept
case or one exhibit; tokens lie beside the originals and go along in backups and exports.
timestamp verify FILE TOKEN --ca CERTS: verifies one; get the root certificate of the authority from a source you trust.
timestamp verify CASE: all tokens of a case.
timestamp settings --tsa URL --ca CERTS: remembers the authority you chose; --off forgets it. Before that none is asked.

Without --ca nothing shows who signed: the token is kept, its status is untrusted-root, the exit code 1; verify it once
you have the root.
--json: {status, time?, authority?, reason?, said?, policy?, certificateUntil?, …}. Only stamped means stamped, exit
code 0; untrusted-root wrong-digest wrong-nonce expired wrong-purpose weak unsupported damaged rejected no-answer: 1.

Example: youju timestamp screen.mp4 --tsa https://authority.example/tsa --ca root.pem`,
  },
  operands: ['FILE|CASE|verify…'],
  options: {
    tsa: {
      takes: 'URL',
      repeats: true,
      summary: { zh: '时间戳机构的网址，可写多次', en: 'address of an authority; may be given several times' },
    },
    ca: {
      takes: 'CERTS',
      summary: { zh: '机构的根证书文件（PEM 或 DER）', en: 'file of root certificates (PEM or DER)' },
    },
    item: { takes: 'E3', summary: { zh: '案件里的哪一件证据', en: 'the exhibit of the case' } },
    out: {
      short: 'o',
      takes: 'TOKEN',
      summary: { zh: '凭据存到哪里；默认在文件旁边', en: 'where the token goes; default: beside the file' },
    },
    off: { summary: { zh: '不再记住任何机构', en: 'forget the chosen authority' } },
    ...casebookOptions,
  },
  run: async (context) => {
    const [first = '', second] = context.operands
    const verb = Object.hasOwn(verbs, first) ? verbs[first] : undefined
    if (verb !== undefined) return verb(context)
    if (second !== undefined) return misspelt(context, first)
    if (await isThere(first)) return (await import('./stamp-file.ts')).stampFile(context, first)
    return (await import('./stamp-case.ts')).stampKept(context, first)
  },
}

function misspelt({ report }: Context, typed: string): Ending {
  const near = nearestName(typed, Object.keys(verbs))
  report({
    zh: `一次只盖一个文件${near === undefined ? '' : `；“${typed}”您是不是要写 ${near}`}；用法见 youju timestamp --help`,
    en: `one file at a time${near === undefined ? '' : `; "${typed}": did you mean ${near}`}; see youju timestamp --help`,
  })
  return 'misused'
}
