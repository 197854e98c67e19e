import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Casebook } from '../../server/casebook/casebook.ts'
import type { Elsewhere } from '../../server/casebook/open-casebook.ts'
import type { Context, Option } from '../command.ts'
import type { Ending } from '../exit-code.ts'

/** Where this machine keeps what the program keeps. */
export const dataOption: Readonly<Record<string, Option>> = {
  data: {
    takes: 'DIR',
    summary: {
      zh: '案件库所在的文件夹；默认用本机的应用数据文件夹',
      en: 'the folder of the casebook; default: the platform’s data folder',
    },
  },
}

/** The options of every command that works on kept cases. */
export const casebookOptions: Readonly<Record<string, Option>> = {
  ...dataOption,
  'database-url': {
    takes: 'URL',
    summary: {
      zh: '案件记录改存 PostgreSQL；也可用环境变量 YOUJU_DATABASE_URL',
      en: 'keep the records in PostgreSQL; or set YOUJU_DATABASE_URL',
    },
  },
  'vault-url': {
    takes: 'URL',
    summary: {
      zh: '原件改存对象存储（s3://桶名/前缀?endpoint=…）；也可用环境变量 YOUJU_VAULT_URL',
      en: 'keep originals in object storage (s3://bucket/prefix?endpoint=…); or set YOUJU_VAULT_URL',
    },
  },
}

/** Where a call keeps records and originals, if not in the data folder. */
export function elsewhere(options: Context['options'], env: NodeJS.ProcessEnv = process.env): Elsewhere {
  return {
    databaseUrl: options['database-url'] ?? (env.YOUJU_DATABASE_URL || undefined),
    vaultUrl: options['vault-url'] ?? (env.YOUJU_VAULT_URL || undefined),
  }
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
  const book = await openCasebook(options.data ?? dataFolder(), await readKnowledge(), () => now, elsewhere(options))
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
