import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { call } from '../world.fixture.ts'

it('tells what came of closed cases: nothing of too few, then counts and medians, and never as a sample', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'youju-outcomes-'))
  const told = (...words: string[]) => call([...words, '--data', folder], { clock: '2026-11-20T02:00:00Z' })
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const id = `c${n}`
    await told(
      'open',
      '--id',
      id,
      '--words',
      '一直不发货',
      '--problem',
      'late_delivery',
      '--shop',
      '甲店',
      '--paid',
      '99',
    )
    await told('log', id, '催发货', '--at', '2026-11-10T10:00', '--channel', 'seller')
    await told('received', id, `${n}0`, '--at', '2026-11-12T10:00')
    await told('close', id)
    if (n === 4) expect((await told('outcomes')).out).toContain('少于 5 件')
  }
  const { out } = await told('outcomes', '--by', 'shop')
  expect(out).toContain('- 甲店：6 件，解决 6 件')
  expect(out).toContain('到手 30.00 元，2 天')
  expect(out).toContain('不是统计样本')
  const { all } = JSON.parse((await told('outcomes', '--by', 'problem', '--json')).out)
  expect(all).toMatchObject({ cases: 6, settled: 6, gotFen: 3000, days: 2 })
  expect(await told('outcomes', '--by', 'weather')).toMatchObject({ ending: 'misused' })
  await told('reopen', 'c1', '--why', '又坏了')
  expect(JSON.parse((await told('outcomes', '--json')).out).all).toMatchObject({ cases: 5 })
})
