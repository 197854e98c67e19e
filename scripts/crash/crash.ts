// The crash harness in full: `npm run crash` (YOUJU_CRASH_KILLS=120 YOUJU_CRASH_SEED=1). Needs a build; about five minutes.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf, storm } from '../../src/server/main/storm.fixture.ts'
import { verdictOn } from '../../src/server/main/storm-check.fixture.ts'
import {
  archivingKilled,
  clockMoved,
  diskFull,
  firstStartKilled,
  type Hardship,
  isWhole,
  readOnly,
  toldOf,
} from './hardships.ts'

const kills = Number(process.env.YOUJU_CRASH_KILLS ?? 120)
const seed = Number(process.env.YOUJU_CRASH_SEED ?? 1)

async function stormed(): Promise<Hardship> {
  const folder = mkdtempSync(join(tmpdir(), 'youju-crash-'))
  const youju = [process.execPath, 'dist/youju.mjs']
  const progress = process.stderr.isTTY ? (text: string) => process.stderr.write(`\r${text}`) : () => {}
  const result = await storm({ youju, folder, kills, seed, progress })
  const verdict = await verdictOn(folder, result)
  const { server, commands } = result.kills
  return {
    name: 'storm',
    told: `${server} server kills, ${commands} command kills: ${toldOf(verdict)}`,
    holds: isWhole(verdict),
  }
}

const chance = chanceOf(seed)
let holds = true
for (const hardship of [
  stormed,
  diskFull,
  readOnly,
  clockMoved,
  () => firstStartKilled(chance),
  () => archivingKilled(chance),
]) {
  const { name, told, holds: held } = await hardship()
  holds &&= held
  console.log(`${held ? 'holds' : 'FAILS'}  ${name}: ${told}`)
}
process.exitCode = holds ? 0 : 1
