import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { dayOf } from '../../core/values/instant.ts'
import { say } from '../../core/values/text.ts'
import type { NewFolder } from '../../server/pack/new-case/new-folder.ts'
import type { Command, Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { newText } from './new-text.ts'

export const newCommand: Command = {
  name: 'new',
  summary: {
    zh: '把一堆截图、照片、邮件、聊天文字变成案件文件夹',
    en: 'Make a case folder from a heap of screenshots, photos, mails and chats',
  },
  usage: {
    zh: `FILE 是截图、照片、PDF、邮件、保存的网页、文本；文件夹会展开；- 表示从标准输入读一段粘贴的文字。
原件照样复制进 evidence/ 并封存；订单、沟通记录、证据从中读出，写进 case.yaml，每一项都标 confirm: true，等您核对。
只填有把握的；没把握的列在 readings 里，不当真。提议问题类型，并说明还缺什么、先补哪样。不联网。
中途停下，再运行同一条命令就接着做。-o 指定新文件夹，默认在当前目录新建“案件-日期”。
例：youju new 截图/*.png 聊天.txt -o 我的案件`,
    en: `FILE is a screenshot, photo, PDF, mail, saved page or text; a folder stands for its files; - reads pasted text from
standard input. Originals are copied into evidence/ as they are and sealed; order, contacts and evidence are read from
them into case.yaml, each marked confirm: true until you have looked at it. Only what is certain is filled in, the rest
is listed under readings. The problem is proposed, and what is missing asked for, most decisive first. Nothing is sent.
A run that is stopped goes on when called again. -o names a new folder; by default it is named by the day, here.
Example: youju new pictures/*.png chat.txt -o my-case`,
  },
  operands: ['FILE…'],
  options: {
    out: { short: 'o', takes: 'FOLDER', summary: { zh: '新案件文件夹', en: 'the new case folder' } },
  },
  run: makeNew,
}

async function makeNew(context: Context): Promise<Ending> {
  const { operands, options, now, lang, json, print, report, progress, input } = context
  const temporary = await mkdtemp(join(tmpdir(), 'youju-new-'))
  const { openReader } = await import('../../server/reading/reader.ts')
  const reader = openReader()
  try {
    const files = await filesNamed(operands, temporary, input, report)
    if (files === undefined) return 'misused'
    const [{ newFolder }, { readKnowledge }] = await Promise.all([
      import('../../server/pack/new-case/new-folder.ts'),
      import('../../server/pack/knowledge-folder.ts'),
    ])
    const knowledge = await readKnowledge()
    const out = options.out ?? `案件-${dayOf(now)}`
    const made = await newFolder({
      files,
      out,
      id: idOf(out, now),
      knowledge,
      now,
      reader,
      progress: (read, all) =>
        progress({ zh: `${bar(read, all)} 已读 ${read}/${all}`, en: `${bar(read, all)} read ${read} of ${all}` }),
    })
    if (!made.ok) {
      report(made.refusal.text)
      return endingOf(made.refusal)
    }
    const titles = Object.fromEntries(
      Object.entries(knowledge.problems).map(([type, { title }]) => [type, say(title, lang)]),
    )
    await print(json ? `${JSON.stringify(newJson(made.value), null, 2)}\n` : newText(made.value, titles, lang))
    return 'holds'
  } finally {
    await reader.close()
    await rm(temporary, { recursive: true, force: true })
  }
}

/** The files to read; undefined when one is not there, which is told. */
async function filesNamed(
  operands: readonly string[],
  temporary: string,
  input: Context['input'],
  report: Context['report'],
): Promise<readonly string[] | undefined> {
  const files: string[] = []
  let missing = false
  for (const operand of operands) {
    if (operand === '-') {
      const pasted = join(temporary, '粘贴的文字.txt')
      const chunks: Uint8Array[] = []
      for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
      await writeFile(pasted, Buffer.concat(chunks))
      files.push(pasted)
      continue
    }
    const found = await stat(operand).catch(() => undefined)
    if (found?.isDirectory()) {
      const names = (await readdir(operand, { withFileTypes: true })).filter(
        (entry) => entry.isFile() && !entry.name.startsWith('.'),
      )
      files.push(...names.map(({ name }) => join(operand, name)).sort())
    } else if (found?.isFile()) files.push(operand)
    else {
      missing = true
      report({ zh: `没有文件 ${operand}，请检查路径`, en: `there is no file ${operand}; check the path` })
    }
  }
  if (!missing && files.length === 0)
    report({ zh: '没有可读的文件；请写明截图、照片或文字文件', en: 'there is no file to read; name pictures or texts' })
  return missing || files.length === 0 ? undefined : files
}

function bar(read: number, all: number): string {
  const full = Math.round((read / all) * 20)
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)}`
}

/** A case id is plain letters and digits; a folder named otherwise gets one by its day. */
function idOf(out: string, now: string): string {
  const name = basename(out)
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : `case-${dayOf(now)}`
}

function newJson(made: NewFolder) {
  const { folder, exhibits, kase, readings, problems, checks, remarks, unread, twice, advice } = made
  return {
    folder,
    case: kase.id,
    exhibits,
    contacts: kase.contacts.length,
    readings: readings.map((reading) => ({ ...reading, confirm: true })),
    problems: problems.map(({ type, confidence }) => ({ type, confidence })),
    checks,
    remarks,
    unread,
    twice,
    missing: advice.evidence.filter(({ status }) => status !== 'have'),
    questions: advice.questions,
    next: advice.next,
  }
}
