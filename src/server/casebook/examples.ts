import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Casebook } from './casebook.ts'
import { type Imported, importFolder } from './import-folder.ts'

export type Example = { readonly id: string; readonly about: { readonly zh: string; readonly en: string } }

/** The worked cases of a folder: each a case folder whose first two comment lines say what it is about. */
export async function examplesIn(folder: string): Promise<readonly Example[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name: id }): Promise<readonly Example[]> => {
        const text = await readFile(join(folder, id, 'case.yaml'), 'utf8').catch(() => undefined)
        const [zh, en] = text?.split('\n', 2).map((line) => line.replace(/^#\s*/, '').trim()) ?? []
        return zh ? [{ id, about: { zh, en: en ?? zh } }] : []
      }),
  )
  return found.flat().sort((a, b) => a.about.zh.localeCompare(b.about.zh, 'zh-CN'))
}

/** Opens a fresh copy of an example; it is a case like any other and can be thrown away. */
export async function openExample(book: Casebook, folder: string | undefined, id: string): Promise<Outcome<Imported>> {
  const known = folder === undefined ? [] : await examplesIn(folder)
  if (folder !== undefined && known.some((example) => example.id === id))
    return importFolder(book, join(folder, id), { anew: true })
  return refuse('example-unknown', { zh: `没有示例“${id}”`, en: `there is no example "${id}"` })
}
