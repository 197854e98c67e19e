import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../core/case/log/finding-words.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { findExhibitFiles } from './case-folder-files.ts'
import { readSeal } from './evidence-seal.ts'

/** Holds the evidence of a case folder against its seal; `quick` looks only whether each file is there. Nothing is written. */
export async function verifyFolder(folder: string, quick: boolean): Promise<Outcome<readonly Finding[]>> {
  const seal = await readSeal(folder)
  if (!seal.ok) return seal
  if (seal.value === undefined) return done([{ what: 'unsealed', item: 'evidence/' }])
  const { hashes } = seal.value
  if (quick) {
    const findings: Finding[] = []
    for (const [file, expected] of hashes)
      if (!(await isThere(join(folder, file)))) findings.push({ what: 'evidence-gone', item: file, expected })
    return done(findings)
  }
  const found = await findExhibitFiles(folder)
  if (!found.ok) return found
  const now = new Map(found.value.files.map(({ file, sha256 }) => [file, sha256]))
  const sealed = [...hashes].flatMap(([item, expected]): readonly Finding[] => {
    const is = now.get(item)
    if (is === expected) return []
    return [
      is === undefined
        ? { what: 'evidence-gone', item, expected }
        : { what: 'evidence-changed', item, expected, found: is },
    ]
  })
  const fresh = [...now].flatMap(([item, is]) => (hashes.has(item) ? [] : [{ what: 'not-listed', item, found: is }]))
  return done([...sealed, ...fresh])
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() === true
}
