import type { Text } from '../../core/values/text.ts'

/** The object storage cannot be reached or lets nobody in. */
export class VaultUnusable extends Error {
  override readonly name = 'VaultUnusable'
  readonly text: Text

  /** `why`: what a request met with, or all there is to say. */
  constructor(why: string | Text) {
    const text =
      typeof why !== 'string'
        ? why
        : {
            zh: `用不了存放原件的对象存储（${why}）；请检查地址、桶名、密钥和网络，这次没有写入`,
            en: `the object storage for originals cannot be used (${why}): check address, bucket, keys and network; nothing was written`,
          }
    super(text.en)
    this.text = text
  }
}
