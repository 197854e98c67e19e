import { stat } from 'node:fs/promises'
import type { Statute } from '../../../core/knowledge/statutes/statute.ts'
import { readStatutes, shelfOf } from './statute-shelf.ts'

/** The statutes of a data folder for a program that goes on: read again only when one was imported. */
export function openShelf(data: string): () => Promise<readonly Statute[]> {
  let held: { readonly at: number; readonly statutes: Promise<readonly Statute[]> } | undefined
  return async () => {
    const at = await stat(shelfOf(data)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
    // What cannot be read is not held on to: it may be mended.
    if (held?.at !== at) {
      const statutes = readStatutes(data)
      held = { at, statutes }
      statutes.catch(() => {
        held = undefined
      })
    }
    return held.statutes
  }
}
