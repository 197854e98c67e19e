import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Casebook } from '../../server/casebook/casebook.ts'
import type { Context, Option } from '../command.ts'
import type { Ending } from '../exit-code.ts'

/** The option of every command that works on kept cases. */
export const dataOption: Readonly<Record<string, Option>> = {
  data: {
    takes: 'DIR',
    summary: {
      zh: '案件库所在的文件夹；默认用本机的应用数据文件夹',
      en: 'the folder of the casebook; default: the platform’s data folder',
    },
  },
  'database-url': {
    takes: 'URL',
    summary: {
      zh: '案件记录改存 PostgreSQL；也可用环境变量 YOUJU_DATABASE_URL',
      en: 'keep the records in PostgreSQL; or set YOUJU_DATABASE_URL',
    },
  },
}

/** The database that a call names; undefined for the file in the data folder. */
export function databaseUrl(options: Context['options'], env: NodeJS.ProcessEnv = process.env): string | undefined {
  return options['database-url'] ?? (env.YOUJU_DATABASE_URL || undefined)
}

/** Opens the casebook a call names, does the work on it and closes it whatever comes. */
export async function withCasebook(
  { options, now }: Pick<Context, 'options' | 'now'>,
  work: (book: Casebook) => Promise<Ending>,
): Promise<Ending> {
  const [{ readKnowledge }, { openCasebook }] = await Promise.all([
    import('../../server/pack/knowledge-folder.ts'),
    import('../../server/casebook/open-casebook.ts'),
  ])
  const book = await openCasebook(options.data ?? dataFolder(), await readKnowledge(), () => now, databaseUrl(options))
  try {
    return await work(book)
  } finally {
    await book.store.close()
  }
}

/** Where this platform keeps the data of programs. */
export function dataFolder(
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'youju')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'youju')
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'youju')
}
