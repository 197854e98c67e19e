import type { CaseFileInput } from './case-file.ts'
import { findExhibitFile } from './exhibit-file.ts'
import type { Teller, ToldCase } from './telling.ts'

/**
 * Exhibits in the order of the file, E1, E2 … by their place unless they carry an id; then, so that nothing is lost,
 * the files in `evidence/` that the file does not list, with a notice for each.
 */
export function tellEvidence(
  listed: NonNullable<ToldCase['evidence']>,
  { files, now }: CaseFileInput,
  teller: Teller,
): void {
  const used = new Set<string>()
  for (const [index, { file: written, shows, ...rest }] of listed.entries()) {
    const path = ['evidence', index]
    const found = findExhibitFile(files, written)
    if (!found.ok) {
      teller.fault(found.refusal, [...path, 'file'])
      continue
    }
    used.add(found.value.file)
    const payload = { id: `E${index + 1}`, ...rest, ...found.value, shows: shows ?? [] }
    teller.give({ type: 'AddEvidence', at: now, payload }, path)
  }
  for (const file of files) {
    if (used.has(file.file)) continue
    const title = file.file.slice(file.file.lastIndexOf('/') + 1)
    const kase = teller.give({ type: 'AddEvidence', at: now, payload: { ...file, kind: 'other', title, shows: [] } }, [
      'evidence',
    ])
    const id = kase?.evidence.at(-1)?.id ?? ''
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
