import type { Exhibit } from '../../../core/case/case.ts'
import { foldedName, isPortable } from '../../pack/portable-name.ts'

/**
 * The paths under which exhibits are written, by id: their own where any file system can hold it, and no two that differ
 * only in ways some file systems do not tell apart. Withdrawn ones lie aside, so that they are not taken for evidence.
 */
export function exportNames(exhibits: readonly Exhibit[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, file, withdrawn } of exhibits) {
    const own = file.split(/[\\/]/).at(-1) ?? ''
    const wanted = withdrawn === true ? `withdrawn/${id}-${own}` : file
    const plain = withdrawn === true ? `withdrawn/${id}` : `evidence/${id}`
    const ending = /\.[A-Za-z0-9]{1,10}$/.exec(own)?.[0] ?? ''
    const candidates = [wanted, `${plain}${ending}`, ...exhibits.map((_, n) => `${plain}-${n + 2}${ending}`)]
    const name = candidates.find((candidate) => isPlain(candidate) && !taken.has(foldedName(candidate)))
    if (name === undefined) continue
    names.set(id, name)
    taken.add(foldedName(name))
  }
  return names
}

/** Two parts at least, each of a length that is read at a glance, and all as `isPortable` says. */
function isPlain(name: string): boolean {
  const [top, ...parts] = name.split('/')
  if ((top !== 'evidence' && top !== 'withdrawn') || parts.length === 0 || parts.length > 8) return false
  return isPortable(name) && parts.every((part) => part.length <= 80)
}
