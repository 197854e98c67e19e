import { bodyOf } from './api.ts'

/** Sends a file as it is and answers with what the server made of it. */
export function sendFile<T>(path: `/api/${string}`, file: File, lang: string): Promise<T> {
  return bodyOf<T>(
    fetch(`${path}?lang=${lang}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  )
}
