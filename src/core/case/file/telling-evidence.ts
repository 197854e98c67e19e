import type { CaseFileInput } from './case-file.ts'
import { findExhibitFile } from './exhibit-file.ts'
import type { Teller, ToldCase } from './telling.ts'

/** The exhibits in the order of the file: E1, E2 … by their place, unless they carry an id. */
export function tellEvidence(told: ToldCase, { files, now }: CaseFileInput, teller: Teller): void {
  for (const [index, { file: written, shows, confirm: _, ...rest }] of (told.evidence ?? []).entries()) {
    const path = ['evidence', index]
    const found = findExhibitFile(files, written)
    if (!found.ok) {
      teller.fault(found.refusal, [...path, 'file'])
      continue
    }
    const payload = { id: `E${index + 1}`, ...rest, ...found.value, shows: shows ?? [] }
    teller.give({ type: 'AddEvidence', at: now, payload }, path)
  }
}

/**
 * Files in `evidence/` that the case file does not list: kept as exhibits so that nothing is lost, with a notice for
 * each. Told after all that refers to exhibits, so that no reference meets one of them by chance.
 */
export function tellUnlisted(told: ToldCase, { files, now }: CaseFileInput, teller: Teller): void {
  const listed = new Set(
    (told.evidence ?? []).flatMap(({ file }) => {
      const found = findExhibitFile(files, file)
      return found.ok ? [found.value.file] : []
    }),
  )
  for (const file of files.filter((entry) => !listed.has(entry.file))) {
    const title = file.file.slice(file.file.lastIndexOf('/') + 1)
    const payload = { ...file, kind: 'other', title, shows: [] } as const
    const id = teller.give({ type: 'AddEvidence', at: now, payload }, ['evidence'])?.evidence.at(-1)?.id
    if (id === undefined) continue
    teller.notice(
      'evidence-unlisted',
      {
        zh: `文件 ${file.file} 没有写进 case.yaml，已按“其他”列为证据 ${id}；请在 evidence 下补上它的种类和说明`,
        en: `the file ${file.file} is not in case.yaml; it is kept as exhibit ${id} of kind other; add its kind and title under evidence`,
      },
      file.file,
    )
  }
}
