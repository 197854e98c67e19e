import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files below a folder whose bytes hold that text. */
export async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && (await readFile(path)).includes(text)) found.push(path)
  }
  return found
}
