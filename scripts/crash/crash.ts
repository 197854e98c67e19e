// The crash harness in full: `npm run crash` (YOUJU_CRASH_KILLS=120 YOUJU_CRASH_SEED=1). Needs a build; about five minutes.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf, storm } from '../../src/server/main/storm.fixture.ts'
import { verdictOn } from '../../src/server/main/storm-check.fixture.ts'
import { aPostgres, hasPostgres } from '../../src/server/store/sql/postgres.fixture.ts'
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

/** The same with the events on PostgreSQL, whose server is killed every few seconds too. */
async function stormedOnPostgres(): Promise<Hardship> {
  if (!hasPostgres) return { name: 'storm-postgres', told: 'no server for this machine', holds: true }
  const folder = mkdtempSync(join(tmpdir(), 'youju-crash-'))
  const server = await aPostgres({ fsync: true })
  const url = await server.database()
  process.env.YOUJU_DATABASE_URL = url
  let [over, crashes] = [false, 0]
  const crashing = (async () => {
    while (!over) {
      await new Promise((resolve) => setTimeout(resolve, 4_000))
      if (over) return
      await server.crash()
      crashes += 1
    }
  })()
  const result = await storm({ youju: [process.execPath, 'dist/youju.mjs'], folder, kills, seed })
  over = true
  await crashing
  delete process.env.YOUJU_DATABASE_URL
  const verdict = await verdictOn(folder, result, url)
  await server.stop()
  const told = `${crashes} database kills, ${result.kills.server} server kills, ${result.kills.commands} command kills`
  return { name: 'storm-postgres', told: `${told}: ${toldOf(verdict)}`, holds: isWhole(verdict) }
}

const chance = chanceOf(seed)
let holds = true
for (const hardship of [
  stormed,
  stormedOnPostgres,
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
