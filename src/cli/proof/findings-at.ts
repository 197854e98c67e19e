import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, findingWords } from '../../core/case/log/finding-words.ts'
import { isDatabaseDamage } from '../../core/values/disk-fault.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { withCasebook } from '../casebook/with-casebook.ts'
import type { Context } from '../command.ts'

/** A ZIP that cannot be read at all is damage, and found. */
const zipDamage: readonly string[] = ['zip-unreadable', 'zip-too-many', 'packed-too-tight']

/** What is amiss with what lies at a path; what that is, is told by the files in it. */
export async function findingsAt(context: Context, path: string, quick: boolean): Promise<Outcome<readonly Finding[]>> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined)
    return refuse('file-unknown', { zh: `没有 ${path}；请核对路径`, en: `there is no ${path}; check the path` }, path)
  const holds = (name: string) =>
    stat(join(path, name)).then(
      () => true,
      () => false,
    )
  if (found.isFile() || (await holds('bagit.txt')) || (await holds('manifest-sha256.txt'))) return inBag(path, quick)
  if ((await holds('case.yaml')) || (await holds('evidence.sha256'))) {
    const { verifyFolder } = await import('../../server/pack/verify-folder.ts')
    return done(await verifyFolder(path, quick))
  }
  if ((await holds('youju.db')) || (await holds('heads.jsonl'))) return done(await inData(context, path, quick))
  return refuse(
    'nothing-to-verify',
    {
      zh: `${path} 不是案件库（youju.db）、案件文件夹（case.yaml）或证据包（bagit.txt）`,
      en: `${path} is no data folder (youju.db), case folder (case.yaml) or bag (bagit.txt)`,
    },
    path,
  )
}

/** A bag by its manifests; of a kept case, the chain of its records as well. */
async function inBag(path: string, quick: boolean): Promise<Outcome<readonly Finding[]>> {
  const [{ bagSource }, { checkSource }] = await Promise.all([
    import('../../server/proof/bag/bag-source.ts'),
    import('../../server/proof/bag/check-bag.ts'),
  ])
  const source = await bagSource(path)
  if (!source.ok)
    return zipDamage.includes(source.refusal.code) ? done([{ what: source.refusal.code, item: path }]) : source
  try {
    const { findings } = await checkSource(source.value, quick)
    if (findings.length > 0 || quick || !source.value.files.has('data/events.jsonl')) return done(findings)
    const { recordsIn } = await import('../../server/casebook/import-records.ts')
    const records = await recordsIn(source.value.files, 'data/')
    return done(records === undefined || 'links' in records ? [] : records)
  } finally {
    source.value.close()
  }
}

/** A database that is gone, empty or no longer one is not opened: that would make a new one. */
async function inData(context: Context, data: string, quick: boolean): Promise<readonly Finding[]> {
  const database = await stat(join(data, 'youju.db')).catch(() => undefined)
  const damaged = { what: 'database', item: 'youju.db' }
  if (database === undefined) return [{ ...damaged, found: 'none' }]
  const log = await stat(join(data, 'youju.db-wal')).catch(() => undefined)
  if (database.size === 0 && (log?.size ?? 0) === 0) return [{ ...damaged, found: '0 bytes' }]
  const { examine } = await import('../../server/casebook/doctor.ts')
  let findings: readonly Finding[] = []
  try {
    await withCasebook({ ...context, options: { ...context.options, data } }, async (book) => {
      const examined = await examine(book, quick ? 'structure' : 'all')
      findings = examined.findings
      for (const note of examined.notes.slice(0, 20)) context.report(findingWords(note))
      return 'holds'
    })
  } catch (error) {
    if (!isDatabaseDamage(error)) throw error
    return [damaged]
  }
  return findings
}
