/**
 * The file that a time stamp is about, by the name of its token: `a.tsr` beside `a`, `proofs/evidence/a.….tsr` for
 * `evidence/a`, `proofs/a.….tsr` beside `proofs/a`.
 */
export function stampedBy(token: string): string | undefined {
  return /^(?:proofs\/(?=evidence\/))?(.+?)(?:\.[0-9a-f]{32})?\.tsr$/.exec(token)?.[1]
}
