import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ReadingProcess } from './reading-process.ts'

describe('a process that reads', { timeout: 60_000 }, () => {
  const open: ReadingProcess<'decode'>[] = []
  afterAll(async () => {
    for (const one of open) await one.close()
  })
  const limited = (megabytes: number, seconds: number) => {
    const made = new ReadingProcess<'decode'>({ megabytes, seconds })
    open.push(made)
    return made
  }
  const file = async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'youju-limits-')), 'words.txt')
    await writeFile(path, '订单编号：300000000011\n'.repeat(100_000))
    return { kind: 'decode', path, keys: {} } as const
  }

  it('is ended when it takes too long, and the next job is done', async () => {
    const job = await file()
    expect(await limited(512, 0.001).ask(job)).toEqual({ ok: false, note: 'too-slow' })
    const patient = limited(512, 20)
    expect((await patient.ask(job)).ok).toBe(true)
    expect((await patient.ask(job)).ok).toBe(true)
  })

  it.runIf(process.platform === 'linux')('is ended when it takes too much memory', async () => {
    expect(await limited(20, 20).ask(await file())).toEqual({ ok: false, note: 'too-much-memory' })
  })

  it('answers many jobs in turn', async () => {
    const job = await file()
    const one = limited(512, 20)
    expect((await Promise.all([one.ask(job), one.ask(job), one.ask(job)])).map(({ ok }) => ok)).toEqual([
      true,
      true,
      true,
    ])
  })
})
