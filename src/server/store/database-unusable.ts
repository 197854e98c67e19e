import type { Text } from '../../core/values/text.ts'

/** The database server cannot be reached, lets nobody in or is too old. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable'
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}
