import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'
import { aPostgres, hasPostgres } from '../store/sql/postgres.fixture.ts'
import { storm } from './storm.fixture.ts'
import { verdictOn } from './storm-check.fixture.ts'

/** The built program: the source through a loader would take a second a start. */
const program = fileURLToPath(new URL('../../../dist/youju.mjs', import.meta.url))

it('loses and doubles nothing that was acknowledged when server and commands are killed (the long run: npm run crash)', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'youju-storm-'))
  const result = await storm({ youju: [process.execPath, program], folder, kills: 5, seed: 7 })
  const verdict = await verdictOn(folder, result)
  expect(verdict).toMatchObject({ lost: [], doubled: [], findings: [] })
  expect(verdict.acknowledged).toBeGreaterThan(5)
})

it.skipIf(!hasPostgres)(
  'does not on PostgreSQL either, whose server is killed as well',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'youju-storm-'))
    const server = await aPostgres({ fsync: true })
    try {
      const url = await server.database()
      vi.stubEnv('YOUJU_DATABASE_URL', url)
      const storming = storm({ youju: [process.execPath, program], folder, kills: 4, seed: 11 })
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await server.crash()
      const verdict = await verdictOn(folder, await storming, url)
      expect(verdict).toMatchObject({ lost: [], doubled: [], findings: [] })
      expect(verdict.acknowledged).toBeGreaterThan(5)
    } finally {
      await server.stop()
    }
  },
)

afterEach(() => vi.unstubAllEnvs())
