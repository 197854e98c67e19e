import { readFile, stat } from 'node:fs/promises'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import { addressOf, shownAddress } from '../../server/proof/stamp/ask.ts'
import type { Cert } from '../../server/proof/stamp/certificate.ts'
import { type Chosen, chooseAuthorities, chosenAuthorities } from '../../server/proof/stamp/chosen-authorities.ts'
import { LARGEST_ROOTS, rootsOf } from '../../server/proof/stamp/roots.ts'
import { dataFolder } from '../casebook/with-casebook.ts'
import type { Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'

/** The authorities and roots of a call: those it names, else those that were chosen once. At least one authority. */
export async function authoritiesFor(options: Context['options']): Promise<Outcome<Chosen>> {
  const roots = await rootsFor(options)
  if (!roots.ok) return roots
  const authorities = options.tsa?.split('\n') ?? (await chosenAuthorities(options.data ?? dataFolder())).authorities
  const odd = authorities.find((address) => addressOf(address) === undefined)
  if (odd !== undefined)
    return refuse('not-an-address', {
      zh: `“${odd}”不是网址；请写 http:// 或 https:// 开头的时间戳服务地址`,
      en: `"${odd}" is no address; write that of a time stamp service, beginning with http:// or https://`,
    })
  if (authorities.length > 0) return done({ authorities, roots: roots.value })
  return refuse('authority-missing', {
    zh: '没有选定时间戳机构，不会联系任何一家；请用 --tsa 网址 写明，或用 youju timestamp settings --tsa 网址 记住',
    en: 'no authority is chosen, so none is contacted; name one with --tsa URL, or remember it with youju timestamp settings --tsa URL',
  })
}

/** The roots of a call: those of `--ca`, else those chosen once; perhaps none. */
export async function rootsFor(options: Context['options']): Promise<Outcome<readonly Cert[]>> {
  if (options.ca === undefined) return done((await chosenAuthorities(options.data ?? dataFolder())).roots)
  const { ca } = options
  const size = await stat(ca).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size !== undefined && size <= LARGEST_ROOTS) return rootsOf(await readFile(ca), ca)
  return refuse('file-unknown', {
    zh: `没有证书文件 ${ca}，请检查路径`,
    en: `there is no file of certificates ${ca}; check the path`,
  })
}

/** Keeps, forgets or shows what was chosen. */
export async function settings({ options, operands, json, lang, print, report }: Context): Promise<Ending> {
  const folder = options.data ?? dataFolder()
  if (operands.length > 1) {
    report({ zh: 'settings 后面只跟选项', en: 'settings takes options alone' })
    return 'misused'
  }
  if (options.off !== undefined) await chooseAuthorities(folder, { authorities: [], roots: [] })
  else if (options.tsa !== undefined || options.ca !== undefined) {
    const made = await authoritiesFor(options)
    if (!made.ok) {
      report(made.refusal.text)
      return 'misused'
    }
    await chooseAuthorities(folder, made.value)
  }
  const { authorities, roots } = await chosenAuthorities(folder)
  const shown = authorities.map(shownAddress)
  if (json) {
    await print(`${JSON.stringify({ authorities: shown, roots: roots.length })}\n`)
    return 'holds'
  }
  const words =
    shown.length === 0
      ? { zh: '没有选定时间戳机构，不会联系任何一家。', en: 'No authority is chosen; none is contacted.' }
      : {
          zh: `选定的时间戳机构：${shown.join('、')}；根证书 ${roots.length} 张。只在您执行 youju timestamp 时才联系，只发摘要。`,
          en: `Chosen: ${shown.join(', ')}; ${roots.length} root certificates. Contacted only when you run youju timestamp, with a digest alone.`,
        }
  await print(`${say(words, lang)}\n`)
  return 'holds'
}
