import type { Text } from '../../core/values/text.ts'

/** A newer version of the program has written this store: what an older one would make of it cannot be known. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew'
  /** What to tell the person who started the older program. */
  readonly text: Text

  constructor(migration: string) {
    const text = {
      zh: `这个案件库已由更新版本的有据使用过（${migration}），本版本没有改动它；请升级有据后再打开`,
      en: `a newer version of Youju has used this casebook (${migration}); this version has changed nothing in it: upgrade, then open it again`,
    }
    super(text.en)
    this.text = text
  }
}
