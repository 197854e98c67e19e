import { open } from 'node:fs/promises'

/** A name in a folder is on the disk only when the folder is. Where folders cannot be opened (Windows) nothing is owed. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
