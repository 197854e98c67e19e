import { useCallback, useEffect, useState } from 'react'

const [database, table] = ['youju-drafts', 'files']

/** Files chosen before there is a case to keep them, held in this browser so that a reload does not lose them. */
export function useFileDraft(): readonly [readonly File[], (files: readonly File[]) => void] {
  const [files, setFiles] = useState<readonly File[]>([])
  useEffect(() => {
    void read().then((kept) => setFiles((now) => (now.length === 0 ? kept : now)))
  }, [])
  const keep = useCallback((next: readonly File[]) => {
    setFiles(next)
    void write(next)
  }, [])
  return [files, keep]
}

async function read(): Promise<readonly File[]> {
  const kept = await inTable('readonly', (store) => store.get(0))
  return Array.isArray(kept) ? kept.filter((one): one is File => one instanceof File) : []
}

async function write(files: readonly File[]): Promise<void> {
  await inTable('readwrite', (store) => store.put(files, 0))
}

/** Undefined where the browser forbids storage: then the files live in the page alone. */
function inTable(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve) => {
    const none = () => resolve(undefined)
    try {
      const opening = indexedDB.open(database, 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore(table)
      opening.onerror = none
      opening.onsuccess = () => {
        const request = ask(opening.result.transaction(table, mode).objectStore(table))
        request.onsuccess = () => resolve(request.result)
        request.onerror = none
      }
    } catch {
      none()
    }
  })
}
