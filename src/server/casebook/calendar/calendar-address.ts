import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../vault/sync-folder.ts'

/** The private part of the address of the calendar feed: whoever has it can read the feed, until it is revoked. */
export type CalendarAddress = {
  /** Makes a new one; the one before no longer holds. It is told once: only its digest is kept. */
  readonly make: () => Promise<string>
  readonly revoke: () => Promise<void>
  readonly holds: (secret: string) => Promise<boolean>
  readonly isOn: () => Promise<boolean>
}

const NAME = 'calendar-address'

export function calendarAddress(folder: string): CalendarAddress {
  const path = join(folder, NAME)
  const kept = () => readFile(path).catch(() => undefined)
  return {
    async make() {
      const secret = randomBytes(24).toString('base64url')
      const fresh = `${path}.${process.pid}.part`
      const file = await open(fresh, 'w', 0o600)
      try {
        await file.writeFile(digestOf(secret))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(fresh, path)
      await syncFolder(folder)
      return secret
    },
    revoke: () => rm(path, { force: true }),
    async holds(secret) {
      const digest = await kept()
      return digest?.length === 32 && timingSafeEqual(digest, digestOf(secret))
    },
    isOn: async () => (await kept())?.length === 32,
  }
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
