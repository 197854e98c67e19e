import { join } from 'node:path'
import type { Finding } from '../../core/case/log/finding-words.ts'
import type { Refusal } from '../../core/values/refusal.ts'
import { findExhibitFiles, findExhibitPaths, kindOf } from './case-folder-files.ts'
import { readSeal } from './evidence-seal.ts'

/**
 * Holds the evidence of a case folder against its seal; `quick` looks only which files are there. What hinders the comparison (a link
 * in place of a file, a seal that cannot be read) is a finding like any other. Nothing is written.
 */
export async function verifyFolder(folder: string, quick: boolean): Promise<readonly Finding[]> {
  const noCase: readonly Finding[] =
    (await kindOf(join(folder, 'case.yaml'))) === 'file' ? [] : [{ what: 'no-case', item: 'case.yaml' }]
  const seal = await readSeal(folder)
  if (!seal.ok) return [...noCase, hindrance(seal.refusal)]
  if (seal.value === undefined) return [...noCase, { what: 'unsealed', item: 'evidence/' }]
  const { hashes } = seal.value
  const found = quick ? await findExhibitPaths(folder) : await findExhibitFiles(folder)
  if (!found.ok) return [...noCase, hindrance(found.refusal)]
  const now = new Map(
    'paths' in found.value
      ? found.value.paths.map((path) => [path, hashes.get(path)])
      : found.value.files.map(({ file, sha256 }) => [file, sha256]),
  )
  const sealed = [...hashes].flatMap(([item, expected]): readonly Finding[] => {
    if (!now.has(item)) return [{ what: 'evidence-gone', item, expected }]
    const is = now.get(item)
    return is === undefined || is === expected ? [] : [{ what: 'evidence-changed', item, expected, found: is }]
  })
  const fresh = [...now].flatMap(([item, is]): readonly Finding[] =>
    hashes.has(item) ? [] : [{ what: 'not-listed', item, ...(is === undefined ? {} : { found: is }) }],
  )
  return [...noCase, ...sealed, ...fresh]
}

function hindrance({ code, at }: Refusal): Finding {
  return { what: code, item: at ?? 'evidence/' }
}
