import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from '../api-world.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The built app. Only files that were there at start are served, by their exact path; any other address is a page of the
 * app, which says so when it has none.
 */
export async function webFiles(folder: string) {
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).map((name) => name.replaceAll('\\', '/'))
  const known = new Set(names.filter((name) => extname(name) in types))
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const asked = c.req.path.slice(1)
    const name = known.has(asked) ? asked : 'index.html'
    if (asked.startsWith('assets/') !== name.startsWith('assets/')) return next()
    return c.body(new Uint8Array(await readFile(join(folder, name))), 200, {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
}
