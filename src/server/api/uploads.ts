import { createReadStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { isEvidenceKind } from '../../core/values/evidence-kind.ts'
import { say } from '../../core/values/text.ts'
import { addEvidence, type NewExhibit } from '../casebook/add-evidence.ts'
import type { ApiWorld } from './api-world.ts'

/** The largest single original: a long video. */
const MOST_BYTES = 20 * 1024 ** 3
export const uploadsPath = '/api/uploads'

/**
 * Resumable uploads (tus 1.0). What has arrived lies in `uploads/` of the data folder; with the last byte the original
 * goes into the vault and the exhibit into the case, once, whoever dies in between: what was whole but not yet taken is
 * taken at the next start.
 */
export async function uploadsOf({ book, report }: Pick<ApiWorld, 'book' | 'report'>) {
  const directory = join(book.folder, 'uploads')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const store = new FileStore({ directory })
  const take = async (upload: Upload): Promise<{ exhibit: string } | { problem: string; status: number }> => {
    const { case: caseId = '', name = '' } = upload.metadata ?? {}
    const content = arrived(join(directory, upload.id))
    const exhibit: NewExhibit = { name: name ?? '', content, described: describedBy(upload) }
    const added = await addEvidence(book, caseId ?? '', exhibit, { key: `upload:${upload.id}` })
    if (!added.ok) {
      if (added.refusal.code !== 'case-busy') await store.remove(upload.id)
      return { problem: say(added.refusal.text, upload.metadata?.lang === 'en' ? 'en' : 'zh-CN'), status: 422 }
    }
    await store.remove(upload.id)
    return { exhibit: added.value.exhibit }
  }
  const server = new Server({
    path: uploadsPath,
    datastore: store,
    maxSize: MOST_BYTES,
    relativeLocation: true,
    async onUploadCreate(_request, upload) {
      const { case: caseId, name } = upload.metadata ?? {}
      if (!caseId || !name) throw { status_code: 400, body: 'case and name are needed in Upload-Metadata' }
      return {}
    },
    async onUploadFinish(_request, upload) {
      const taken = await take(upload)
      if ('problem' in taken) throw { status_code: taken.status, body: taken.problem }
      return { headers: { 'Upload-Exhibit': taken.exhibit } }
    },
  })
  for (const name of await readdir(directory)) {
    if (!name.endsWith('.json')) continue
    const upload = await store.getUpload(name.slice(0, -'.json'.length)).catch(() => undefined)
    if (upload && upload.size === upload.offset) await take(upload).catch(report)
  }
  return async (request: Request) => {
    // Who asks how far an upload came must not be told that it is done while it was not taken: then it is taken now.
    if (request.method === 'HEAD') {
      const id = new URL(request.url).pathname.slice(uploadsPath.length + 1)
      const upload = /^\w+$/.test(id) ? await store.getUpload(id).catch(() => undefined) : undefined
      if (upload && upload.size === upload.offset) await take(upload)
    }
    return server.handleWeb(request)
  }
}

/** Opened only when it is read: a file that is refused unread is removed. */
async function* arrived(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 1 << 20 })
}

function describedBy({ metadata = {} }: Upload): NonNullable<NewExhibit['described']> {
  const { kind, title, shows } = metadata
  return {
    ...(isEvidenceKind(kind) ? { kind } : {}),
    ...(title ? { title } : {}),
    ...(shows ? { shows: shows.split(',').filter((one) => /^[a-z][a-z0-9-]{0,60}$/.test(one)) } : {}),
  }
}
