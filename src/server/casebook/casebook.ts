import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'

/** What every use case of kept cases works with. */
export type Casebook = {
  readonly store: Store
  readonly vault: Vault
  /** In Chinese, as papers are; what answers in another language says so. */
  readonly knowledge: Knowledge
  /** The data folder. */
  readonly folder: string
  /** The present moment, an instant as `parseInstant` gives it. */
  readonly now: () => string
}
