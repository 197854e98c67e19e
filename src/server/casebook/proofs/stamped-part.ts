import type { KeptCase } from '../kept-case.ts'

/** What a token of a case is about: the first `events` records of its chain, or an exhibit. */
export type StampedPart =
  | { readonly type: 'chain'; readonly events: number; readonly head: string }
  | { readonly type: 'exhibit'; readonly id: string; readonly file: string }

/** What a digest that was stamped stands for in a case; undefined when for nothing that it has. */
export function stampedPart(
  sha256: string,
  { kase, links }: Pick<KeptCase, 'kase' | 'links'>,
): StampedPart | undefined {
  const link = links.find(({ hash }) => hash === sha256)
  if (link !== undefined) return { type: 'chain', events: link.version, head: link.hash }
  const exhibit = kase.evidence.find((one) => one.sha256 === sha256)
  return exhibit && { type: 'exhibit', id: exhibit.id, file: exhibit.file }
}
