import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { drawnPage } from '../../server/reading/drawn-page.fixture.ts'
import { call } from '../world.fixture.ts'

it('a copy is made of a kept picture, and boxes that are none are named', { timeout: 60_000 }, async () => {
  const place = await mkdtemp(join(tmpdir(), 'youju-redact-'))
  const data = join(place, 'data')
  const picture = join(place, 'page.png')
  const words = [{ text: '收货人 张三 13800000000', x: 40, y: 60 }]
  await drawnPage({ width: 800, height: 300, words }).png().toFile(picture)
  await call(['open', '--id', 'watch', '--words', '手表坏了', '--data', data])
  await call(['add', 'watch', picture, '--data', data])
  const { out, ending } = await call(['redact', 'watch', 'E1', '--json', '--data', data])
  expect([ending, JSON.parse(out)]).toEqual(['holds', expect.objectContaining({ exhibit: 'E2', redacts: 'E1' })])
  const off = await call(['redact', 'watch', 'E1', '--boxes', '1,2,3', '--data', data])
  expect([off.ending, off.said.join()]).toEqual(['misused', expect.stringContaining('1,2,3')])
  expect((await call(['redact', 'watch', 'E9', '--data', data])).ending).not.toBe('holds')
  await rm(place, { recursive: true, force: true })
})
