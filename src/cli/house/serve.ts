import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { epochMs, instantAt } from '../../core/values/instant.ts'
import type { Text } from '../../core/values/text.ts'
import { casebookOptions, dataFolder, elsewhere } from '../casebook/with-casebook.ts'
import type { Command } from '../command.ts'

const DEFAULT_PORT = 7315

export const serveCommand: Command = {
  name: 'serve',
  summary: { zh: '打开网页界面（只在本机）', en: 'Serve the web app, on this machine alone' },
  usage: {
    zh: `启动后显示一个链接，点开就能用；链接只能用一次，打开过的浏览器以后直接进入。数据都在本机，不连别处。
--example：案件库还是空的，就先打开一个示例案件。--phone：同一无线网里的手机也能用（不加密，只在信得过的网里开）。
端口被占用时用下一个。--json 打印 {url, port, pid, folder}。按 Ctrl+C 停止。`,
    en: `Prints a link to open; it works once, and the browser that opened it is let in from then on. Everything stays here.
--example: opens a worked case when the casebook is empty. --phone: phones on the same network too (not encrypted: only
on a network you trust). A busy port gives way to the next. --json prints {url, port, pid, folder}. Ctrl+C stops it.`,
  },
  operands: [],
  options: {
    ...casebookOptions,
    port: { takes: 'PORT', summary: { zh: '端口，默认 7315', en: 'the port; default 7315' } },
    phone: { summary: { zh: '也让同一网络里的手机用', en: 'also serve phones on the same network' } },
    example: { summary: { zh: '案件库为空时打开一个示例', en: 'open an example when the casebook is empty' } },
  },
  async run({ options, now: began, json, print, report }) {
    const port = options.port === undefined ? DEFAULT_PORT : Number(options.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      report({ zh: `--port 应是 0 到 65535 的整数`, en: '--port takes a whole number from 0 to 65535' })
      return 'misused'
    }
    const [{ readKnowledge }, { openCasebook }, { serveCasebook }] = await Promise.all([
      import('../../server/pack/knowledge-folder.ts'),
      import('../../server/casebook/open-casebook.ts'),
      import('../../server/main/serve.ts'),
    ])
    const folder = options.data ?? dataFolder()
    // With --now the clock runs on from there.
    const ahead = options.now === undefined ? 0 : epochMs(began) - Date.now()
    const now = () => instantAt(Date.now() + ahead)
    const book = await openCasebook(folder, await readKnowledge(), now, elsewhere(options))
    const examples = inPackage('examples')
    const serving = await serveCasebook({
      book,
      webFolder: inPackage('dist/web') ?? '',
      port,
      phone: 'phone' in options,
      ...(examples === undefined ? {} : { examples }),
      ...('example' in options ? { firstExample: 'self-operated-fault' } : {}),
      report: (error) => report(faultText(error)),
    })
    if (json)
      await print(
        `${JSON.stringify({ url: serving.link, port: serving.port, pid: process.pid, folder, ...(serving.phoneLink && { phoneUrl: serving.phoneLink }) })}\n`,
      )
    else {
      await print(`${serving.link}\n`)
      if (serving.phoneLink !== undefined) {
        const { renderUnicodeCompact } = await import('uqr')
        await print(`${serving.phoneLink}\n${renderUnicodeCompact(serving.phoneLink)}\n`)
        report(phoneRisk)
      }
      report({
        zh: `在浏览器打开上面的链接（只能用一次）。案件都在 ${folder}。按 Ctrl+C 停止。`,
        en: `Open the link above in a browser (it works once). Everything is in ${folder}. Ctrl+C stops.`,
      })
    }
    await stopped()
    await serving.close()
    await book.store.close()
    return 'holds'
  },
}

const phoneRisk: Text = {
  zh: '手机扫上面的二维码（只能用一次）。连接不加密：同一网络里的人可能看到内容，只在信得过的网里用，用完停止。',
  en: 'Scan the code above with the phone (it works once). The connection is not encrypted: others on the network may read along; use it only on a network you trust, and stop it afterwards.',
}

/** A folder of this package, from the bundle or from source. */
function inPackage(name: string): string | undefined {
  const root = import.meta.url.includes('/src/cli/') ? '../../../' : '../'
  const path = fileURLToPath(new URL(root + name, import.meta.url))
  return existsSync(path) ? path : undefined
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

function faultText(error: unknown): Text {
  const why = error instanceof Error ? error.message : String(error)
  return { zh: `出错：${why}`, en: `failed: ${why}` }
}
