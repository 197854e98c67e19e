import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('entry.ts', import.meta.url))

function start(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, ['--import', 'tsx', entry, ...words], { env: { ...process.env, ...env } })
}

async function ended(child: ReturnType<typeof start>) {
  const texts = Promise.all([text(child.stdout), text(child.stderr)])
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await texts
  return { code, out, err }
}

describe('the process', () => {
  it('exits 0 with the result on standard output, whatever its zone', async () => {
    const child = start(['due'], { TZ: 'America/New_York' })
    child.stdin.end('{"id":"A","rule":"hours-9-21-working","n":12,"start":"2026-03-07 20:00"}')
    const { code, out, err } = await ended(child)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out).due).toBe('2026-03-09T21:00:00+08:00')
  })

  it('exits 2 with the fault on standard error', async () => {
    const { code, out, err } = await ended(start(['deu']))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('due')
  })

  it('exits 3 with a short word when machinery fails', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'youju-'))
    await mkdir(join(folder, 'laws', 'folder.yaml'), { recursive: true })
    const { code, out, err } = await ended(start(['check-knowledge', folder]))
    await rm(folder, { recursive: true })
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 3, out: '', lines: 1 })
    expect(err).toContain('EISDIR')
  })

  it('says in the language asked for that a newer program has written the casebook', async () => {
    const data = await mkdtemp(join(tmpdir(), 'youju-'))
    await ended(start(['list', '--data', data]))
    const file = new Database(join(data, 'youju.db'))
    file.exec(`insert into kysely_migration (name, timestamp) values ('0099-of-tomorrow', 'now')`)
    file.close()
    const [zh, en] = [
      await ended(start(['list', '--data', data])),
      await ended(start(['list', '--data', data, '--lang', 'en'])),
    ]
    expect([zh.code, zh.out, en.code]).toEqual([3, '', 3])
    expect(zh.err).toContain('请升级有据')
    expect(en.err).toContain('upgrade')
  })

  it('leaves quietly when its reader has gone', async () => {
    const child = start(['due'])
    child.stdout.destroy()
    child.stdin.on('error', () => undefined)
    child.stdin.end('{"id":"A","rule":"days","n":1,"start":"2026-03-07 20:00"}\n'.repeat(5000))
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})
