import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ZipEntry } from '../../proof/zip/zip-writing.ts'

/** Writes entries as files of a new folder, which is there whole or not at all; throws where something is there. */
export async function writeFolder(entries: AsyncIterable<ZipEntry>, path: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  await mkdir(draft)
  try {
    for await (const { name, content } of entries) await writeFile(join(draft, ...name.split('/')), content)
    await rename(draft, path)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function writeFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx')
  try {
    for await (const chunk of content) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}
