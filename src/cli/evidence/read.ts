import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { DkimKeys } from '../../server/reading/decode/mail.ts'
import type { Command, Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { readingJson } from './reading-json.ts'
import { readingText } from './reading-text.ts'

export const readCommand: Command = {
  name: 'read',
  summary: {
    zh: '读出截图、照片、PDF、邮件、网页里的文字和订单信息',
    en: 'Read the words and order data in pictures, PDFs, mails and saved pages',
  },
  usage: {
    zh: `逐个读取文件：图片（含条码、二维码）、PDF、邮件、保存的网页、文本。不联网，原文件不改动。
--json 每个文件打印一行 JSON：文件、SHA-256、类型、文字、各行的位置和把握（score，0–1）、识别出的信息、条码、拍摄时间。
score 低于 0.9 的只是可能，请对照原图。读不出的会说明原因，不影响其他文件。

--keys 邮件签名的公钥（JSON：{"选择器._domainkey.域名": "v=DKIM1; p=…"}）；只有核对通过的才写“通过”

例：youju read 订单截图.png 聊天记录.jpg`,
    en: `Reads file by file: pictures with their barcodes, PDFs, mails, saved pages, texts. Nothing is sent anywhere and no
file is changed.
--json prints one JSON line a file: file, SHA-256, type, text, lines with place and score (0 to 1), fields, barcodes,
when it was taken. What scores below 0.9 is only likely: compare it with the picture.
What cannot be read is named with the reason; the others are read all the same.

--keys: public keys of mail signatures (JSON: {"selector._domainkey.domain": "v=DKIM1; p=…"})

Example: youju read order.png chat.jpg`,
  },
  operands: ['FILE…'],
  options: {
    keys: { takes: 'FILE', summary: { zh: '邮件签名的公钥', en: 'public keys of mail signatures' } },
  },
  run: read,
}

async function read({ operands, options, lang, now, json, print, report, progress }: Context): Promise<Ending> {
  const [{ openReader }, { readFile }] = await Promise.all([
    import('../../server/reading/reader.ts'),
    import('../../server/reading/read-file.ts'),
  ])
  const keys = await keysIn(options.keys)
  if (!keys.ok) {
    report(keys.refusal.text)
    return 'misused'
  }
  const { readKnowledge } = await import('../../server/pack/knowledge-folder.ts')
  const knowledge = await readKnowledge()
  let ending: Ending = 'holds'
  const reader = openReader()
  try {
    for (const [index, file] of operands.entries()) {
      progress({
        zh: `正在读取 ${index + 1}/${operands.length}：${file}`,
        en: `Reading ${index + 1} of ${operands.length}: ${file}`,
      })
      if (!(await isFile(file))) {
        report({ zh: `没有文件 ${file}，请检查路径`, en: `there is no file ${file}; check the path` })
        ending = 'misused'
        continue
      }
      const reading = await readFile(reader, file, { knowledge, now, keys: keys.value })
      await print(json ? `${JSON.stringify(readingJson(file, reading))}\n` : readingText(file, reading, lang))
    }
  } finally {
    await reader.close()
  }
  return ending
}

async function isFile(path: string): Promise<boolean> {
  const { stat } = await import('node:fs/promises')
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** The keys as a name server would answer them, by `selector._domainkey.domain`. */
async function keysIn(file: string | undefined): Promise<Outcome<DkimKeys>> {
  if (file === undefined) return done({})
  const { readFile } = await import('node:fs/promises')
  const off = refuse('keys-off', {
    zh: `${file} 不是 {"选择器._domainkey.域名": "v=DKIM1; p=…"} 形式的 JSON`,
    en: `${file} is not JSON of the form {"selector._domainkey.domain": "v=DKIM1; p=…"}`,
  })
  try {
    const keys: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) return off
    const entries = Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    if (entries.length !== Object.keys(keys).length) return off
    return done(Object.fromEntries(entries.map(([name, key]) => [name.toLowerCase(), key])))
  } catch {
    return off
  }
}
