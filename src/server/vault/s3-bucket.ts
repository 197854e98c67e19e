import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import type { S3Address } from './s3-address.ts'
import { VaultUnusable } from './vault-unusable.ts'

/** How often a request is made before it is given up, and how long one waits for an answer to begin, in milliseconds. */
const TRIES = 4
const PATIENCE = 30_000
const FIRST_PAUSE = 100

export type S3Object = { readonly key: string; readonly bytes: number }
type Asked = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  readonly body?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** What is asked of a bucket; keys are below the prefix of the address. */
export type S3Bucket = ReturnType<typeof s3Bucket>

/**
 * A bucket spoken to over HTTP, each request signed (AWS Signature 4), what is sent with its own SHA-256, which the storage
 * holds it against. Busy and broken answers are asked for again; a redirect is not followed.
 */
export function s3Bucket({ base, bucket, prefix, region, accessKeyId, secretAccessKey }: S3Address) {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  const urlOf = (key: string) => `${base}${key}`

  async function ask(url: string, { method, body, headers = {} }: Asked): Promise<Response> {
    const sha256 = createHash('sha256')
      .update(body ?? new Uint8Array())
      .digest('hex')
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once(url, {
        method,
        headers: { ...headers, 'x-amz-content-sha256': sha256 },
        ...(body && { body }),
      })
      const isBusy = typeof answer === 'string' || answer.status >= 500 || answer.status === 429
      if (!isBusy) return answer
      if (attempt === TRIES) throw new VaultUnusable(typeof answer === 'string' ? answer : `HTTP ${answer.status}`)
      if (typeof answer !== 'string') await answer.body?.cancel()
      await setTimeout(FIRST_PAUSE * 2 ** attempt)
    }
  }

  /** One request; why there is no answer, when there is none. */
  async function once(url: string, asked: Asked): Promise<Response | string> {
    const patience = new AbortController()
    const timer = globalThis.setTimeout(() => patience.abort(), PATIENCE)
    try {
      const { body, ...rest } = asked
      const signed = await client.sign(url, { ...rest, ...(body && { body: new Uint8Array(body) }) })
      return await fetch(signed, { signal: patience.signal, redirect: 'manual' })
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
      return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
    } finally {
      clearTimeout(timer)
    }
  }

  /** The answer, or undefined when there is no such object. */
  async function told(url: string, asked: Asked): Promise<Response | undefined> {
    const answer = await ask(url, asked)
    if (answer.ok) return answer
    const text = asked.method === 'HEAD' ? '' : await answer.text()
    const code = /<Code>([^<]*)</.exec(text)?.[1] ?? ''
    if (answer.status === 404 && code !== 'NoSuchBucket') return undefined
    throw new VaultUnusable([`HTTP ${answer.status}`, code].join(' ').trim())
  }

  async function needed(url: string, asked: Asked): Promise<Response> {
    const answer = await told(url, asked)
    if (answer === undefined) throw new VaultUnusable('HTTP 404')
    return answer
  }

  return {
    async size(key: string): Promise<number | undefined> {
      const answer = await told(urlOf(key), { method: 'HEAD' })
      return answer && Number(answer.headers.get('content-length'))
    },
    async read(key: string, range?: { start: number; end: number }): Promise<ReadableStream | undefined> {
      const headers = range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` }
      const answer = await told(urlOf(key), { method: 'GET', headers })
      return answer && (answer.body ?? new Blob([]).stream())
    },
    async put(key: string, body: Uint8Array): Promise<void> {
      await needed(urlOf(key), { method: 'PUT', body })
    },
    /** An object of several parts; what was sent of it goes when it breaks off. */
    async putParts(key: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
      const url = urlOf(key)
      const begun = await (await needed(`${url}?uploads`, { method: 'POST' })).text()
      const id = encodeURIComponent(/<UploadId>([^<]+)</.exec(begun)?.[1] ?? '')
      try {
        const tags: string[] = []
        for await (const body of parts) {
          const answer = await needed(`${url}?partNumber=${tags.length + 1}&uploadId=${id}`, { method: 'PUT', body })
          tags.push(answer.headers.get('etag') ?? '')
        }
        const listed = tags
          .map((tag, n) => `<Part><PartNumber>${n + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
          .join('')
        const body = new TextEncoder().encode(`<CompleteMultipartUpload>${listed}</CompleteMultipartUpload>`)
        const ended = await (await needed(`${url}?uploadId=${id}`, { method: 'POST', body })).text()
        // The storage may answer 200 and then tell of a fault.
        const fault = /<Error>[\s\S]*?<Code>([^<]*)</.exec(ended)?.[1]
        if (fault !== undefined) throw new VaultUnusable(fault)
      } catch (error) {
        await told(`${url}?uploadId=${id}`, { method: 'DELETE' }).catch(() => undefined)
        throw error
      }
    },
    async remove(key: string): Promise<void> {
      await told(urlOf(key), { method: 'DELETE' })
    },
    /** Objects whose keys begin so, in their order. */
    async *list(below: string): AsyncGenerator<S3Object> {
      for (let token: string | undefined; ; ) {
        const query = new URLSearchParams({ 'list-type': '2', 'encoding-type': 'url', prefix: prefix + below })
        if (token !== undefined) query.set('continuation-token', token)
        const page = await (await needed(`${bucket}?${query}`, { method: 'GET' })).text()
        for (const [, entry = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
          const key = decodeURIComponent((/<Key>([^<]*)</.exec(entry)?.[1] ?? '').replaceAll('+', ' '))
          yield { key: key.slice(prefix.length), bytes: Number(/<Size>(\d+)</.exec(entry)?.[1]) }
        }
        token = /<NextContinuationToken>([^<]*)</.exec(page)?.[1]
        if (token === undefined) return
      }
    },
  }
}
