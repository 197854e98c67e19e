import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { plainTitle } from '../../../core/knowledge/statutes/imported-statutes.ts'
import { type Statute, statuteSchema } from '../../../core/knowledge/statutes/statute.ts'

/** Where the data folder keeps imported statutes: one file a version. */
export const shelfOf = (data: string) => join(data, 'laws')

/** The statutes imported into a data folder, by title and day; none where nothing was imported. */
export async function readStatutes(data: string): Promise<readonly Statute[]> {
  const folder = shelfOf(data)
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (name) => parsed(await readFile(join(folder, name), 'utf8'), join(folder, name))))
}

/** Keeps a version, whole or not at all. */
export async function writeStatute(data: string, statute: Statute): Promise<void> {
  const folder = shelfOf(data)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${statute.day}-${keyOf(statute.title)}.json`)
  const fresh = `${path}.${process.pid}.tmp`
  try {
    const file = await open(fresh, 'w', 0o600)
    try {
      await file.writeFile(`${JSON.stringify(statute)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } finally {
    await rm(fresh, { force: true })
  }
}

function keyOf(title: string): string {
  return createHash('sha256').update(plainTitle(title)).digest('hex').slice(0, 16)
}

function parsed(text: string, path: string): Statute {
  try {
    return statuteSchema.parse(JSON.parse(text))
  } catch {
    throw new Error(`${path} is damaged; move it away and import the statute again`)
  }
}
