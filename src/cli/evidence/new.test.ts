import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, run } from '../world.fixture.ts'

let place = ''
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'youju-new-'))
})
afterAll(() => rm(place, { recursive: true, force: true }))

it('makes a case folder from pasted text, tells what it filled in and asks on', { timeout: 60_000 }, async () => {
  const text = join(place, '订单.txt')
  await writeFile(
    text,
    '订单详情\n订单编号：300000000011\n下单时间：2026-03-05 14:28:09\n实付款：￥1299.00\n店铺：示例数码专营店\n',
  )
  const out = join(place, 'case')
  const { ending, out: said } = await call(['new', text, '-', '-o', out], {
    input: ['手表收到就开不了机，商家不给换'],
    clock: '2026-03-08T02:00:00Z',
  })
  expect(ending).toBe('holds')
  expect(said).toContain('订单号：300000000011（E')
  expect(said).toContain('质量不合格')
  const file = await readFile(join(out, 'case.yaml'), 'utf8')
  expect(file).toContain('confirm: true')
  expect(file).toContain('手表收到就开不了机')
  expect((await call(['verify', out, '--json'])).ending).toBe('holds')
  expect((await call(['new', text, '-o', out])).ending).not.toBe('holds')
})

it('names what is not there and makes nothing', async () => {
  const { ending, said } = await run(`new ${join(place, 'none.png')} -o ${join(place, 'nothing')}`)
  expect([ending, said.join()]).toEqual(['misused', expect.stringContaining('none.png')])
})
