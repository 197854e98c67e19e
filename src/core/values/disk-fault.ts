import type { Text } from './text.ts'

/** What a fault of the disk means for the person; undefined when it is no such fault. Reads codes and SQLite's words. */
export function diskFaultText(error: unknown): Text | undefined {
  if (!(error instanceof Error)) return undefined
  const said = `${'code' in error ? String(error.code) : ''} ${error.message}`
  return faults.find(([pattern]) => pattern.test(said))?.[1]
}

/** Whether an error says that the file of a database is no longer one. */
export function isDatabaseDamage(error: unknown): boolean {
  return error instanceof Error && DAMAGED.test(`${'code' in error ? String(error.code) : ''} ${error.message}`)
}

const DAMAGED = /SQLITE_CORRUPT|SQLITE_NOTADB|malformed|not a database/i

const faults: readonly (readonly [RegExp, Text])[] = [
  [
    /ENOSPC|EDQUOT|SQLITE_FULL|disk is full/i,
    {
      zh: '磁盘满了，这次没有写入；以前的内容都在。请腾出空间再试',
      en: 'the disk is full and nothing was written; everything kept before is there. Make room and try again',
    },
  ],
  [
    /EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN|readonly database|unable to open database/i,
    {
      zh: '数据文件夹不能写入，这次没有写入。请检查它的权限，或用 --data 换一个文件夹',
      en: 'the data folder cannot be written to and nothing was written. Check its permissions, or name another by --data',
    },
  ],
  [
    DAMAGED,
    {
      zh: '数据库文件损坏，没有改动它。请运行 youju doctor 查看，再从备份或 snapshots 文件夹恢复',
      en: 'the database file is damaged and was left as it is. Run youju doctor, then restore from a backup or from snapshots',
    },
  ],
  [
    /SQLITE_BUSY|database is locked/i,
    {
      zh: '案件库正被另一个程序占用，这次没有写入；请稍后再试',
      en: 'the casebook is in use by another program and nothing was written; try again shortly',
    },
  ],
]
