import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFauxqs } from 'fauxqs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aPostgres, hasPostgres } from '../../server/store/sql/postgres.fixture.ts'
import { call } from '../world.fixture.ts'

afterEach(() => vi.unstubAllEnvs())

const clock = '2026-11-20T02:00:00Z'

describe.skipIf(!hasPostgres)('a casebook moves', () => {
  it('from a file and a folder to PostgreSQL and a bucket and back: every record, chain and original is the same', async () => {
    const [server, storage] = await Promise.all([aPostgres(), startFauxqs({ port: 0, logger: false })])
    try {
      storage.createBucket('clinic')
      vi.stubEnv('YOUJU_S3_ACCESS_KEY_ID', 'id')
      vi.stubEnv('YOUJU_S3_SECRET_ACCESS_KEY', 'secret')
      const folder = await mkdtemp(join(tmpdir(), 'youju-moving-'))
      const at = (name: string) => join(folder, name)
      const home = ['--data', at('home')]
      const bucket = `s3://clinic/youju?endpoint=${storage.address}`
      const clinic = ['--data', at('clinic'), '--database-url', await server.database(), '--vault-url', bucket]
      const back = ['--data', at('back')]
      const told = async (...words: string[]) => {
        const { ending, out, said } = await call(words, { clock })
        expect([words[0], ending === 'holds' ? [] : [said, out]]).toEqual([words[0], []])
        return out
      }
      await writeFile(at('聊天.txt'), '请退款')
      await told('open', '--id', 'w1', '--words', '手表走时不准', ...home)
      await told('add', 'w1', at('聊天.txt'), ...home)
      await told('log', 'w1', '客服说等三天', '--at', '2026-11-19T14:28', ...home)
      await told('backup', at('1.zip'), ...home)
      await told('restore', at('1.zip'), ...clinic)
      await told('log', 'w1', '又问一次', '--at', '2026-11-20T09:00', ...clinic)
      expect(JSON.parse(await told('list', '--json', ...clinic))).toMatchObject([{ caseId: 'w1' }])
      await told('doctor', ...clinic)
      await told('backup', at('2.zip'), ...clinic)
      await told('restore', at('2.zip'), ...back)
      await told('doctor', ...back)
      const records = ['show', 'w1', '--json']
      expect(await told(...records, ...back)).toBe(await told(...records, ...clinic))
      await told('close', 'w1', ...clinic)
      expect(await readdir(at('clinic'))).not.toContain('vault')
    } finally {
      await Promise.all([server.stop(), storage.stop()])
    }
  })

  it('says when the database cannot be reached', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'youju-moving-'))
    const words = ['list', '--data', folder, '--database-url', 'postgres://youju:geheim@127.0.0.1:1/youju']
    await expect(call(words, { clock })).rejects.toMatchObject({
      text: { zh: expect.stringContaining('连不上数据库') },
    })
    await expect(call(['list', '--data', folder, '--vault-url', 's3://b'], { clock })).rejects.toMatchObject({
      text: { zh: expect.stringContaining('YOUJU_S3_ACCESS_KEY_ID') },
    })
  })
})
