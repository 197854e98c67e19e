import type { Case } from '../../../core/case/case.ts'

export type SpokenOriginal = { readonly sha256: string; readonly bytes: number; readonly item: string }

/** The originals that a case speaks of, withdrawn ones too; `item` names one for a person. */
export function spokenOriginals(caseId: string, { evidence }: Case): readonly SpokenOriginal[] {
  return evidence.map(({ id, file, sha256, bytes }) => ({ sha256, bytes, item: `${caseId} ${id} ${file}` }))
}
